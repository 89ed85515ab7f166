import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('the put-away of loose goods, as devices know it', (app) => {
  let number = 0;

  /** Registers quantities of a new item at the dock, without a plate. */
  async function atDock(...quantities: readonly number[]) {
    number += 1;
    const device = await Device.signIn(app(), 'W-1001');
    const item = `LW${number}`;
    await haveItems(app(), [{ number: item }]);
    await haveOrders(app(), [{ orderNumber: `PO-${item}`, lines: [{ lineNumber: 1, item, quantity: 50 }] }]);
    const answers: { id: string; result: { work: string } }[] = [];
    for (const quantity of quantities) {
      const body = { order: `PO-${item}`, item, quantity, unit: 'pcs', licensePlate: null, location: 'DOCK-01' };
      answers.push(await device.do('receiving.register', body));
    }
    const [first] = answers;
    return { device, item, ids: answers.map(({ id }) => id), work: first?.result.work ?? '' };
  }

  interface Work {
    readonly item: string;
    readonly fromLocation: string;
    readonly toLocation: string;
    readonly licensePlate: null;
    readonly loose: readonly { readonly quantityBase: number }[];
  }

  /** A work as the device's next questions bring it; null when it is gone. */
  async function workOf(device: Device, work: string): Promise<Work | null | undefined> {
    await published(app());
    const path = '/api/device/changes?warehouse=EAST&limit=1000';
    let found: { value: Work | null } | undefined;
    for (let after = 0, hasMore = true; hasMore; ) {
      const { body } = await app().call('GET', `${path}&after=${after}`, { as: device.token });
      found = body.items.find((change: { key: string }) => change.key === work) ?? found;
      ({ next: after, hasMore } = body);
    }
    return found?.value;
  }

  const toPut = async (device: Device, id: string) => {
    const work = await workOf(device, id);
    return work === null ? null : work?.loose.reduce((sum, { quantityBase }) => sum + quantityBase, 0);
  };

  test('says how much of which goods there is, and where it should go', async () => {
    const { device, work, item } = await atDock(6, 4);
    expect(await toPut(device, work)).toBe(10);
    const known = await workOf(device, work);
    expect(known).toMatchObject({ item: `DEMO:${item}`, fromLocation: 'DOCK-01', licensePlate: null });
    expect(known?.toLocation).toMatch(/^A-/);
    expect(known?.loose[0]).toMatchObject({ description: `Item ${item}`, baseUnit: 'pcs', decimals: 0 });
  });

  test('says less after a part was put away, after an undo, and nothing when all of it is', async () => {
    const { device, work, item, ids } = await atDock(6, 4);
    const to = (await workOf(device, work))?.toLocation ?? '';
    const put = (quantity: number) => device.do('putaway.put', { item, from: 'DOCK-01', to, quantity, unit: 'pcs' });
    expect(await put(1)).toMatchObject({ outcome: 'applied' });
    expect(await toPut(device, work)).toBe(9);
    const undone = await device.do('receiving.undo_registration', { registration: `command:${ids[1]}` });
    expect(undone).toMatchObject({ outcome: 'applied' });
    expect(await toPut(device, work)).toBe(5);
    expect(await put(5)).toMatchObject({ outcome: 'applied' });
    expect(await toPut(device, work)).toBeNull();
  });

  test('is there again when a put is taken back', async () => {
    const { device, item, work } = await atDock(6);
    const shelf = (await workOf(device, work))?.toLocation ?? '';
    const done = await device.do('putaway.put', { item, from: 'DOCK-01', to: shelf, quantity: 6, unit: 'pcs' });
    const body = { item, from: shelf, to: 'DOCK-01', quantity: 6, unit: 'pcs' };
    const back = await device.do('inventory.move', body, { causedBy: done.id });
    expect(back).toMatchObject({ outcome: 'applied' });
    expect(await toPut(device, `${back.id}.work`)).toBe(6);
  });
});
