import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('taking a registration back', (app) => {
  let number = 0;

  async function registered(quantity = 4, extra: object = {}) {
    number += 1;
    const device = await Device.signIn(app(), 'W-1001');
    const item = `U${number}`;
    const order = `PO-U${number}`;
    await haveItems(app(), [{ number: item }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 10 }] }]);
    const body = { order, line: 1, item, quantity, unit: 'pcs', ...extra };
    return { device, order, item, body, first: await device.do('receiving.register', body) };
  }

  async function onHand(device: Device, item: string): Promise<number> {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return body.items.reduce((sum: number, row: { onHand: number }) => sum + row.onHand, 0);
  }

  async function openWork(id: string): Promise<number> {
    const rows = await app().services.store.read.k.selectFrom('work').select('status').where('id', '=', id).execute();
    return rows.filter(({ status }) => status === 'open').length;
  }

  test('gives the order its room back, empties the plate and ends its put-away', async () => {
    const { device, item, body, first } = await registered(10);
    const undone = await device.do('receiving.undo_registration', {
      registration: first.result.registrations[0].registration,
    });
    expect(undone).toMatchObject({ outcome: 'applied', problem: null });
    expect([await onHand(device, item), await openWork(first.result.work)]).toEqual([0, 0]);
    const again = await device.do('receiving.register', { ...body, licensePlate: first.result.licensePlate });
    expect(again).toMatchObject({ outcome: 'applied', result: { licensePlate: first.result.licensePlate } });
    expect(await openWork(again.result.work)).toBe(1);
  });

  test('is posted as an entry that names the one it corrects', async () => {
    const { device, item, first } = await registered();
    await device.do('receiving.undo_registration', { registration: `command:${first.id}` });
    await published(app());
    const { body } = await app().call('GET', '/api/planning/inventory-deltas?limit=1000', { as: 'demo-planning-key' });
    const deltas = body.items.filter((delta: { item: string }) => delta.item === item);
    expect(deltas).toMatchObject([
      { quantity: 4, onHandAfter: 4, reason: 'receive', coveredBy: { state: 'withdrawn', documentNumber: null } },
      { quantity: -4, onHandAfter: 0, reason: 'receive', coveredBy: { state: 'withdrawn', documentNumber: null } },
    ]);
    const [correction] = await app()
      .services.store.read.k.selectFrom('ledger_entry')
      .select(['corrects'])
      .where('item_key', '=', `DEMO:${item}`)
      .where('to_location', '=', '@supplier')
      .execute();
    expect(correction?.corrects).toBe(`${first.id}:0`);
  });

  test('names a command to take back all that it registered, over several lines', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'UMANY' }]);
    const lines = [1, 2].map((lineNumber) => ({ lineNumber, item: 'UMANY', quantity: 5 }));
    await haveOrders(app(), [{ orderNumber: 'PO-UMANY', lines }]);
    const first = await device.do('receiving.register', { order: 'PO-UMANY', item: 'UMANY', quantity: 8, unit: 'pcs' });
    expect(first.result.registrations).toHaveLength(2);
    const undone = await device.do('receiving.undo_registration', { registration: `command:${first.id}` });
    expect([undone.outcome, await onHand(device, 'UMANY')]).toEqual(['applied', 0]);
  });

  test('leaves what else stands on the plate, and its put-away', async () => {
    const { device, item, body, first } = await registered(4);
    const second = await device.do('receiving.register', { ...body, licensePlate: `command:${first.id}`, quantity: 3 });
    await device.do('receiving.undo_registration', { registration: `command:${second.id}` });
    expect([await onHand(device, item), await openWork(first.result.work)]).toEqual([4, 1]);
  });

  test('takes back loose goods', async () => {
    const { device, item, first } = await registered(4, { licensePlate: null });
    await device.do('receiving.undo_registration', { registration: `command:${first.id}` });
    expect([await onHand(device, item), await openWork(first.result.work)]).toEqual([0, 0]);
  });

  test('is refused for what is not known, done already, put away or reported', async () => {
    const { device, order, first } = await registered();
    const undo = async (registration: string) =>
      (await device.do('receiving.undo_registration', { registration })).problem?.code;
    expect(await undo('nothing.1')).toBe('receiving.registration_unknown');
    await device.do('putaway.put', {
      licensePlate: first.result.licensePlate,
      to: 'B-01-01-1',
      overrideReason: 'other',
    });
    expect(await undo(`command:${first.id}`)).toBe('receiving.already_put_away');
    await device.do('receiving.complete', { order, acceptDifferences: true });
    expect(await undo(`command:${first.id}`)).toBe('receiving.load_completed');
    const other = await registered();
    expect(await undo(`command:${other.first.id}`)).toBeUndefined();
    expect(await undo(`command:${other.first.id}`)).toBe('receiving.registration_undone');
  });

  test('is kept for a decision when another put the goods away meanwhile', async () => {
    const { device, first } = await registered();
    const other = await Device.signIn(app(), 'W-1001');
    const knownAt = await published(app());
    await other.do('putaway.put', {
      licensePlate: first.result.licensePlate,
      to: 'B-01-01-2',
      overrideReason: 'other',
    });
    await published(app());
    const undone = await device.do('receiving.undo_registration', { registration: `command:${first.id}` }, { knownAt });
    expect([undone.outcome, undone.problem.code]).toEqual(['held', 'receiving.already_put_away']);
  });

  test('two devices cannot take the same registration back twice', async () => {
    const { item, first } = await registered();
    const devices = await Promise.all([1, 2, 3].map(() => Device.signIn(app(), 'W-1001')));
    const results = await Promise.all(
      devices.map((device) => device.do('receiving.undo_registration', { registration: `command:${first.id}` })),
    );
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused', 'refused']);
    expect(await onHand(devices[0] as Device, item)).toBe(0);
  });
});
