import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('a short pick that is taken back', (app) => {
  async function short(item: string, quantity: number, reason: string, stock: [location: string, quantity: number][]) {
    const device = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(itemMessage(item), shipMessage(`m-${item}`, `SO-${item}`, [[1, item, 10]]));
    for (const [location, there] of stock) {
      const found = { location, item, quantity: there, unit: 'pcs', reason: 'found' };
      expect((await device.do('inventory.adjust', found)).problem).toBeNull();
    }
    const [work] = (await device.do('waves.release', { orders: [`SO-${item}`] })).result.work;
    const stop = { work: work.work, line: 1, location: work.lines[0].location, item, unit: 'pcs' };
    const made = await device.do('picking.short_pick', { ...stop, quantity, reason });
    expect(made.problem).toBeNull();
    const undo = () => device.do('picking.undo', { pick: `command:${made.id}` });
    return { device, work, stop, made, undo };
  }

  async function stockOf(device: Device, item: string): Promise<[string, string, number, number][]> {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return body.items.map((row: Record<string, never>) => [
      row.location,
      row.inventoryStatus,
      row.onHand,
      row.reserved,
    ]);
  }

  const journals = async () => {
    await published(app());
    return (await app().call('GET', '/api/erp/counting-journals?limit=1000', { as: 'demo-erp-key' })).body.items;
  };

  test('what was written off is there again, nobody goes elsewhere for it, and all of it is picked', async () => {
    const { device, work, stop, undo } = await short('US-1', 7, 'not-there', [
      ['A-01-02-1', 10],
      ['A-01-04-1', 20],
    ]);
    const again = await undo();
    expect([again.outcome, again.problem]).toEqual(['applied', null]);
    expect(await stockOf(device, 'US-1')).toEqual([
      ['A-01-02-1', 'available', 10, 10],
      ['A-01-04-1', 'available', 20, 0],
    ]);
    const told = (await journals())
      .slice(-2)
      .map(({ lines: [line] }: { lines: { difference: number }[] }) => line?.difference);
    expect(told).toEqual([-3, 3]);
    expect(
      (await device.do('picking.pick', { ...stop, line: 2, location: 'A-01-04-1', quantity: 3 })).problem?.code,
    ).toBe('picking.line_cancelled');
    expect((await device.do('picking.pick', { ...stop, quantity: 10 })).outcome).toBe('applied');
    expect((await device.do('picking.put', { work: work.work, location: 'STAGE-01' })).result).toMatchObject({
      status: 'closed',
    });
    expect((await undo()).problem?.code).toBe('picking.pick_unknown');
  });

  test.each([
    ['damaged goods are as good as before', 'damaged'],
    ['goods that were left where they are are promised again', 'other'],
  ])('%s', async (_, reason) => {
    const item = `US-${reason}`;
    const { device, undo } = await short(item, 4, reason, [['A-01-02-1', 10]]);
    expect((await undo()).problem).toBeNull();
    expect(await stockOf(device, item)).toEqual([['A-01-02-1', 'available', 10, 10]]);
    expect((await undo()).problem?.code).toBe('picking.pick_unknown');
  });

  test('what was taken elsewhere for it has to come back first', async () => {
    const { device, stop, undo } = await short('US-2', 7, 'not-there', [
      ['A-01-02-1', 10],
      ['A-01-04-1', 20],
    ]);
    const rest = await device.do('picking.pick', { ...stop, line: 2, location: 'A-01-04-1', quantity: 1 });
    expect((await undo()).problem?.code).toBe('picking.rest_taken');
    await device.do('picking.undo', { pick: `command:${rest.id}` });
    expect((await undo()).outcome).toBe('applied');
    const stock = await stockOf(device, 'US-2');
    expect(stock.reduce((sum, [, , , reserved]) => sum + reserved, 0)).toBe(10);
  });

  test('what was sought elsewhere twice is not promised once more', async () => {
    const { device, stop, made, undo } = await short('US-4', 4, 'not-there', [
      ['A-01-02-1', 10],
      ['A-01-04-1', 20],
      ['A-01-03-1', 20],
    ]);
    const [{ location }] = made.result.reallocated;
    const second = { ...stop, line: 2, location, quantity: 0, reason: 'not-there' };
    const { id, result } = await device.do('picking.short_pick', second);
    expect(result.reallocated).toMatchObject([{ quantity: 6 }]);
    expect((await undo()).problem?.code).toBe('picking.rest_taken');
    expect((await device.do('picking.undo', { pick: `command:${id}` })).outcome).toBe('applied');
    const reserved = (await stockOf(device, 'US-4')).reduce((sum, [, , , base]) => sum + base, 0);
    expect(reserved).toBe(10);
  });

  test('what somebody else was promised meanwhile is not taken away from him', async () => {
    const { device, undo } = await short('US-3', 4, 'other', [['A-01-02-1', 10]]);
    await new Erp(app()).sent(shipMessage('m-US-3b', 'SO-US-3b', [[1, 'US-3', 5]]));
    await device.do('waves.release', { orders: ['SO-US-3b'] });
    expect((await undo()).problem).toMatchObject({ code: 'picking.not_free' });
  });
});
