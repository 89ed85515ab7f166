import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onBothDatabases, openTestApp, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';

/** What a worker does; numbers choose among what was done before, modulo how much there is. */
const deed = fc.record({
  kind: fc.constantFrom('register', 'register', 'register', 'undo', 'put', 'put', 'adjust', 'complete'),
  which: fc.nat(7),
  quantity: fc.integer({ min: 1, max: 5 }),
  dependsOn: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/**
 * One attempt to send a stretch of the batch. What is lost on the way there never arrives; what is lost on the way back
 * is done, and nobody knows. `joins`: it is under way at the same moment as the attempt before it.
 */
const attempt = fc.record({
  from: fc.nat(9),
  count: fc.integer({ min: 1, max: 10 }),
  isLost: fc.boolean(),
  joins: fc.boolean(),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

/** What is tried first, so that chance cannot leave it out: five mornings of which the end arrives before the beginning. */
const outOfOrder: [Deed[], Attempt[]][] = Array.from({ length: 5 }, (_, which) => [
  Array.from({ length: 6 }, (_, index): Deed => {
    return { kind: index < 3 ? 'register' : 'adjust', which: index, quantity: 1 + which, dependsOn: false };
  }),
  [
    { from: 3, count: 3, isLost: false, joins: false },
    { from: which, count: 2, isLost: false, joins: true },
  ],
]);

/** The commands of a worker's morning, as they lie in the device's queue. */
function batchOf(run: string, device: Device, deeds: readonly Deed[]): { id: string }[] {
  const commands: { id: string }[] = [];
  const registers: { id: string; plate: string }[] = [];
  for (const [index, { kind, which, quantity, dependsOn }] of deeds.entries()) {
    const plate = `LP-${run}${index}`;
    const goods = { item: `${run}-${which % 2}`, quantity, unit: 'pcs' };
    const before = registers[which % Math.max(1, registers.length)];
    const causedBy = dependsOn && before ? { causedBy: before.id } : {};
    const made = {
      register: () => {
        const body = { order: run, ...goods, licensePlate: before && dependsOn ? before.plate : `${plate}1` };
        return device.command('receiving.register', body);
      },
      undo: () =>
        device.command('receiving.undo_registration', { registration: `command:${before?.id ?? 'none'}` }, causedBy),
      put: () => {
        const to = ['A-01-02-1', 'B-01-02-1', 'B-02-02-1'][which % 3];
        return device.command('putaway.put', { licensePlate: before?.plate ?? plate, to }, causedBy);
      },
      adjust: () => device.command('inventory.adjust', { location: 'STAGE-01', ...goods, reason: 'found' }),
      complete: () => device.command('receiving.complete', { order: run, acceptDifferences: true }),
    }[kind]();
    if (kind === 'register')
      registers.push({ id: made.id, plate: String((made.body as { licensePlate: string }).licensePlate) });
    commands.push(made);
  }
  return commands;
}

interface Result {
  readonly id: string;
  readonly outcome: string;
  readonly result: unknown;
  readonly problem: { readonly code: string } | null;
}

/** Everything that came of it: answers, ledger, stock, registrations with their coverage, order lines, documents. */
async function stateAfter(app: TestApp, run: string, results: readonly Result[]) {
  await whenPublished(app);
  const { k } = app.services.store.read;
  const ids = results.map(({ id }) => id);
  const key = `DEMO:${run}`;
  const lines = await k
    .selectFrom('inbound_order_line')
    .selectAll()
    .where('order_key', '=', key)
    .orderBy('line_number')
    .execute();
  const documents = await k
    .selectFrom('document')
    .select('body')
    .where('command_id', 'in', ids)
    .orderBy('number')
    .execute();
  const coverage = await k.selectFrom('coverage').select(['id', 'state']).execute();
  const registrations = await k
    .selectFrom('registration')
    .selectAll()
    .where('order_key', '=', key)
    .orderBy('id')
    .execute();
  const entries = await k.selectFrom('ledger_entry').selectAll().where('command_id', 'in', ids).orderBy('id').execute();
  const deltas = await k
    .selectFrom('inventory_delta')
    .select(['location', 'lot', 'quantity_base', 'item_key'])
    .where('item_key', 'like', `${key}-%`)
    .orderBy('position')
    .execute();
  const balances = await k
    .selectFrom('balance')
    .selectAll()
    .where('item_key', 'like', `${key}-%`)
    .orderBy('item_key')
    .orderBy('location')
    .orderBy('license_plate')
    .execute();
  const work = await k
    .selectFrom('work')
    .select(['license_plate', 'status'])
    .where('command_id', 'in', ids)
    .orderBy('id')
    .execute();
  return {
    results: results.map(({ id, outcome, result, problem }) => ({
      ...{ id, outcome, result: withoutNumbers(result), code: problem?.code },
    })),
    ledger: entries.map(({ recorded_at: _, ...entry }) => entry),
    lines: lines.map(({ registered_base, received_base, status }) => ({ registered_base, received_base, status })),
    registrations: registrations.map(({ id, status, quantity_base, license_plate }) => ({
      id,
      status,
      quantity_base,
      license_plate,
    })),
    coverage: coverage.filter(({ id }) => ids.some((own) => id.startsWith(own))).sort((a, b) => (a.id < b.id ? -1 : 1)),
    documents: documents.map(({ body }) => withoutNumbers(JSON.parse(body).lines)),
    ...{ deltas, balances, work },
  };
}

/** Numbers of documents and loads are drawn from series that all orders share. */
function withoutNumbers(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (name, member) => (/^(documentNumber|journal|load)$/.test(name) ? '#' : member)),
  );
}

async function haveDelivery(app: TestApp, run: string): Promise<void> {
  await haveItems(app, [{ number: `${run}-0` }, { number: `${run}-1` }]);
  const lines = [0, 1, 0].map((of, index) => ({ lineNumber: index + 1, item: `${run}-${of}`, quantity: 6, over: 20 }));
  await haveOrders(app, [{ orderNumber: run, lines }]);
}

/** Sends as the attempts say: stretches of the batch in any order, twice, side by side, the answers heard or not. */
async function sendBadly(
  device: Device,
  batch: readonly { id: string }[],
  attempts: readonly Attempt[],
): Promise<void> {
  let underWay: Promise<unknown>[] = [];
  for (const { from, count, isLost, joins } of attempts) {
    if (!joins) {
      await Promise.all(underWay);
      underWay = [];
    }
    const start = from % batch.length;
    if (!isLost) underWay.push(device.send(...batch.slice(start, start + count)));
  }
  await Promise.all(underWay);
}

onBothDatabases('a batch that is sent badly', (app) => {
  test('makes exactly what it makes when it is sent once, whatever is lost, doubled, late or out of order', async () => {
    const calm = await openTestApp(app().dialect);
    const outcomes = new Map<string, number>();
    let gaps = 0;
    let run = 0;
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(deed, { minLength: 2, maxLength: 10 }),
          fc.array(attempt, { maxLength: 8 }),
          async (deeds, attempts) => {
            run += 1;
            const name = `RS${run}`;
            const id = `HH-${app().dialect}-${run}`;
            await Promise.all([haveDelivery(app(), name), haveDelivery(calm, name)]);
            const stormy = await Device.signIn(app(), 'S-2001', { id });
            const undisturbed = await Device.signIn(calm, 'S-2001', { id });
            const batch = batchOf(name, stormy, deeds);
            await sendBadly(stormy, batch, attempts);
            gaps += attempts.some(({ from, isLost }) => !isLost && from % batch.length > 0) ? 1 : 0;
            const expected = await stateAfter(calm, name, await undisturbed.send(...batch));
            // Whatever was heard, the device sends all of it until all of it is answered; and once more.
            const answers = await stormy.send(...batch);
            expect(await stateAfter(app(), name, answers)).toEqual(expected);
            expect(await stateAfter(app(), name, await stormy.send(...batch))).toEqual(expected);
            for (const { outcome, code } of expected.results) {
              outcomes.set(code ?? outcome, (outcomes.get(code ?? outcome) ?? 0) + 1);
            }
          },
        ),
        { numRuns: app().dialect === 'sqlite' ? 25 : 10, interruptAfterTimeLimit: 25_000, examples: outOfOrder },
      );
    } finally {
      await calm.close();
    }
    // A property that only ever sees refusals, or only what comes in order, proves nothing.
    expect(outcomes.get('applied')).toBeGreaterThan(20);
    expect(gaps).toBeGreaterThan(3);
  });
});
