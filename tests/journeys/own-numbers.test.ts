import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { decideFor } from '../support/settings.ts';

onBothDatabases('the number that an order has inside the warehouse', (app) => {
  test('is as good as that of its ERP to whoever releases, picks, holds and ships it', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    const did = async (type: string, body: object) => {
      const { outcome, problem, result } = await office.do(type, body);
      expect([type, outcome, problem]).toEqual([type, 'applied', null]);
      return result;
    };
    await decideFor(app(), { outboundOrderNumberPrefix: 'DE-' });
    await erp.sent(itemMessage('OWN-1'), shipMessage('own-1', 'SO-OWN', [[1, 'OWN-1', 3]]));
    await decideFor(app(), {});
    await did('inventory.adjust', { location: 'A-01-02-1', item: 'OWN-1', quantity: 3, unit: 'pcs', reason: 'found' });

    const twice = await did('waves.create', { orders: ['DE-SO-OWN', 'SO-OWN'] });
    await did('waves.cancel', { wave: twice.wave });
    await did('orders.set_hold', { order: 'DE-SO-OWN', code: 'credit', reason: 'asked' });
    const held = await office.do('waves.release', { orders: ['DE-SO-OWN'] });
    expect(held.problem.code).toBe('waves.order_held');
    await did('orders.release_hold', { order: 'DE-SO-OWN', code: 'credit', reason: 'paid' });
    const [{ work, order }] = (await did('waves.release', { orders: ['DE-SO-OWN', 'SO-OWN'] })).work;
    expect(order).toBe('SO-OWN');
    expect((await did('picking.claim', { order: 'DE-SO-OWN' })).work).toMatchObject([{ work }]);
    await did('picking.pick', { work, line: 1, location: 'A-01-02-1', item: 'OWN-1', quantity: 3, unit: 'pcs' });
    await did('picking.put', { work, location: 'STAGE-01' });
    expect((await did('shipping.confirm', { order: 'DE-SO-OWN' })).documents).toHaveLength(1);
    expect(await erp.order('SO-OWN')).toMatchObject({ status: 'closed', ownNumber: 'DE-SO-OWN' });
  });

  test('means another order where an ERP calls that one so', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('OWN-2'));
    await decideFor(app(), { outboundOrderNumberPrefix: 'X-' });
    await erp.sent(shipMessage('own-3', 'OWN-3', [[1, 'OWN-2', 1]]));
    await decideFor(app(), {});
    await erp.sent(shipMessage('own-4', 'X-OWN-3', [[1, 'OWN-2', 1]]));
    const found = { location: 'A-01-03-1', item: 'OWN-2', quantity: 2, unit: 'pcs', reason: 'found' };
    expect((await office.do('inventory.adjust', found)).outcome).toBe('applied');
    const released = await office.do('waves.release', { orders: ['X-OWN-3'] });
    expect(released.result.work).toMatchObject([{ order: 'X-OWN-3' }]);
  });
});
