import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, orderMessage, shipMessage } from '../support/erp.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

const path = '/api/admin/source-systems/DEMO';

onBothDatabases('what a source system decides', (app) => {
  let ada: Administrator;
  let device: Device;
  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
    device = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'SET-1' }]);
    const lines = [{ lineNumber: 1, item: 'SET-1', quantity: 10 }];
    await haveOrders(app(), [
      { orderNumber: 'PO-SET-1', lines },
      { orderNumber: 'PO-SET-2', lines },
    ]);
    const goods = { item: 'SET-1', unit: 'pcs', location: 'DOCK-01' };
    await device.do('receiving.register', { order: 'PO-SET-1', quantity: 1, ...goods });
    await device.do('receiving.register', { order: 'PO-SET-2', quantity: 10, ...goods });
    await device.do('receiving.complete', { order: 'PO-SET-2' });
  });
  beforeEach(async () => {
    await ada.edit(path, { overReceipt: 'allow', shelfLife: 'warn', frozenDays: 0 });
    await ada.edit(path, { shipmentOrderMatching: false, crossDockRequests: 'offer' });
  });

  /** What devices are told after a change, of what is on the floor only. */
  async function toldAfter(settings: object) {
    const before = await published(app());
    expect((await ada.edit(path, settings)).status).toBe(200);
    await published(app());
    const { items } = await changes(before);
    return items.filter(({ kind }) => ['inboundOrder', 'inboundLoad', 'shipment', 'work'].includes(kind));
  }

  async function changes(after: number): Promise<{ items: Change[]; next: number }> {
    const query = `warehouse=EAST&limit=1000&after=${after}`;
    const { body } = await app().call('GET', `/api/device/changes?${query}`, { as: device.token });
    if (body.items.length === 0 || !body.hasMore) return body;
    const more = await changes(body.next);
    return { items: [...body.items, ...more.items], next: more.next };
  }

  test('reaches devices at once, with every order that can be received or has to be completed, and no other', async () => {
    const told = await toldAfter({ shelfLife: 'block' });
    const orders = new Map(told.map(({ key, value }) => [key, value?.settings?.shelfLife]));
    expect(orders.get('DEMO:PO-SET-1')).toBe('block');
    expect(orders.has('DEMO:PO-SET-2')).toBe(false);
  });

  test('reaches devices with the loads that they keep from now on, or no longer keep', async () => {
    const capped = (await toldAfter({ overReceipt: 'block' })).filter(({ kind }) => kind === 'inboundLoad');
    expect(capped.some(({ value }) => value?.orders?.some(({ order }) => order === 'DEMO:PO-SET-1'))).toBe(true);
    const free = (await toldAfter({ overReceipt: 'allow' })).filter(({ kind }) => kind === 'inboundLoad');
    expect(free.filter(({ deleted }) => deleted).map(({ key }) => key)).toEqual(
      capped.filter(({ value }) => value?.isPlanned === false).map(({ key }) => key),
    );
  });

  test('reaches devices with the shipments that stand for their orders from now on', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(shipMessage('set-so', 'SO-SET', [[1, 'SET-1', 1]]));
    const found = { item: 'SET-1', quantity: 1, unit: 'pcs', reason: 'found' };
    await office.do('inventory.adjust', { ...found, location: 'A-01-02-1' });
    const [{ shipment }] = (await office.do('waves.release', { orders: ['SO-SET'] })).result.work;
    const isOnlyOne = async (settings: object) =>
      (await toldAfter(settings)).filter(({ key }) => key === shipment).map(({ value }) => value?.isOnlyOne);
    expect(await isOnlyOne({ shipmentOrderMatching: true })).toEqual([true]);
    expect(await isOnlyOne({ shipmentOrderMatching: false })).toEqual([undefined]);
  });

  test('reaches devices with the goods that may go straight to an order, or no longer may', async () => {
    const tagged = { crossDockSource: 'SET-TAG' };
    await new Erp(app()).sent(
      orderMessage('set-po-3', 'PO-SET-3', [[1, 'SET-1', 9, tagged]]),
      shipMessage('set-so-3', 'SO-SET-3', [[1, 'SET-1', 5, tagged]]),
    );
    const licensePlate = '003400000000009902';
    const goods = { order: 'PO-SET-3', line: 1, item: 'SET-1', quantity: 9, unit: 'pcs', location: 'DOCK-02' };
    await device.do('receiving.register', { ...goods, licensePlate });
    const offersAfter = async (settings: object) => {
      const told = await toldAfter(settings);
      return told.flatMap(({ value }) => (value?.licensePlate === licensePlate ? [value.crossDock?.length ?? 0] : []));
    };
    expect(await offersAfter({ crossDockRequests: 'ignore' })).toEqual([0]);
    expect(await offersAfter({ crossDockRequests: 'require' })).toEqual([1]);
  });

  test('is told to no device where it changes nothing that a device asks about', async () => {
    expect(await toldAfter({ frozenDays: 5 })).toEqual([]);
  });
});

interface Change {
  readonly kind: string;
  readonly key: string;
  readonly deleted: boolean;
  readonly value: {
    readonly settings?: { readonly shelfLife: string };
    readonly isPlanned?: boolean;
    readonly isOnlyOne?: true;
    readonly licensePlate?: string | null;
    readonly crossDock?: readonly object[];
    readonly orders?: readonly { readonly order: string }[];
  } | null;
}
