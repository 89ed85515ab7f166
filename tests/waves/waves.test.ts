import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { decideFor } from '../support/settings.ts';

onBothDatabases('waves', (app) => {
  const erp = () => new Erp(app());

  async function officeWith(item: string, quantity: number, location = 'A-01-02-1'): Promise<Device> {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage(item));
    const result = await office.do('inventory.adjust', { location, item, quantity, unit: 'pcs', reason: 'found' });
    expect(result.outcome).toBe('applied');
    return office;
  }

  test('gathered, processed, released: the floor sees the work only at the end, and each step twice changes nothing', async () => {
    const office = await officeWith('WV-1', 7);
    // One after the other: who waits longer is served first.
    await erp().sent(shipMessage('w-1', 'SO-W1', [[1, 'WV-1', 5]]));
    await erp().sent(shipMessage('w-2', 'SO-W2', [[1, 'WV-1', 4]]));
    const made = (await office.do('waves.create', { orders: ['SO-W1', 'SO-W2'] })).result;
    expect(made.shortages).toEqual([{ order: 'SO-W2', line: 1, quantity: 2, reason: 'no_stock' }]);
    expect((await erp().order('SO-W1')).lines[0].releasedQuantity).toBe(0);
    const again = await office.do('waves.create', { orders: ['SO-W1'] });
    expect(again.problem.code).toBe('waves.order_in_wave');

    const { wave } = made;
    const processed = (await office.do('waves.process', { wave })).result;
    expect(processed.work).toHaveLength(2);
    const twice = (await office.do('waves.process', { wave })).result;
    expect(twice.work).toEqual(processed.work);
    const [first] = processed.work;
    expect((await office.do('picking.claim', { work: first.work })).problem.code).toBe('picking.work_not_released');
    expect((await office.do('picking.claim', {})).problem.code).toBe('picking.nothing_to_do');

    await office.do('waves.release', { wave });
    expect((await office.do('waves.release', { wave })).result.work).toEqual(processed.work);
    expect((await office.do('picking.claim', { work: first.work })).outcome).toBe('applied');
  });

  test('cancelled: what was promised is free again, and the orders can be released anew', async () => {
    const office = await officeWith('WV-2', 5);
    await erp().sent(shipMessage('w-3', 'SO-W3', [[1, 'WV-2', 5]]));
    const { wave } = (await office.do('waves.create', { orders: ['SO-W3'] })).result;
    await office.do('waves.process', { wave });
    expect((await office.do('waves.cancel', { wave })).outcome).toBe('applied');
    expect((await office.do('waves.release', { wave })).problem.code).toBe('waves.cancelled');
    const stock = (await app().call('GET', '/api/device/stock?item=WV-2', { as: office.token })).body;
    expect(JSON.stringify(stock)).toContain('"reserved":0');
    const anew = (await office.do('waves.release', { orders: ['SO-W3'] })).result;
    expect(anew.work).toHaveLength(1);
    const twice = (await office.do('waves.release', { orders: ['SO-W3'] })).result;
    expect(twice).toMatchObject({ wave: anew.wave, work: anew.work });
    const [{ work, lines }] = anew.work;
    await office.do('picking.pick', {
      work,
      line: 1,
      location: lines[0].location,
      item: 'WV-2',
      quantity: 1,
      unit: 'pcs',
    });
    expect((await office.do('waves.cancel', { wave: anew.wave })).problem.code).toBe('waves.begun');
  });

  test.each([
    ['neither orders nor a wave', 'waves.release', {}, 'waves.nothing_named'],
    ['an order that nobody knows', 'waves.release', { orders: ['SO-?'] }, 'order.unknown_outbound'],
    ['a wave that nobody knows', 'waves.release', { wave: 'WV-?' }, 'waves.unknown'],
    ['a template that nobody knows', 'waves.create', { template: 'T-?' }, 'waves.template_unknown'],
    ['to process a wave that nobody knows', 'waves.process', { wave: 'WV-?' }, 'waves.unknown'],
    ['to cancel a wave that nobody knows', 'waves.cancel', { wave: 'WV-?' }, 'waves.unknown'],
  ])('%s', async (_, type, body, code) => {
    const office = await Device.signIn(app(), 'S-2001');
    const result = await office.do(type, body);
    expect([result.outcome, result.problem.code]).toEqual(['refused', code]);
  });

  test('an order that was cancelled meanwhile keeps nobody, and it is said why it does not go', async () => {
    const office = await officeWith('WV-9', 5);
    await erp().sent(shipMessage('w-90', 'SO-W90', [[1, 'WV-9', 2]]), shipMessage('w-91', 'SO-W91', [[1, 'WV-9', 2]]));
    await erp().sent(cancelShipMessage('w-92', 'SO-W90'));
    const { result } = await office.do('waves.release', { orders: ['SO-W90', 'SO-W91'] });
    expect(result.work).toMatchObject([{ order: 'SO-W91' }]);
    expect(result.shortages).toEqual([{ order: 'SO-W90', line: 1, quantity: 0, reason: 'not_open' }]);
    expect((await erp().order('SO-W90')).lines[0]).toMatchObject({ status: 'cancelled', backorderedQuantity: 0 });
    expect((await office.do('waves.release', { orders: ['SO-W90'] })).problem.code).toBe('waves.order_not_open');
  });

  test('ship complete keeps an order whole, and does not keep the next one from its goods', async () => {
    const office = await officeWith('WV-4', 5);
    await erp().sent(
      shipMessage('w-4', 'SO-W4', [[1, 'WV-4', 9]], { shipComplete: true, priority: 1 }),
      shipMessage('w-5', 'SO-W5', [[1, 'WV-4', 5]], { priority: 2 }),
    );
    const { work, shortages } = (await office.do('waves.release', { orders: ['SO-W4', 'SO-W5'] })).result;
    expect(work.map(({ order }: { order: string }) => order)).toEqual(['SO-W5']);
    expect(shortages).toEqual([{ order: 'SO-W4', line: 1, quantity: 4, reason: 'no_stock' }]);
  });

  test.each([
    ['as much as has to be', 57, true],
    ['less than that', 56, false],
  ])('an order of a hundred of which %s can be filled, %i, goes: %s', async (_, stock, goes) => {
    await decideFor(app(), { fulfilment: 'block', minimumFulfilmentPercent: 57 });
    const [item, order] = [`WV-S${stock}`, `SO-S${stock}`];
    const office = await officeWith(item, stock);
    await erp().sent(shipMessage(`w-s${stock}`, order, [[1, item, 100]]));
    const { work, shortages } = (await office.do('waves.release', { orders: [order] })).result;
    await decideFor(app(), {});
    const missing = { order, line: 1, quantity: 100 - stock, reason: 'no_stock' };
    expect([work.length, shortages]).toEqual([goes ? 1 : 0, [missing]]);
  });
});
