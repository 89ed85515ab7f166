import { beforeAll, describe, expect, test } from 'vitest';
import { findingLines } from '../../api/platform/verify/verify-books.ts';
import { onBothDatabases } from '../support/app.ts';
import { BookingErp, chooseChannel, seenByPlanning } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { cancelOrder, haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('a completed load is opened again', (app) => {
  let worker: Device;
  let supervisor: Device;
  let run = 0;
  beforeAll(async () => {
    worker = await Device.signIn(app(), 'W-1001');
    supervisor = await Device.signIn(app(), 'S-2001');
  });

  /** An order of 10 of an item of its own, of which `quantities` were registered and the load completed. */
  async function received(...quantities: number[]) {
    run += 1;
    const names = { item: `REV-${run}`, order: `PO-REV-${run}` };
    await haveItems(app(), [{ number: names.item }]);
    const line = { lineNumber: 1, item: names.item, quantity: 10, over: 10 };
    await haveOrders(app(), [{ orderNumber: names.order, lines: [line] }]);
    const registered = [];
    for (const quantity of quantities) registered.push(await register(names, quantity));
    return { ...names, registered, documentNumber: await complete(names.order) };
  }

  async function register({ item, order }: { item: string; order: string }, quantity: number) {
    const answer = await worker.do('receiving.register', { order, line: 1, item, quantity, unit: 'pcs' });
    expect(answer.problem).toBeNull();
    return answer.result;
  }

  async function complete(order: string): Promise<string> {
    const answer = await worker.do('receiving.complete', { order, acceptDifferences: true });
    expect(answer.problem).toBeNull();
    return answer.result.documents[0].documentNumber;
  }

  const reverse = (documentNumber: string) =>
    supervisor.do('receiving.reverse_completion', { documentNumber, reason: 'counted wrong' });

  async function rowsOf(documentNumber: string) {
    await whenPublished(app());
    const { body } = await app().call('GET', '/api/erp/shipment-receipts?limit=1000', { as: 'demo-erp-key' });
    return body.items.filter((row: { documentNumber: string }) => row.documentNumber === documentNumber);
  }

  async function orderOf(orderNumber: string) {
    const { body } = await app().call('GET', `/api/erp/orders/${orderNumber}`, { as: 'demo-erp-key' });
    return body;
  }

  test('the feed says the same version again, not active, with what it told of', async () => {
    const { documentNumber, order, item } = await received(6);
    const answer = await reverse(documentNumber);
    expect([answer.outcome, answer.result]).toEqual(['applied', { documents: [{ documentNumber, version: 1 }] }]);
    const [first, second] = await rowsOf(documentNumber);
    expect([first.version, first.active, second.version, second.active]).toEqual([1, true, 1, false]);
    expect(second.position).toBeGreaterThan(first.position);
    expect(second.lines).toEqual(first.lines);
    expect(second.reversal).toEqual({ at: expect.any(String), reason: 'counted wrong' });
    expect((await orderOf(order)).lines[0]).toMatchObject({ item, receivedQuantity: 0 });
  });

  test('completing once more makes the next version, whole, which supersedes the one before', async () => {
    const mistake = await received(6);
    await reverse(mistake.documentNumber);
    await register(mistake, 3);
    expect(await complete(mistake.order)).toBe(mistake.documentNumber);
    const rows = await rowsOf(mistake.documentNumber);
    expect(
      rows.map((row: { version: number; active: boolean; supersedes: number | null }) => [
        row.version,
        row.active,
        row.supersedes,
      ]),
    ).toEqual([
      [1, true, null],
      [1, false, null],
      [2, true, 1],
    ]);
    expect(rows[2].lines[0]).toMatchObject({ receivedQuantity: 9, remainingQuantity: 1 });
    expect(rows[2].lines[0].details.map((detail: { quantity: number }) => detail.quantity)).toEqual([6, 3]);
    const newest = await app().call('GET', `/api/erp/shipment-receipts/${mistake.documentNumber}`, {
      as: 'demo-erp-key',
    });
    expect(newest.body).toEqual(rows[2]);
    const first = await app().call('GET', `/api/erp/shipment-receipts/${mistake.documentNumber}/versions/1`, {
      as: 'demo-erp-key',
    });
    expect(first.body).toEqual(rows[1]);
  });

  test('the ERP has nothing of it while it is open, and once what stands at last', async () => {
    const mistake = await received(10);
    const erp = new BookingErp(app());
    const state = async () => {
      await whenPublished(app());
      await erp.poll();
      const { onHand, pending } = await seenByPlanning(app(), mistake.item);
      expect((await erp.reportOn(mistake.item, true)).reportedToErp).toBe(erp.bookedOf(mistake.item));
      return [onHand, pending, erp.bookedOf(mistake.item)];
    };
    expect(await state()).toEqual([10, 0, 10]);
    await reverse(mistake.documentNumber);
    expect(await state()).toEqual([10, 10, 0]);
    await worker.do('receiving.undo_registration', {
      registration: mistake.registered[0].registrations[0].registration,
    });
    expect(await state()).toEqual([0, 0, 0]);
    await register(mistake, 8);
    expect(await state()).toEqual([8, 8, 0]);
    await complete(mistake.order);
    expect(await state()).toEqual([8, 0, 8]);
  });

  test('the order and its line expect the rest again, and what was acknowledged has to be said again', async () => {
    const { documentNumber, order } = await received(10);
    expect((await orderOf(order)).status).toBe('received');
    const path = `/api/erp/shipment-receipts/${documentNumber}/versions/1/acknowledgement`;
    await app().call('POST', path, { as: 'demo-erp-key', body: { result: 'posted', reference: 'GR-1' } });
    await reverse(documentNumber);
    expect(await orderOf(order)).toMatchObject({ status: 'open', lines: [{ status: 'open', remainingQuantity: 10 }] });
    const [, reversed] = await rowsOf(documentNumber);
    expect(reversed.acknowledgement).toBeNull();
    const again = await app().call('POST', path, { as: 'demo-erp-key', body: { result: 'posted', reference: 'GR-1' } });
    expect(again.status).toBe(200);
  });

  test('events tell of the receipt and of the load', async () => {
    const { documentNumber } = await received(4);
    const [{ load }] = await rowsOf(documentNumber);
    await reverse(documentNumber);
    const events = await new Erp(app()).events(3, documentNumber, load);
    expect(
      events.map((event: { type: string; data: { active?: boolean } }) => [event.type, event.data.active]),
    ).toEqual([
      ['app.tallyman.shipment-receipt.issued.v1', true],
      ['app.tallyman.shipment-receipt.reversed.v1', false],
      ['app.tallyman.load.reopened.v1', undefined],
    ]);
  });

  test('a load of several orders is opened as a whole: all its receipts are reversed and made again', async () => {
    run += 1;
    const [item, one, two] = [`REV-${run}`, `PO-REV-${run}-A`, `PO-REV-${run}-B`];
    await haveItems(app(), [{ number: item }]);
    const lines = [{ lineNumber: 1, item, quantity: 5 }];
    await haveOrders(app(), [
      { orderNumber: one, lines },
      { orderNumber: two, lines },
    ]);
    await register({ item, order: one }, 5);
    const load = (await orderOf(one)).loads?.[0]?.load ?? (await loadOf(one));
    await putOnLoad(load, two);
    const registered = await worker.do('receiving.register', {
      load,
      order: two,
      line: 1,
      item,
      quantity: 5,
      unit: 'pcs',
    });
    expect(registered.problem).toBeNull();
    const completed = await worker.do('receiving.complete', { load });
    const [a, b] = completed.result.documents;
    const answer = await reverse(b.documentNumber);
    expect(answer.result.documents).toEqual([
      { documentNumber: b.documentNumber, version: 1 },
      { documentNumber: a.documentNumber, version: 1 },
    ]);
    const again = await worker.do('receiving.complete', { load });
    expect(again.result.documents).toEqual([
      { documentNumber: a.documentNumber, version: 2 },
      { documentNumber: b.documentNumber, version: 2 },
    ]);
  });

  test('devices hear that the load is open again also for an order of which nothing had come', async () => {
    run += 1;
    const [item, one, two] = [`REV-${run}`, `PO-REV-${run}-A`, `PO-REV-${run}-B`];
    await haveItems(app(), [{ number: item }]);
    const lines = [{ lineNumber: 1, item, quantity: 5 }];
    await haveOrders(app(), [
      { orderNumber: one, lines },
      { orderNumber: two, lines },
    ]);
    await register({ item, order: one }, 5);
    const load = await loadOf(one);
    await putOnLoad(load, two);
    const completed = await worker.do('receiving.complete', { load, acceptDifferences: true });
    await whenPublished(app());
    const before = await openLoadsOnDevices(`DEMO:${two}`, 0);
    await reverse(completed.result.documents[0].documentNumber);
    await whenPublished(app());
    const after = await openLoadsOnDevices(`DEMO:${two}`, before.next);
    expect([before.openLoads, after.openLoads]).toEqual([[], [load]]);
  });

  /** What a device that asks for what is new after a position is told of an order; undefined: nothing. */
  async function openLoadsOnDevices(order: string, after: number) {
    let openLoads: readonly string[] | undefined;
    for (let next = after; ; ) {
      const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${next}`;
      const { body } = await app().call('GET', path, { as: worker.token });
      const told = body.items.findLast((change: { key: string }) => change.key === order);
      openLoads = told?.value?.openLoads ?? openLoads;
      next = body.next;
      if (!body.hasMore) return { openLoads, next };
    }
  }

  async function loadOf(order: string): Promise<string> {
    const row = await app()
      .services.store.read.k.selectFrom('inbound_shipment')
      .select('load_number')
      .where('order_key', '=', `DEMO:${order}`)
      .executeTakeFirstOrThrow();
    return row.load_number;
  }

  /** A second order on the same truck. */
  async function putOnLoad(load: string, order: string): Promise<void> {
    const row = { load_number: load, order_key: `DEMO:${order}`, shipment: `S-${order}` };
    await app().services.store.write((trx) => trx.k.insertInto('inbound_shipment').values(row).execute());
  }

  test('goods registered by two channels have a receipt each, and both are reversed and made again', async () => {
    run += 1;
    const names = { item: `REV-${run}`, order: `PO-REV-${run}` };
    await haveItems(app(), [{ number: names.item }]);
    await haveOrders(app(), [{ orderNumber: names.order, lines: [{ lineNumber: 1, item: names.item, quantity: 10 }] }]);
    const erp = new BookingErp(app());
    await register(names, 6);
    await chooseChannel(app(), 'update-log');
    await register(names, 4);
    const completed = await worker.do('receiving.complete', { order: names.order });
    const [byDocument, byLog] = completed.result.documents;
    const told = async ({ documentNumber }: { documentNumber: string }) => {
      const row = (await rowsOf(documentNumber)).at(-1);
      return [
        row.version,
        row.active,
        row.quantityChannel,
        row.lines[0].receivedQuantity,
        row.lines[0].remainingQuantity,
      ];
    };
    expect([await told(byDocument), await told(byLog)]).toEqual([
      [1, true, true, 6, 0],
      [1, true, false, 4, 0],
    ]);
    await reverse(byLog.documentNumber);
    await whenPublished(app());
    await erp.poll();
    expect(erp.bookedOf(names.item)).toBe(4);
    await chooseChannel(app(), 'documents');
    await worker.do('receiving.complete', { order: names.order });
    expect([await told(byDocument), await told(byLog)]).toEqual([
      [2, true, true, 6, 0],
      [2, true, false, 4, 0],
    ]);
    await whenPublished(app());
    await erp.poll();
    expect(erp.bookedOf(names.item)).toBe(10);
  });

  test('the same command sent twice reverses once', async () => {
    const { documentNumber } = await received(2);
    const command = supervisor.unordered('receiving.reverse_completion', { documentNumber, reason: 'twice' });
    const [first] = await supervisor.send(command);
    const [second] = await supervisor.send(command);
    expect([first.repeated, second.repeated, second.result]).toEqual([false, true, first.result]);
    expect(await rowsOf(documentNumber)).toHaveLength(2);
  });

  describe('is refused', () => {
    test.each<[why: string, code: string, document: () => Promise<string>]>([
      ['a document that nobody made', 'document.unknown', async () => 'SR-99999999'],
      ['a counting journal', 'document.not_reversible', () => journal()],
      ['the receipt of another warehouse', 'receiving.document_elsewhere', () => fromWest()],
      ['a receipt that is reversed already', 'document.reversed', () => reversedBefore()],
      ['a receipt that is final', 'document.posted', () => posted()],
      ['a receipt of an order that its ERP ended', 'document.order_ended', () => endedMeanwhile()],
    ])('%s: %s', async (_, code, document) => {
      const documentNumber = await document();
      const before = await rowsOf(documentNumber);
      const answer = await reverse(documentNumber);
      expect([answer.outcome, answer.problem.code]).toEqual(['refused', code]);
      expect(await rowsOf(documentNumber)).toEqual(before);
    });

    test('to a worker', async () => {
      const { documentNumber } = await received(1);
      const answer = await worker.do('receiving.reverse_completion', { documentNumber, reason: 'I may not' });
      expect([answer.outcome, answer.problem.code]).toEqual(['refused', 'auth.permit_missing']);
    });

    test.each([
      ['no reason', { documentNumber: 'SR-00000001' }],
      ['an empty reason', { documentNumber: 'SR-00000001', reason: ' ' }],
    ])('with %s', async (_, body) => {
      const answer = await supervisor.do('receiving.reverse_completion', body);
      expect([answer.outcome, answer.problem.code]).toEqual(['refused', 'command.body_invalid']);
      expect(answer.problem.errors[0].pointer).toBe('/body/reason');
    });
  });

  async function journal(): Promise<string> {
    const { item } = await received(1);
    const found = { location: 'DOCK-01', item, quantity: 1, unit: 'pcs', reason: 'found' };
    return (await worker.do('inventory.adjust', found)).result.journal;
  }

  async function fromWest(): Promise<string> {
    run += 1;
    const names = { item: `REV-${run}`, orderNumber: `PO-REV-${run}` };
    const west = await Device.signIn(app(), 'W-1001', { warehouse: 'WEST' });
    await haveItems(app(), [{ number: names.item }]);
    const lines = [{ lineNumber: 1, item: names.item, quantity: 1 }];
    await haveOrders(app(), [{ orderNumber: names.orderNumber, warehouse: 'WEST', lines }]);
    const order = names.orderNumber;
    await west.do('receiving.register', { order, line: 1, item: names.item, quantity: 1, unit: 'pcs' });
    return (await west.do('receiving.complete', { order })).result.documents[0].documentNumber;
  }

  async function reversedBefore(): Promise<string> {
    const { documentNumber } = await received(1);
    await reverse(documentNumber);
    return documentNumber;
  }

  async function posted(): Promise<string> {
    const { documentNumber } = await received(1);
    await app().services.store.write((trx) =>
      trx.k.updateTable('document').set({ posting_status: 'posted' }).where('number', '=', documentNumber).execute(),
    );
    return documentNumber;
  }

  async function endedMeanwhile(): Promise<string> {
    const { documentNumber, order } = await received(1);
    await cancelOrder(app(), order);
    return documentNumber;
  }

  test('the books are right after all of it', async () => {
    await whenPublished(app());
    const lines = findingLines(await verified(app()));
    expect(lines.filter((line) => !line.endsWith('right'))).toEqual([]);
  });
});
