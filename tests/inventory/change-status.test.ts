import { expect, test } from 'vitest';
import { problem } from '#shared/kernel/problem.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { haveItems } from '../support/orders.ts';
import { published } from '../support/published.ts';
import { rawSql } from '../support/raw-sql.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('changing the status of stock', (app) => {
  let number = 0;
  let untouched: ReturnType<typeof stocked> | undefined;

  async function stocked(quantity: number, extra: { unitCost?: number; lot?: string; licensePlate?: string } = {}) {
    number += 1;
    const item = `ST${number}`;
    const { unitCost = 1, ...goods } = extra;
    await haveItems(app(), [{ number: item, unitCost, lot: goods.lot !== undefined }]);
    const supervisor = await Device.signIn(app(), 'S-2001');
    const found = { location: 'A-01-01-1', item, quantity, unit: 'pcs', reason: 'found', ...goods };
    const { result } = await supervisor.do('inventory.adjust', found);
    if (result.approval) await approve(await Device.signIn(app(), 'A-3001'), result.approval);
    return { item, supervisor, worker: await Device.signIn(app(), 'W-1001') };
  }

  function approve(device: Device, exception: string) {
    return device.do('exceptions.resolve', { exception, action: 'approve', reason: 'looked at it' });
  }

  async function stock(device: Device, item: string) {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return (body.items as { inventoryStatus: string; onHand: number; available: number }[])
      .map(({ inventoryStatus, onHand, available }) => [inventoryStatus, onHand, available])
      .sort();
  }

  test('a worker sets damaged goods apart at once; they are there but not for sale, and planning hears', async () => {
    const { item, worker } = await stocked(10);
    const body = { location: 'A-01-01-1', item, quantity: 4, to: 'damaged', reason: 'damaged' };
    const { outcome, result } = await worker.do('inventory.change_status', body);
    expect([outcome, result]).toEqual(['applied', {}]);
    expect(await stock(worker, item)).toEqual([
      ['available', 6, 6],
      ['damaged', 4, 0],
    ]);
    await published(app());
    const answer = await app().call('GET', '/api/planning/inventory-deltas?limit=1000', { as: 'demo-planning-key' });
    const own = answer.body.items.filter((delta: { item: string }) => delta.item === item);
    expect(own.slice(-2)).toMatchObject([
      { inventoryStatus: 'available', quantity: -4, onHandAfter: 6, reason: 'status' },
      { inventoryStatus: 'damaged', quantity: 4, onHandAfter: 4, reason: 'status' },
    ]);
  });

  test('everything on a plate is blocked by scanning the plate alone', async () => {
    const licensePlate = 'LP-ST-2';
    const { item, worker } = await stocked(5, { licensePlate, lot: 'L1' });
    const { outcome } = await worker.do('inventory.change_status', { licensePlate, to: 'blocked', reason: 'quality' });
    expect([outcome, await stock(worker, item)]).toEqual(['applied', [['blocked', 5, 0]]]);
  });

  test('a worker asks for goods back into sale, and a second person lets them; the asker never does', async () => {
    const { item, worker, supervisor } = await stocked(5);
    const change = { location: 'A-01-01-1', item, reason: 'correction' };
    await worker.do('inventory.change_status', { ...change, to: 'quarantine' });
    const { result } = await worker.do('inventory.change_status', { ...change, to: 'available' });
    expect(result).toEqual({ approval: expect.any(String) });
    const twice = await worker.do('inventory.change_status', { ...change, to: 'available', reason: 'quality' });
    expect(twice.problem).toMatchObject({ code: 'inventory.approval_waits', params: result });
    expect(await stock(worker, item)).toEqual([['quarantine', 5, 0]]);
    expect((await approve(worker, result.approval)).problem.code).toBe('auth.permit_missing');
    expect((await approve(supervisor, result.approval)).outcome).toBe('applied');
    expect(await stock(worker, item)).toEqual([['available', 5, 5]]);
  });

  test('an approval is for the goods that were asked about, not for more that came to stand there since', async () => {
    const { item, worker, supervisor } = await stocked(5);
    const change = { location: 'A-01-01-1', item, reason: 'quality' };
    await worker.do('inventory.change_status', { ...change, to: 'quarantine' });
    const { result } = await worker.do('inventory.change_status', { ...change, to: 'available' });
    const found = { location: 'A-01-01-1', item, quantity: 90, unit: 'pcs', reason: 'found' };
    await worker.do('inventory.adjust', { ...found, inventoryStatus: 'quarantine' });
    expect((await approve(supervisor, result.approval)).problem).toMatchObject({
      code: 'inventory.goods_changed',
      params: { asked: `5 pcs ${item}`, now: `95 pcs ${item}` },
    });
    expect(await stock(worker, item)).toEqual([['quarantine', 95, 0]]);
  });

  test('what waited since before approvals said how much is not approved, but asked for again', async () => {
    const { item, worker, supervisor } = await stocked(5);
    const change = { location: 'A-01-01-1', item, reason: 'quality' };
    await worker.do('inventory.change_status', { ...change, to: 'quarantine' });
    const asked = await worker.do('inventory.change_status', { ...change, to: 'available' });
    const old = problem('inventory.status_needs_approval', { what: item, where: 'A-01-01-1' });
    await rawSql(app(), `update exception_case set problem = '${JSON.stringify(old)}' where id = '${asked.id}'`);
    expect((await approve(supervisor, asked.id)).problem).toMatchObject({
      code: 'inventory.goods_changed',
      params: { asked: item, now: `5 pcs ${item}` },
    });
    const no = { exception: asked.id, action: 'reject', reason: 'ask again' };
    expect((await supervisor.do('exceptions.resolve', no)).outcome).toBe('applied');
    const again = await worker.do('inventory.change_status', { ...change, to: 'available' });
    expect((await approve(supervisor, again.id)).outcome).toBe('applied');
    expect(await stock(worker, item)).toEqual([['available', 5, 5]]);
  });

  test.each([
    [1000, 'applied at once'],
    [1001, 'by two'],
  ])('a supervisor makes goods worth %d available again: %s', async (quantity, how) => {
    const { item, supervisor } = await stocked(quantity);
    const change = { location: 'A-01-01-1', item, reason: 'quality' };
    await supervisor.do('inventory.change_status', { ...change, to: 'quality' });
    const { result } = await supervisor.do('inventory.change_status', { ...change, to: 'available' });
    expect(result.approval === undefined ? 'applied at once' : 'by two').toBe(how);
    if (how === 'applied at once') return;
    expect((await approve(supervisor, result.approval)).problem.code).toBe('exceptions.own_command');
    const administrator = await Device.signIn(app(), 'A-3001');
    expect((await approve(administrator, result.approval)).outcome).toBe('applied');
    expect(await stock(supervisor, item)).toEqual([['available', quantity, quantity]]);
  });

  test('goods that somebody was sent for are set apart too: others are fetched instead, what there is not waits', async () => {
    const supervisor = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('STW'), shipMessage('m-STW', 'SO-STW', [[1, 'STW', 10]]));
    for (const [location, quantity] of [
      ['A-01-02-1', 10],
      ['A-01-04-1', 6],
    ]) {
      await supervisor.do('inventory.adjust', { location, item: 'STW', quantity, unit: 'pcs', reason: 'found' });
    }
    const { result } = await supervisor.do('waves.release', { orders: ['SO-STW'] });
    const [work] = result.work;
    const [line] = work.lines;
    expect(line).toMatchObject({ location: 'A-01-02-1', quantity: 10 });
    const change = { location: 'A-01-02-1', item: 'STW', to: 'quarantine', reason: 'quality' };
    expect((await supervisor.do('inventory.change_status', change)).outcome).toBe('applied');
    expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
    const claimed = await supervisor.do('picking.claim', { work: work.work });
    const open = claimed.result.work[0].lines.filter(({ status }: { status: string }) => status === 'open');
    expect(open).toMatchObject([{ location: 'A-01-04-1', quantity: 6 }]);
    const { body } = await app().call('GET', '/api/erp/orders/SO-STW', { as: 'demo-erp-key' });
    expect(JSON.stringify(body)).toContain('"quality"');
    const stop = { work: work.work, line: 1, location: 'A-01-02-1', item: 'STW', quantity: 10, unit: 'pcs' };
    expect((await supervisor.do('picking.pick', stop)).outcome).toBe('held');
  });

  test.each([
    ['promised at import', []],
    ['of a wave that was processed and waits for its release', ['waves.create', 'waves.process']],
  ])('goods %s are promised elsewhere when they are set apart', async (how, steps) => {
    const supervisor = await Device.signIn(app(), 'S-2001');
    const item = `STR${steps.length}`;
    const erp = new Erp(app());
    await erp.sent(itemMessage(item));
    for (const location of ['A-01-02-1', 'A-01-04-1']) {
      const found = { location, item, quantity: 5, unit: 'pcs', reason: 'found' };
      expect([how, (await supervisor.do('inventory.adjust', found)).outcome]).toEqual([how, 'applied']);
    }
    await erp.sent(shipMessage(`m-${item}`, `SO-${item}`, [[1, item, 5]], { reservationAtImport: 'full' }));
    let wave: string | undefined;
    for (const type of steps) {
      const { result, problem } = await supervisor.do(type, wave ? { wave } : { orders: [`SO-${item}`] });
      expect(problem).toBe(null);
      wave = result.wave;
    }
    const promised = async () => {
      const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: supervisor.token });
      return (body.items as { location: string; reserved: number }[]).find(({ reserved }) => reserved === 5)?.location;
    };
    const location = await promised();
    expect(location).toBeDefined();
    await supervisor.do('inventory.change_status', { location, item, to: 'damaged', reason: 'damaged' });
    expect([location, await promised()].sort()).toEqual(['A-01-02-1', 'A-01-04-1']);
    expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['no reason that there is', { reason: 'mood' }, 'inventory.reason_unknown'],
    ['a status that nobody knows', { to: 'lost' }, 'inventory.status_unknown'],
    ['the status of a hold', { to: 'on-hold' }, 'inventory.hold_the_lot'],
    ['neither place nor plate', { location: undefined }, 'inventory.where_missing'],
    ['an unknown place', { location: 'NO-PLACE' }, 'location.unknown'],
    ['an unknown plate', { licensePlate: 'NO-PLATE' }, 'inventory.plate_unknown'],
    ['an unknown item', { item: 'NO-ITEM' }, 'item.unknown'],
    ['a place without it', { location: 'A-01-03-1' }, 'stock.none'],
    ['a lot that is not there', { lot: 'L9' }, 'stock.lot_none'],
    ['the status that it has', { to: 'available' }, 'inventory.status_already'],
    ['more than there is', { quantity: 4 }, 'stock.not_enough'],
    ['less than a piece', { quantity: 0.5 }, 'quantity.too_precise'],
    ['nothing', { quantity: 0 }, 'quantity.not_positive'],
  ])('%s is refused', async (_, change, code) => {
    // Nothing that is refused changes the goods, so the same ones do for all.
    untouched ??= stocked(3);
    const { item, worker } = await untouched;
    const body = { location: 'A-01-01-1', item, to: 'blocked', reason: 'quality', ...change };
    const { outcome, problem } = await worker.do('inventory.change_status', body);
    expect([outcome, problem.code]).toEqual(['refused', code]);
  });
});
