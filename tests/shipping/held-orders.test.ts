import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('a handheld at the truck', (app) => {
  test('hears that an order is on hold, and that it may go again', async () => {
    const device = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(itemMessage('HO-1'), shipMessage('m-HO-1', 'SO-HO-1', [[1, 'HO-1', 2]]));
    const found = { location: 'A-01-02-1', item: 'HO-1', quantity: 2, unit: 'pcs', reason: 'found' };
    await device.do('inventory.adjust', found);
    const [work] = (await device.do('waves.release', { orders: ['SO-HO-1'] })).result.work;
    let after = 0;
    const heard = async () => {
      await published(app());
      const told: (readonly string[])[] = [];
      for (let hasMore = true; hasMore; ) {
        const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`;
        const { body } = await app().call('GET', path, { as: device.token });
        for (const { key, value } of body.items) if (key === work.shipment) told.push(value.heldOrders ?? []);
        ({ next: after, hasMore } = body);
      }
      return told;
    };
    expect((await heard()).at(-1)).toEqual([]);
    const hold = { order: 'SO-HO-1', code: 'credit', reason: 'unpaid' };
    expect((await device.do('orders.set_hold', hold)).problem).toBeNull();
    expect(await heard()).toEqual([['SO-HO-1']]);
    expect((await device.do('orders.release_hold', hold)).problem).toBeNull();
    expect(await heard()).toEqual([[]]);
  });
});
