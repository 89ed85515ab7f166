import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, shipMessage } from '../support/erp.ts';

const step = fc.oneof(
  fc.record({
    what: fc.constant('send' as const),
    order: fc.integer({ min: 1, max: 3 }),
    quantities: fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 15 })),
    reservationAtImport: fc.constantFrom('none', 'reserve', 'partial', 'full'),
  }),
  fc.record({ what: fc.constantFrom('cancel' as const, 'release' as const), order: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constantFrom('remainder' as const, 'pick' as const), order: fc.integer({ min: 1, max: 3 }) }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

onBothDatabases('what is promised to orders', (app) => {
  test('is what balances, lines, shipments and work count, whatever is sent, released, picked and cancelled', async () => {
    let run = 0;
    await new Erp(app()).sent(itemMessage('A1'), itemMessage('A2'));
    const supervisor = await Device.signIn(app(), 'S-2001');
    const goods = { quantity: 60, unit: 'pcs', reason: 'found' };
    await supervisor.do('inventory.adjust', { ...goods, item: 'A1', location: 'A-01-02-1' });
    await supervisor.do('inventory.adjust', { ...goods, item: 'A2', location: 'A-01-02-2' });
    const carry = async (each: Step) => {
      const erp = new Erp(app());
      const order = `SO-${run}-${each.order}`;
      const id = crypto.randomUUID();
      if (each.what === 'send') {
        const [first, second] = each.quantities;
        const { reservationAtImport } = each;
        const lines = [
          [1, 'A1', first],
          [2, 'A2', second],
        ] as const;
        await erp.sent(shipMessage(id, order, lines, { reservationAtImport }));
      } else if (each.what === 'cancel') await erp.sent(cancelShipMessage(id, order));
      else if (each.what === 'release') await supervisor.do('waves.release', { orders: [order] });
      else if (each.what === 'remainder') await supervisor.do('orders.close_remainder', { order, reason: 'customer' });
      else await pickSome(app(), order);
      expect(await contradictions(app())).toEqual([]);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        run += 1;
        for (const each of steps) await carry(each);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  describe('what a count did not find of goods that are promised is fetched by nobody', () => {
    type Change = (order: string, item: string, work: string, supervisor: Device) => Promise<unknown>;
    const erp = () => new Erp(app());
    test.each<[what: string, change: Change, toFetch: number]>([
      ['the ERP cancels the order', (order) => erp().sent(cancelShipMessage(`no-${order}`, order)), 0],
      ['the ERP wants one only', (order, item) => erp().sent(shipMessage(`1-${order}`, order, [[1, item, 1]])), 1],
      [
        'what is left of it is closed',
        (order, _item, _work, supervisor) => supervisor.do('orders.close_remainder', { order, reason: 'customer' }),
        0,
      ],
      [
        'its work is cancelled',
        (_order, _item, work, supervisor) => supervisor.do('waves.cancel_work', { work, reason: 'not needed' }),
        0,
      ],
    ])('once %s', async (what, change, toFetch) => {
      const [item, order] = [`GONE ${what}`.slice(0, 30), `SO ${what}`];
      const supervisor = await Device.signIn(app(), 'S-2001');
      await erp().sent(itemMessage(item), shipMessage(`all-${order}`, order, [[1, item, 3]]));
      const location = 'B-11-03-2';
      await supervisor.do('inventory.adjust', { location, item, quantity: 3, unit: 'pcs', reason: 'found' });
      const { work } = (await supervisor.do('waves.release', { orders: [order] })).result.work[0];
      const { result } = await supervisor.do('counting.start', { location });
      const counted = await supervisor.do('counting.count', { work: result.work, lines: [], empty: true });
      expect(counted.result.outcome).toBe('posted');
      await change(order, item, work, supervisor);
      const left = await app()
        .services.store.read.k.selectFrom('work_line as l')
        .innerJoin('work as w', 'w.id', 'l.work')
        .select((eb) => eb.fn.sum<number>('l.quantity_base').as('quantity_base'))
        .where('l.order_key', '=', `DEMO:${order}`)
        .where('l.status', '=', 'open')
        .where('w.status', '=', 'open')
        .executeTakeFirst();
      expect(Number(left?.quantity_base ?? 0)).toBe(toFetch);
    });
  });
});

/** Picks all but one of the first open line of the order's work, where there is one. */
async function pickSome(app: TestApp, order: string): Promise<void> {
  const [line] = await app.services.store.read.k
    .selectFrom('work_line as l')
    .innerJoin('work as w', 'w.id', 'l.work')
    .select(['l.work', 'l.line', 'l.location', 'l.item_key', 'l.quantity_base', 'l.picked_base'])
    .where('l.order_key', '=', `DEMO:${order}`)
    .where('l.status', '=', 'open')
    .where('w.status', '=', 'open')
    .orderBy('l.work')
    .orderBy('l.line')
    .limit(1)
    .execute();
  if (!line) return;
  const worker = await Device.signIn(app, 'W-1001');
  const { work, line: number, location } = line;
  await worker.do('picking.claim', { work });
  const quantity = Math.max(1, line.quantity_base - line.picked_base - 1);
  const body = { work, line: number, location, item: line.item_key.slice(5), quantity, unit: 'pcs' };
  const picked = await worker.do('picking.pick', body);
  expect(picked.outcome, JSON.stringify(picked.problem)).toBe('applied');
}

/** Where two of the books that count promised goods say different things. */
async function contradictions(app: TestApp): Promise<string[]> {
  const { k } = app.services.store.read;
  const reservations = await k.selectFrom('reservation').selectAll().execute();
  const live = reservations.filter(({ state }) => state !== 'shipped');
  const sumOf = (rows: readonly { quantity_base: number }[]) => rows.reduce((sum, row) => sum + row.quantity_base, 0);
  const found: string[] = [];
  const keyOf = (row: { location: string; item_key: string; lot: string; serial: string; license_plate: string }) =>
    [row.location, row.item_key, row.lot, row.serial, row.license_plate].join('/');
  for (const balance of await k.selectFrom('balance').selectAll().execute()) {
    const promised = sumOf(live.filter((row) => keyOf(row) === keyOf(balance)));
    if (promised !== balance.reserved_base) found.push(`${keyOf(balance)}: ${promised} not ${balance.reserved_base}`);
  }
  const shipped = await k.selectFrom('outbound_shipment_line').selectAll().execute();
  for (const line of await k.selectFrom('outbound_order_line').selectAll().execute()) {
    const isOf = (row: { order_key: string; line_number: number }) =>
      row.order_key === line.order_key && row.line_number === line.line_number;
    const own = live.filter(isOf);
    const name = `${line.order_key} ${line.line_number}`;
    const ofOrder = sumOf(own.filter(({ state }) => state === 'order'));
    if (ofOrder !== line.reserved_base) found.push(`${name}: promised ${ofOrder} not ${line.reserved_base}`);
    const released = sumOf(shipped.filter(isOf));
    if (released !== line.released_base) found.push(`${name}: released ${released} not ${line.released_base}`);
    const onShipments = sumOf(own) - ofOrder;
    if (onShipments !== released - line.shipped_base)
      found.push(`${name}: ${onShipments} on shipments not ${released}`);
    const asked = line.quantity_base - line.cancelled_base;
    const given = line.reserved_base + line.released_base;
    if (line.status === 'open' && given > asked) found.push(`${name}: given ${given} of ${asked}`);
  }
  const works = await k
    .selectFrom('work_line as l')
    .innerJoin('work as w', 'w.id', 'l.work')
    .select(['l.work', 'l.line', 'l.status', 'l.quantity_base', 'l.picked_base'])
    .where('w.type', '=', 'pick')
    .execute();
  for (const line of works) {
    const toDo = sumOf(
      live.filter((row) => row.state === 'work' && row.work === line.work && row.work_line === line.line),
    );
    const said = line.status === 'cancelled' ? 0 : line.quantity_base - line.picked_base;
    if (toDo !== said) found.push(`${line.work}/${line.line} (${line.status}): ${toDo} to fetch not ${said}`);
  }
  return found;
}
