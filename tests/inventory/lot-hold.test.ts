import { expect, test } from 'vitest';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { haveItems, haveOrders, haveSourceSystem } from '../support/orders.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('a lot on hold', (app) => {
  /** An order of 5 and its work, with 5 of lot L1 to fetch and so many of L2 beside it. */
  async function released(item: string, others: number, of: object = {}) {
    const supervisor = await Device.signIn(app(), 'S-2001');
    const order = `SO-${item}`;
    const tracking = { lot: true, serial: false, expiry: false };
    await new Erp(app()).sent(itemMessage(item, { tracking }), shipMessage(`m-${item}`, order, [[1, item, 5]], of));
    await find(supervisor, item, 'L1', 'A-01-02-1', 5);
    if (others > 0) await find(supervisor, item, 'L2', 'A-01-04-1', others);
    const { result } = await supervisor.do('waves.release', { orders: [order] });
    const [work] = result.work;
    const pick = { work: work.work, line: 1, location: 'A-01-02-1', item, quantity: 5, unit: 'pcs', lot: 'L1' };
    return { supervisor, work, pick, worker: await Device.signIn(app(), 'W-1001') };
  }

  async function find(device: Device, item: string, lot: string, location: string, quantity: number) {
    const found = { location, item, lot, quantity, unit: 'pcs', reason: 'found' };
    const { outcome, problem } = await device.do('inventory.adjust', found);
    expect([outcome, problem]).toEqual(['applied', null]);
  }

  function hold(device: Device, item: string, lot = 'L1') {
    return device.do('inventory.hold_lot', { item, lot, reason: 'recall' });
  }

  async function rows(device: Device, item: string, warehouse = 'EAST') {
    const path = `/api/device/stock?item=${item}&warehouse=${warehouse}`;
    const { body } = await app().call('GET', path, { as: device.token });
    return (body.items as Record<string, unknown>[])
      .map(({ location, lot, inventoryStatus, onHand, available }) => [
        location,
        lot,
        inventoryStatus,
        onHand,
        available,
      ])
      .sort();
  }

  /** What the books do not agree about. */
  async function faults() {
    return (await verified(app())).flatMap((finding) => finding.faults);
  }

  test('is frozen everywhere at once, in other warehouses too, and free again after a second person let it go', async () => {
    const { supervisor, worker } = await released('LH1', 0);
    const west = await Device.signIn(app(), 'A-3001', { warehouse: 'WEST' });
    await find(west, 'LH1', 'L1', 'A-01-01-1', 7);
    const { id, outcome, result, problem } = await hold(supervisor, 'LH1');
    expect([outcome, problem, result]).toEqual(['applied', null, { hold: expect.stringMatching(/^LH-\d{8}$/) }]);
    expect(await rows(worker, 'LH1')).toEqual([['A-01-02-1', 'L1', 'on-hold', 5, 0]]);
    expect(await rows(west, 'LH1', 'WEST')).toEqual([['A-01-01-1', 'L1', 'on-hold', 7, 0]]);
    expect(await faults()).toEqual([]);
    expect((await hold(west, 'LH1')).problem.code).toBe('inventory.lot_held');
    const own = await supervisor.do('inventory.release_lot', { hold: result.hold, reason: 'quality' });
    expect(own.result).toEqual({ approval: own.id });
    const elsewhere = await supervisor.do('inventory.release_lot', { hold: `command:${id}`, reason: 'other' });
    expect(elsewhere.problem).toMatchObject({ code: 'inventory.approval_waits', params: { approval: own.id } });
    const decision = { exception: own.id, action: 'approve', reason: 'the laboratory says it is good' };
    expect((await supervisor.do('exceptions.resolve', decision)).problem.code).toBe('exceptions.own_command');
    const administrator = await Device.signIn(app(), 'A-3001');
    expect((await administrator.do('exceptions.resolve', decision)).outcome).toBe('applied');
    expect(await rows(worker, 'LH1')).toEqual([['A-01-02-1', 'L1', 'available', 5, 5]]);
    expect(await rows(west, 'LH1', 'WEST')).toEqual([['A-01-01-1', 'L1', 'available', 7, 7]]);
    expect(await faults()).toEqual([]);
    const again = await administrator.do('inventory.release_lot', { hold: result.hold, reason: 'quality' });
    expect(again.problem.code).toBe('inventory.hold_released');
  });

  test('what an offline worker picked of it meanwhile is kept for a person, and he is told not to use it', async () => {
    const { supervisor, worker, work, pick } = await released('LH2', 3);
    await worker.do('picking.claim', { work: work.work });
    await hold(supervisor, 'LH2');
    const offline = await worker.do('picking.pick', pick);
    expect(offline).toMatchObject({
      outcome: 'held',
      problem: { code: 'inventory.lot_on_hold', params: { item: 'LH2', lot: 'L1' } },
    });
    const put = await worker.do('picking.put', { work: work.work, location: 'STAGE-01' }, { causedBy: offline.id });
    expect(put.outcome).toBe('held');
    const mine = await worker.do('picking.claim', { work: work.work });
    const open = mine.result.work[0].lines.filter(({ status }: { status: string }) => status === 'open');
    expect(open).toMatchObject([{ location: 'A-01-04-1', lot: 'L2', quantity: 3 }]);
    expect(await faults()).toEqual([]);
  });

  test('picked goods of it are neither packed, loaded nor shipped until it is let go', async () => {
    const { supervisor, worker, work, pick } = await released('LH3', 0);
    await worker.do('picking.pick', pick);
    await worker.do('picking.put', { work: work.work, location: 'PACK-01' });
    const carton = await worker.do('packing.open_carton', { shipment: work.shipment, cartonType: 'BOX-S' });
    const { result } = await hold(supervisor, 'LH3');
    const pack = { carton: carton.result.carton, item: 'LH3', quantity: 5, unit: 'pcs', lot: 'L1' };
    expect((await worker.do('packing.pack', pack)).problem.code).toBe('inventory.lot_on_hold');
    const load = { load: work.load, shipment: work.shipment };
    expect((await worker.do('shipping.load', load)).problem.code).toBe('inventory.lot_on_hold');
    const confirm = { shipment: work.shipment };
    expect((await supervisor.do('shipping.confirm', confirm)).problem.code).toBe('inventory.lot_on_hold');
    expect(await faults()).toEqual([]);
    const administrator = await Device.signIn(app(), 'A-3001');
    await administrator.do('inventory.release_lot', { hold: result.hold, reason: 'quality' });
    expect((await worker.do('packing.pack', pack)).outcome).toBe('applied');
    await worker.do('packing.close_carton', { carton: carton.result.carton });
    expect((await supervisor.do('shipping.confirm', confirm)).outcome).toBe('applied');
    expect(await faults()).toEqual([]);
    await find(supervisor, 'LH3', 'L1', 'A-01-04-1', 2);
    const recall = await hold(supervisor, 'LH3');
    const path = `/api/console/lot-holds/${recall.result.hold}?warehouse=EAST`;
    expect((await app().call('GET', path, { as: supervisor.token })).body).toMatchObject({
      item: 'LH3',
      lot: 'L1',
      status: 'active',
      placedBy: 'S-2001',
      stock: [{ warehouse: 'EAST', location: 'A-01-04-1', inventoryStatus: 'on-hold', onHand: 2, available: 0 }],
      received: [{ warehouse: 'EAST', order: 'SO-LH3', quantity: 5, shipment: work.shipment }],
    });
    const list = await app().call('GET', '/api/console/lot-holds?warehouse=EAST&status=released', { as: worker.token });
    expect(list.body.items).toMatchObject([{ hold: result.hold, releasedBy: 'A-3001' }, {}]);
  });

  test('what comes in of it, or is found, is on hold from the start, and may be taken back as ever', async () => {
    const { supervisor, worker } = await released('LH4', 0);
    await haveOrders(app(), [{ orderNumber: 'PO-LH4', lines: [{ lineNumber: 1, item: 'LH4', quantity: 9 }] }]);
    await hold(supervisor, 'LH4', 'L9');
    const register = { order: 'PO-LH4', item: 'LH4', lot: 'L9', quantity: 4, unit: 'pcs', location: 'DOCK-01' };
    const { id, outcome } = await worker.do('receiving.register', register);
    expect(outcome).toBe('applied');
    await find(supervisor, 'LH4', 'L9', 'A-01-04-1', 2);
    expect((await rows(worker, 'LH4')).filter(([, lot]) => lot === 'L9')).toEqual([
      ['A-01-04-1', 'L9', 'on-hold', 2, 0],
      ['DOCK-01', 'L9', 'on-hold', 4, 0],
    ]);
    const undo = await worker.do('receiving.undo_registration', { registration: `command:${id}` });
    expect(undo.outcome).toBe('applied');
    const ada = await atConsole(app(), 'A-3001');
    await ada.make('/api/admin/warehouses/EAST/locations/OWE-LH4', { type: 'storage', allowNegativeStock: true });
    const owed = { location: 'OWE-LH4', item: 'LH4', lot: 'L9', quantity: -3, unit: 'pcs', reason: 'not-there' };
    expect((await supervisor.do('inventory.adjust', owed)).outcome).toBe('applied');
    await ada.edit('/api/admin/warehouses/EAST/locations/OWE-LH4', { allowNegativeStock: false });
    await find(supervisor, 'LH4', 'L9', 'OWE-LH4', 4);
    expect((await rows(worker, 'LH4')).filter(([location]) => location === 'OWE-LH4')).toEqual([
      ['OWE-LH4', 'L9', 'on-hold', 1, 0],
    ]);
    const change = { location: 'A-01-04-1', item: 'LH4', to: 'available', reason: 'quality' };
    expect((await supervisor.do('inventory.change_status', change)).problem.code).toBe('inventory.lot_on_hold');
    expect(await faults()).toEqual([]);
  });

  test('is one of the item that is meant: another system may have a lot of that name on hold', async () => {
    const { supervisor, worker } = await released('LH7', 0);
    await haveSourceSystem(app(), 'LHSYS');
    await haveItems(app(), [{ number: 'LH7', lot: true }], 'LHSYS');
    const theirs = { item: 'LH7', sourceSystem: 'LHSYS', lot: 'L1', reason: 'recall' };
    expect((await supervisor.do('inventory.hold_lot', theirs)).outcome).toBe('applied');
    // Only this one is here, so it needs no name.
    expect((await hold(supervisor, 'LH7')).outcome).toBe('applied');
    expect(await rows(worker, 'LH7')).toEqual([['A-01-02-1', 'L1', 'on-hold', 5, 0]]);
  });

  test('what was on its way to another warehouse is on hold when it comes there', async () => {
    const transfer = { receivingWarehouse: 'WEST', consignee: undefined };
    const { supervisor, worker, work, pick } = await released('LH6', 0, transfer);
    const west = await Device.signIn(app(), 'A-3001', { warehouse: 'WEST' });
    await worker.do('picking.pick', { ...pick, toLicensePlate: 'LH6-LP' });
    await worker.do('picking.put', { work: work.work, location: 'STAGE-01' });
    expect((await supervisor.do('shipping.confirm', { order: 'SO-LH6' })).outcome).toBe('applied');
    expect((await hold(supervisor, 'LH6')).outcome).toBe('applied');
    const arrive = () => west.do('receiving.register', { licensePlate: 'LH6-LP', location: 'DOCK-01' });
    await expect.poll(async () => (await arrive()).outcome, { timeout: 20_000 }).toBe('applied');
    expect(await rows(west, 'LH6', 'WEST')).toEqual([['DOCK-01', 'L1', 'on-hold', 5, 0]]);
    expect(await faults()).toEqual([]);
  });

  test('nobody brings any of it to a pick face, and a count that finds some puts that on hold too', async () => {
    const { supervisor, worker } = await released('LH5', 0);
    await find(supervisor, 'LH5', 'L7', 'A-01-02-2', 8);
    const asked = { item: 'LH5', location: 'A-02-01-1', quantity: 3 };
    const { result, problem } = await worker.do('replenishment.request', asked);
    expect(problem).toBe(null);
    await hold(supervisor, 'LH5', 'L7');
    const body = { work: result.work, location: 'A-01-02-2', item: 'LH5', quantity: 3, unit: 'pcs', lot: 'L7' };
    expect((await worker.do('replenishment.pick', body)).problem.code).toBe('picking.work_cancelled');
    const count = await supervisor.do('counting.start', { location: 'A-02-02-2' });
    const line = { location: 'A-02-02-2', item: 'LH5', lot: 'L7', quantity: 1, unit: 'pcs' };
    const counted = await supervisor.do('counting.count', { work: count.result.work, lines: [line] });
    expect(counted.result.outcome).toBe('posted');
    const ofLot = (await rows(worker, 'LH5')).filter(([, lot]) => lot === 'L7');
    expect(ofLot).toEqual([
      ['A-01-02-2', 'L7', 'on-hold', 8, 0],
      ['A-02-02-2', 'L7', 'on-hold', 1, 0],
    ]);
    expect(await faults()).toEqual([]);
  });
});
