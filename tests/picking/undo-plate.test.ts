import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('a pick from a plate that is taken back', (app) => {
  /** Two items on one plate, an order for each, and somebody on the way for each of them. */
  async function sharedPlate(plate: string) {
    const [one, other] = [await Device.signIn(app(), 'W-1001'), await Device.signIn(app(), 'S-2001')];
    const [item, beside] = [`${plate}-1`, `${plate}-2`];
    await new Erp(app()).sent(
      itemMessage(item),
      itemMessage(beside),
      shipMessage(`m-${item}`, `SO-${item}`, [[1, item, 5]]),
      shipMessage(`m-${beside}`, `SO-${beside}`, [[1, beside, 5]]),
    );
    const onPlate = { location: 'A-01-02-1', quantity: 5, unit: 'pcs', reason: 'found', licensePlate: plate };
    for (const what of [item, beside]) {
      expect((await other.do('inventory.adjust', { ...onPlate, item: what })).problem).toBeNull();
    }
    const stopFor = async (what: string) => {
      const { result } = await other.do('waves.release', { orders: [`SO-${what}`] });
      const { work } = result.work[0];
      return { work, line: 1, location: 'A-01-02-1', item: what, unit: 'pcs', licensePlate: plate };
    };
    const [stop, stopBeside] = [await stopFor(item), await stopFor(beside)];
    return { one, other, item, beside, stop, takeBeside: { ...stopBeside, quantity: 5 } };
  }

  async function stockOf(device: Device, item: string): Promise<[string, string | null, number, number][]> {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return body.items.map((row: Record<string, never>) => [row.location, row.licensePlate, row.onHand, row.reserved]);
  }

  test('goes back onto it while it stands there', async () => {
    const { one, item, stop } = await sharedPlate('UPA');
    const { id } = await one.do('picking.pick', { ...stop, quantity: 5 });
    expect((await one.do('picking.undo', { pick: `command:${id}` })).problem).toBeNull();
    expect(await stockOf(one, item)).toEqual([['A-01-02-1', 'UPA', 5, 5]]);
  });

  test('goes back loose where another took the plate away meanwhile, and is picked there without it', async () => {
    const { one, other, item, beside, stop, takeBeside } = await sharedPlate('UPB');
    const { id } = await one.do('picking.pick', { ...stop, quantity: 5 });
    expect((await other.do('picking.pick', takeBeside)).outcome).toBe('applied');
    expect((await one.do('picking.undo', { pick: `command:${id}` })).problem).toBeNull();
    expect(await stockOf(one, item)).toEqual([['A-01-02-1', null, 5, 5]]);
    expect(await stockOf(one, beside)).toEqual([['HANDS-S-2001', 'UPB', 5, 5]]);
    const { licensePlate: _plate, ...loose } = stop;
    expect((await one.do('picking.pick', { ...loose, quantity: 5 })).problem).toBeNull();
    const put = await one.do('picking.put', { work: stop.work, location: 'STAGE-01' });
    expect(put.result).toMatchObject({ status: 'closed' });
    expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('what was written off with it is there again, loose as well', async () => {
    const { one, other, item, stop, takeBeside } = await sharedPlate('UPC');
    const { id } = await one.do('picking.short_pick', { ...stop, quantity: 3, reason: 'not-there' });
    expect((await other.do('picking.pick', takeBeside)).outcome).toBe('applied');
    expect((await one.do('picking.undo', { pick: `command:${id}` })).problem).toBeNull();
    expect(await stockOf(one, item)).toEqual([['A-01-02-1', null, 5, 5]]);
    const { licensePlate: _plate, ...loose } = stop;
    expect((await one.do('picking.pick', { ...loose, quantity: 5 })).problem).toBeNull();
    expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
  });
});
