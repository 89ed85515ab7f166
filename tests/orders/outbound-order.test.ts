import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, type LineOf, orderMessage, shipMessage } from '../support/erp.ts';
import { decideFor } from '../support/settings.ts';

const ten: readonly LineOf[] = [[1, 'A1', 10]];

onBothDatabases('an outbound order', (app) => {
  const erp = () => new Erp(app());
  const codesOf = (message: { errors: { pointer: string; code: string }[] }) =>
    message.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  const supervisor = () => Device.signIn(app(), 'S-2001');

  /** Goods on a shelf that orders are served from. */
  async function haveStock(item: string, quantity: number, location = 'A-01-02-1'): Promise<void> {
    const body = { location, item, quantity, unit: 'pcs', reason: 'found' };
    const result = await (await supervisor()).do('inventory.adjust', body);
    expect(result.outcome, JSON.stringify(result.problem)).toBe('applied');
  }

  test('it is kept as the ERP sent it, open on both axes', async () => {
    await erp().sent(itemMessage('A1'));
    const [message] = await erp().sent(
      shipMessage('n-1', 'SO-N', [[1, 'A1', 2, { unit: 'case', sellableDays: 30, substitutes: ['A2'] }]], {
        priority: 3,
        carrier: 'DHL',
        language: 'de',
        requestedShippingEnd: '2026-03-03T15:00:00+01:00',
      }),
    );
    expect([message.status, message.errors]).toEqual(['accepted', []]);
    expect(await erp().order('SO-N')).toMatchObject({
      direction: 'outbound',
      status: 'open',
      releaseStatus: 'open',
      shipmentStatus: 'open',
      priority: 3,
      shipBy: '2026-03-03T14:00:00.000Z',
      header: { carrier: 'DHL', consignee: { name: 'Corner Bakery' } },
      lines: [
        {
          item: 'A1',
          unit: 'case',
          orderedQuantity: 2,
          reservedQuantity: 0,
          releasedQuantity: 0,
          base: { ordered: 24, remaining: 24 },
          sellableDays: 30,
          substitutes: ['A2'],
        },
      ],
    });
  });

  test('released, lowered, cancelled: what nobody has begun gives way, and all is free again', async () => {
    await erp().sent(itemMessage('A1'), shipMessage('r-1', 'SO-R', ten));
    await haveStock('A1', 20);
    const device = await supervisor();
    const released = await device.do('waves.release', { orders: ['SO-R'] });
    expect(released.outcome, JSON.stringify(released.problem)).toBe('applied');
    expect((await erp().order('SO-R')).lines[0]).toMatchObject({ reservedQuantity: 10, releasedQuantity: 10 });
    const [lowered] = await erp().sent(shipMessage('r-2', 'SO-R', [[1, 'A1', 4]]));
    expect([lowered.status, codesOf(lowered)]).toEqual(['accepted', []]);
    expect(await erp().order('SO-R')).toMatchObject({
      releaseStatus: 'released',
      lines: [{ orderedQuantity: 4, releasedQuantity: 4, reservedQuantity: 4 }],
    });
    const [cancelled] = await erp().sent(cancelShipMessage('r-3', 'SO-R'));
    expect([cancelled.status, codesOf(cancelled)]).toEqual(['accepted', []]);
    expect(await erp().order('SO-R')).toMatchObject({
      status: 'cancelled',
      lines: [{ status: 'cancelled', releasedQuantity: 0, reservedQuantity: 0, cancelledQuantity: 4 }],
    });
    const { body } = await app().call('GET', '/api/device/stock?item=A1', { as: device.token });
    expect(body.items.map((row: { reserved: number }) => row.reserved)).toEqual([0]);
  });

  /** An order whose goods are there, released. Answers its work. */
  async function released(order: string, lines: readonly LineOf[] = ten, more: object = {}) {
    await erp().sent(itemMessage('A1'), itemMessage('A2'));
    const [message] = await erp().sent(shipMessage(`${order}-1`, order, lines, more));
    expect(message.status).toBe('accepted');
    for (const [, item, quantity] of lines) await haveStock(item, quantity);
    const result = await (await supervisor()).do('waves.release', { orders: [order] });
    expect(result.outcome, JSON.stringify(result.problem)).toBe('applied');
    return result.result.work as { work: string; lines: { line: number; location: string; item: string }[] }[];
  }

  async function pickFirst(order: string, quantity: number, lines: readonly LineOf[] = ten) {
    const [work] = await released(order, lines);
    const worker = await Device.signIn(app(), 'W-1001');
    expect((await worker.do('picking.claim', { work: work?.work })).outcome).toBe('applied');
    const first = work?.lines[0];
    const body = { work: work?.work, line: first?.line, location: first?.location, item: first?.item };
    const picked = await worker.do('picking.pick', { ...body, quantity, unit: 'pcs' });
    expect(picked.outcome, JSON.stringify(picked.problem)).toBe('applied');
    return { worker, work: work?.work };
  }

  test('with goods picked the ERP can lower it to what is picked, not below, and not cancel it', async () => {
    await pickFirst('SO-P', 8);
    const [below] = await erp().sent(shipMessage('p-2', 'SO-P', [[1, 'A1', 6]]));
    expect([below.status, codesOf(below)]).toEqual(['failed', ['/order/lines/0/quantity order.quantity_below_picked']]);
    const [cancelled] = await erp().sent(cancelShipMessage('p-3', 'SO-P'));
    expect([cancelled.status, codesOf(cancelled)]).toEqual([
      'failed',
      ['/order/orderNumber order.cancel_blocked_picked'],
    ]);
    expect(cancelled.errors[0].detail).toContain('A supervisor can close the rest of order SO-P');
    const [fits] = await erp().sent(shipMessage('p-4', 'SO-P', [[1, 'A1', 8]]));
    expect([fits.status, (await erp().settled('p-2')).status]).toEqual(['accepted', 'superseded']);
    expect(await erp().order('SO-P')).toMatchObject({
      status: 'open',
      lines: [{ orderedQuantity: 8, releasedQuantity: 8, pickedQuantity: 8, reservedQuantity: 8 }],
    });
  });

  test('work that a worker has claimed is cancelled with its order, and still says who had it', async () => {
    const [work] = await released('SO-CL');
    const worker = await Device.signIn(app(), 'W-1001');
    await worker.do('picking.claim', { work: work?.work });
    const [cancelled] = await erp().sent(cancelShipMessage('cl-2', 'SO-CL'));
    expect(cancelled.status).toBe('accepted');
    const row = await app()
      .services.store.read.k.selectFrom('work')
      .select(['status', 'claimed_by'])
      .where('id', '=', work?.work ?? '')
      .executeTakeFirst();
    expect(row).toEqual({ status: 'cancelled', claimed_by: 'W-1001' });
    const shipment = await app()
      .services.store.read.k.selectFrom('outbound_shipment as s')
      .innerJoin('outbound_shipment_line as l', 'l.shipment', 's.shipment')
      .innerJoin('outbound_load as d', 'd.load_number', 's.load_number')
      .select(['s.status', 'd.status as load_status', 'l.quantity_base'])
      .where('l.order_key', '=', 'DEMO:SO-CL')
      .executeTakeFirst();
    expect(shipment).toEqual({ status: 'cancelled', load_status: 'cancelled', quantity_base: 0 });
  });

  test('a supervisor cancels the remainder: what is picked is still to be shipped', async () => {
    await pickFirst('SO-RM', 4, [
      [1, 'A1', 10],
      [2, 'A2', 5],
    ]);
    const device = await supervisor();
    const closed = await device.do('orders.close_remainder', { order: 'SO-RM', reason: 'customer' });
    expect(closed).toMatchObject({ outcome: 'applied', result: { lines: [1, 2] } });
    expect(await erp().order('SO-RM')).toMatchObject({
      status: 'open',
      releaseStatus: 'released',
      lines: [
        { status: 'open', pickedQuantity: 4, releasedQuantity: 4, cancelledQuantity: 6, remainingQuantity: 4 },
        { status: 'cancelled', releasedQuantity: 0, reservedQuantity: 0, cancelledQuantity: 5 },
      ],
    });
    const again = await device.do('orders.close_remainder', { order: 'SO-RM', reason: 'customer' });
    expect([again.outcome, again.problem.code]).toEqual(['refused', 'order.nothing_left']);
  });

  test.each<[what: string, badge: string, body: object, code: string]>([
    ['a worker', 'W-1001', { order: 'SO-H' }, 'auth.permit_missing'],
    ['an order nobody knows', 'S-2001', { order: 'SO-NONE' }, 'order.unknown_outbound'],
    ['a line nobody knows', 'S-2001', { order: 'SO-H', line: 9 }, 'order.line_unknown'],
    ['an order that was cancelled', 'S-2001', { order: 'SO-X' }, 'order.not_open'],
  ])('the remainder is not cancelled: %s', async (_what, badge, body, code) => {
    await erp().sent(itemMessage('A1'), shipMessage(`h-${badge}-${code}`, 'SO-H', ten));
    await erp().sent(shipMessage('x-1', 'SO-X', ten));
    await erp().sent(cancelShipMessage('x-2', 'SO-X'));
    const device = await Device.signIn(app(), badge);
    const result = await device.do('orders.close_remainder', { ...body, reason: 'customer' });
    expect([result.outcome, result.problem.code]).toEqual(['refused', code]);
  });

  test('a held order is not released, until the hold is lifted', async () => {
    await erp().sent(itemMessage('A1'), shipMessage('ho-1', 'SO-HO', ten, { holdCodes: ['CREDIT'] }));
    await haveStock('A1', 10);
    const device = await supervisor();
    const release = async () => (await device.do('waves.release', { orders: ['SO-HO'] })).problem?.code;
    expect(await release()).toBe('waves.order_held');
    const lift = (code?: string) => device.do('orders.release_hold', { order: 'SO-HO', code, reason: 'paid' });
    expect((await lift('OTHER')).problem.code).toBe('order.hold_unknown');
    expect(await lift()).toMatchObject({ outcome: 'applied', result: { holdCodes: [] } });
    const set = await device.do('orders.set_hold', { order: 'SO-HO', code: 'RECALL', reason: 'call' });
    expect(set.result).toEqual({ order: 'SO-HO', holdCodes: ['RECALL'] });
    await erp().sent(shipMessage('ho-2', 'SO-HO', ten, { holdCodes: ['CREDIT'] }));
    expect((await erp().order('SO-HO')).holdCodes).toEqual(['RECALL']);
    await lift('RECALL');
    expect(await release()).toBeUndefined();
  });

  test('a dry run shows what would be different, of the order and on the floor, and changes nothing', async () => {
    const [work] = await released('SO-D');
    const answer = await erp().post(shipMessage('d-2', 'SO-D', [[1, 'A1', 4]], { notes: 'ring' }), '?dryRun=true');
    expect(answer.body).toMatchObject({
      status: 'accepted',
      changes: {
        header: [{ member: 'notes', before: null, after: 'ring' }],
        lines: [
          {
            id: '1',
            change: 'changed',
            members: expect.arrayContaining([
              { member: 'quantity', before: 10, after: 4 },
              { member: 'released', before: 10, after: 4 },
            ]),
          },
        ],
        work: [{ id: `${work?.work}/1`, change: 'changed', members: [{ member: 'quantity', before: 10, after: 4 }] }],
      },
    });
    expect((await erp().order('SO-D')).lines[0]).toMatchObject({ orderedQuantity: 10, releasedQuantity: 10 });
    const cancel = await erp().post(cancelShipMessage('d-3', 'SO-D'), '?dryRun=true');
    expect(cancel.body.changes.work[0].members).toEqual([{ member: 'status', before: 'open', after: 'cancelled' }]);
    const fresh = await erp().post(shipMessage('d-4', 'SO-D4', ten), '?dryRun=true');
    expect(fresh.body.changes.lines[0]).toMatchObject({ id: '1', change: 'added' });
  });

  test('a dry run of what would be refused shows the same, with what stands against each line', async () => {
    const five: LineOf = [2, 'A2', 5];
    await pickFirst('SO-DR', 8, [[1, 'A1', 10], five, [3, 'A2', 2], [4, 'A2', 1]]);
    const asked: LineOf[] = [[1, 'A1', 6], five, [3, 'A2', 1, { unit: 'case' }], [5, 'A1', 3, { unit: 'crate' }]];
    const answer = await erp().post(shipMessage('dr-2', 'SO-DR', asked, { notes: 'ring' }), '?dryRun=true');
    expect(answer.body).toMatchObject({ status: 'failed', order: null });
    const { header, lines, work } = answer.body.changes;
    expect([header, work]).toEqual([[{ member: 'notes', before: null, after: 'ring' }], []]);
    expect(lines.map((line: { id: string; change: string }) => `${line.id} ${line.change}`)).toEqual([
      '1 changed',
      '3 changed',
      '4 removed',
      '5 added',
    ]);
    expect(lines.map(codesOf)).toEqual([
      ['/order/lines/0/quantity order.quantity_below_picked'],
      ['/order/lines/2/unit order.line_unit_fixed'],
      ['/order/lines order.line_released'],
      ['/order/lines/3/unit item.unit_unknown'],
    ]);
    expect(lines[0].members).toEqual([{ member: 'quantity', before: 10, after: 6 }]);
    expect(lines[0].errors[0].detail).toContain('8 pcs');
    expect(lines[1].members).toEqual([
      { member: 'quantity', before: 2, after: 1 },
      { member: 'unit', before: 'pcs', after: 'case' },
    ]);
    expect(lines.flatMap((line: { errors: object[] }) => line.errors)).toHaveLength(answer.body.errors.length);
  });

  test('a dry run of a cancellation that is refused, and of an update that waits for an item, says what they ask for', async () => {
    await pickFirst('SO-DC', 8);
    const cancel = await erp().post(cancelShipMessage('dc-2', 'SO-DC'), '?dryRun=true');
    const toCancelled = [{ member: 'status', before: 'open', after: 'cancelled' }];
    const blocked = [{ code: 'order.cancel_blocked_picked' }];
    expect(cancel.body).toMatchObject({
      status: 'failed',
      changes: { header: toCancelled, lines: [{ id: '1', members: toCancelled, errors: blocked }], work: [] },
    });
    const waits = await erp().post(shipMessage('dc-3', 'SO-DC', [...ten, [2, 'NEVER', 1]]), '?dryRun=true');
    expect(waits.body).toMatchObject({
      status: 'parked',
      changes: {
        header: [],
        lines: [{ id: '2', change: 'added', errors: [{ code: 'order.item_unknown' }] }],
        work: [],
      },
    });
    expect(waits.body.changes.lines).toHaveLength(1);
  });

  test('an order for an item nobody knows waits for it', async () => {
    const [waiting] = await erp().sent(shipMessage('w-1', 'SO-W', [[1, 'LATER', 1]]));
    expect(waiting.status).toBe('parked');
    await erp().sent(itemMessage('LATER'));
    const { status } = await erp().settled('w-1', (each) => each === 'accepted');
    expect(status).toBe('accepted');
    const [other] = await erp().sent({ ...itemMessage('LATER', { baseUnit: 'kg', units: [] }), messageId: 'later-2' });
    expect(other.status).toBe('failed');
  });

  test('the feed tells how far it is, once for what changed together, and an event with it', async () => {
    let rows: { orderNumber: string; status: string; releaseStatus: string; lines: object[] }[] = [];
    const tellsLast = async () => {
      const { body } = await erp().get('/api/erp/order-status?limit=1000');
      rows = body.items.filter((row: { orderNumber: string }) => row.orderNumber === 'SO-F');
      return [rows.at(-1)?.status, rows.at(-1)?.releaseStatus];
    };
    // What changes together is told once: each is waited for before the next.
    await erp().sent(itemMessage('A1'), shipMessage('f-1', 'SO-F', ten));
    await expect.poll(tellsLast).toEqual(['open', 'open']);
    expect(rows.at(-1)).toMatchObject({ lines: [{ reservedQuantity: 0 }] });
    await haveStock('A1', 10);
    await (await supervisor()).do('waves.release', { orders: ['SO-F'] });
    await expect.poll(tellsLast).toEqual(['open', 'released']);
    await erp().sent(cancelShipMessage('f-2', 'SO-F'));
    await expect.poll(tellsLast).toEqual(['cancelled', expect.any(String)]);
    const line = { lineNumber: 1, item: 'A1', unit: 'pcs', orderedQuantity: 10 };
    expect(rows.at(-2)).toMatchObject({
      releaseStatus: 'released',
      shipmentStatus: 'open',
      lines: [{ ...line, reservedQuantity: 10, releasedQuantity: 10, shippedQuantity: 0 }],
    });
    expect(rows.at(-1)).toMatchObject({
      status: 'cancelled',
      lines: [{ ...line, status: 'cancelled', reservedQuantity: 0, releasedQuantity: 0, cancelledQuantity: 10 }],
    });
    const events = await erp().events(3, 'SO-F');
    expect(events.at(-1)).toMatchObject({
      type: 'app.tallyman.order.status-changed.v1',
      data: { status: 'cancelled' },
    });
  });

  test('what is promised at import is given back where the order asks for less, other goods or nothing', async () => {
    await erp().sent(itemMessage('B1'), itemMessage('B2'));
    await haveStock('B1', 10);
    await haveStock('B2', 10);
    const reserved = async () => {
      const rows = await app()
        .services.store.read.k.selectFrom('balance')
        .select(['item_key', 'reserved_base'])
        .where('item_key', 'in', ['DEMO:B1', 'DEMO:B2'])
        .orderBy('item_key')
        .execute();
      return rows.map((row) => row.reserved_base);
    };
    const send = async (messageId: string, lines: readonly LineOf[], reservationAtImport = 'reserve') => {
      const [{ status, errors }] = await erp().sent(shipMessage(messageId, 'SO-I', lines, { reservationAtImport }));
      return [status, ...errors.map(({ code }: { code: string }) => code)];
    };
    expect(await send('i-1', [[1, 'B1', 8]])).toEqual(['accepted']);
    expect(await reserved()).toEqual([8, 0]);
    expect(await send('i-2', [[1, 'B1', 5]])).toEqual(['accepted']);
    expect(await reserved()).toEqual([5, 0]);
    expect(
      await send(
        'i-3',
        [
          [1, 'B2', 5],
          [2, 'B1', 10],
        ],
        'full',
      ),
    ).toEqual(['accepted']);
    expect(await reserved()).toEqual([10, 5]);
    expect(
      await send(
        'i-4',
        [
          [1, 'B2', 5],
          [2, 'B1', 11],
        ],
        'full',
      ),
    ).toEqual(['failed', 'order.cannot_reserve']);
    expect(await reserved()).toEqual([10, 5]);
    expect((await erp().order('SO-I')).reservedPercent).toBe(100);
    await erp().sent(cancelShipMessage('i-5', 'SO-I'));
    expect(await reserved()).toEqual([0, 0]);
  });

  test.each([
    [57, 100, 57],
    [199, 200, 99],
  ])(
    '%i of %i that are reserved are said to be %i per cent, never more than there are',
    async (stock, ordered, percent) => {
      const [item, order] = [`PC-${stock}`, `SO-PC-${stock}`];
      await erp().sent(itemMessage(item));
      await haveStock(item, stock);
      await erp().sent(shipMessage(`pc-${stock}`, order, [[1, item, ordered]], { reservationAtImport: 'reserve' }));
      expect((await erp().order(order)).reservedPercent).toBe(percent);
    },
  );

  test('where its source system wants another number, the order goes by both', async () => {
    await erp().sent(itemMessage('A1'));
    await decideFor(app(), { outboundOrderNumberPrefix: 'D-' });
    await erp().sent(shipMessage('own-1', 'SO-OWN', ten));
    await decideFor(app(), {});
    expect(await erp().order('SO-OWN')).toMatchObject({ orderNumber: 'SO-OWN', ownNumber: 'D-SO-OWN' });
    expect(await erp().order('D-SO-OWN')).toMatchObject({ orderNumber: 'SO-OWN' });
  });

  test('orders of both directions may have one number: which one is meant has to be said', async () => {
    await erp().sent(itemMessage('A1'), shipMessage('b-1', 'BOTH', ten), orderMessage('b-2', 'BOTH', ten));
    const both = await erp().get('/api/erp/orders/BOTH');
    expect([both.status, both.body.code]).toEqual([409, 'order.both_directions']);
    expect((await erp().get('/api/erp/orders/BOTH?direction=outbound')).body.direction).toBe('outbound');
    expect((await erp().get('/api/erp/orders/BOTH?direction=inbound')).body.direction).toBe('inbound');
  });
});
