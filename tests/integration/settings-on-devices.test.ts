import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

const path = '/api/admin/source-systems/DEMO';

onBothDatabases('what a source system decides about receiving', (app) => {
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
  });

  /** What devices are told after a change, of orders and loads only. */
  async function toldAfter(settings: object) {
    const before = await published(app());
    expect((await ada.edit(path, settings)).status).toBe(200);
    await published(app());
    const { items } = await changes(before);
    return items.filter(({ kind }) => kind === 'inboundOrder' || kind === 'inboundLoad');
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
    readonly orders?: readonly { readonly order: string }[];
  } | null;
}
