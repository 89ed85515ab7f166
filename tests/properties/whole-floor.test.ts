import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepSnapshots } from '../../api/planning/keep-snapshots.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { BookingErp, seenByPlanning } from '../support/booking-erp.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { type Deed, deed, kinds, WholeFloor } from '../support/whole-floor.ts';

/** More floors than the few of each run: `FLOORS=500 vitest run tests/properties/whole-floor.test.ts`. */
const asked = Number(process.env.FLOORS ?? 0);

/** What is done at the same moment, by different people. */
const step = fc.array(deed, { minLength: 1, maxLength: 3 });

/** Everything that can be done, once, in an order in which it can be done. */
const usualDay: Deed[][] = kinds.map((kind, index) => {
  const which = kind === 'put' ? 0 : index;
  return [{ kind, which, quantity: 2, to: index % 4, isMore: true }];
});

onBothDatabases('whatever is done on a whole floor, in any order, from several devices', (app) => {
  test('the books balance after every step: ledger, balances, snapshots with their changes, and what the ERP booked', {
    timeout: Math.max(120_000, asked * 20_000),
  }, async () => {
    const here = await Promise.all(['S-2001', 'A-3001'].map((badge) => Device.signIn(app(), badge)));
    const there = await Device.signIn(app(), 'A-3001', { warehouse: 'WEST' });
    const applied = new Set<string>();
    const refusals: string[] = [];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), fc.nat(3), async (steps, channels) => {
        run += 1;
        const floor = new WholeFloor(app(), `WF${run}`, { here, there });
        const erp = new BookingErp(app());
        const from = await newest(app());
        await floor.begin(channels);
        await erp.poll();
        for (const deeds of steps) {
          await Promise.all(deeds.map((each) => floor.carryOut(each)));
          expect(await wrongIn(app())).toEqual([]);
          await keepSnapshots(app().services.store, { between: 20 });
          await erp.poll();
          expect(await atOdds(app(), floor.item, erp, from)).toEqual([]);
        }
        for (const { type, outcome, code } of floor.outcomes) {
          expect([type, code]).not.toEqual([type, 'command.failed']);
          expect([type, code]).not.toEqual([type, 'command.body_invalid']);
          if (outcome === 'applied') applied.add(type);
          else refusals.push(`${type}: ${code}`);
        }
      }),
      { numRuns: asked || (app().dialect === 'sqlite' ? 4 : 2), endOnFailure: true, examples: [[usualDay, 0]] },
    );
    // Floors on which nothing is ever allowed prove nothing.
    const mustHappen = [
      ...['receiving.register', 'receiving.undo_registration', 'receiving.complete', 'putaway.put', 'inventory.move'],
      ...['inventory.adjust', 'inventory.change_status', 'counting.count', 'returns.register', 'waves.release'],
      ...['picking.pick', 'shipping.confirm', 'a transfer', 'inventory.hold_lot', 'inventory.release_lot'],
      ...['inventory.build_plate', 'inventory.break_plate', 'inventory.consolidate'],
    ];
    const never = mustHappen.filter((type) => !applied.has(type));
    expect(refusals.filter((refusal) => never.some((type) => refusal.startsWith(type)))).toEqual([]);
    expect(never).toEqual([]);
  });
});

async function newest(app: TestApp): Promise<number> {
  const { body } = await app.call('GET', '/api/planning/inventory-snapshots?limit=1', { as: 'demo-planning-key' });
  return body.position;
}

/** What says something else of an item than the balances do, each by its name; nothing where all agree. */
async function atOdds(app: TestApp, item: string, erp: BookingErp, from: number): Promise<string[]> {
  const { k } = app.services.store.read;
  const { base } = await k
    .selectFrom('balance')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('quantity_base'), eb.lit(0)).as('base'))
    .where('item_key', '=', `DEMO:${item}`)
    .executeTakeFirstOrThrow();
  const onHand = Number(base);
  const { onHand: byDeltas, pending } = await seenByPlanning(app, item, from);
  const then = new Date(Date.now() + 1).toISOString();
  const snapshots = await Promise.all(
    ['level=warehouse', 'level=location', `level=location&asOf=${then}`].map((query) => snapshotOf(app, item, query)),
  );
  const reports = [await erp.reportOn(item, true), await erp.reportOn(item, false)];
  const explained = await Promise.all(
    ['EAST', 'WEST'].map((warehouse) => erp.call('GET', `/api/erp/reconciliation?warehouse=${warehouse}&item=${item}`)),
  );
  const lines: readonly { quantity: number }[] = explained.flatMap(({ body }) => body.lines);
  const explainedAs = (member: 'confirmed' | 'reportedToErp') =>
    explained.reduce((sum, { body }) => sum + body[member], 0);
  const said: readonly (readonly [who: string, is: number, shouldBe: number])[] = [
    ['the changes', byDeltas, onHand],
    ...snapshots.map((sum, index) => [`snapshot ${index}`, sum, onHand] as const),
    ['the ERP', erp.bookedOf(item), onHand - pending],
    ...reports.map(({ reportedToErp }, index) => [`report ${index}`, reportedToErp, onHand - pending] as const),
    ['the report with all of it', reports[0]?.onHand ?? 0, onHand],
    ['the reconciliation', explainedAs('confirmed') + lines.reduce((sum, { quantity }) => sum + quantity, 0), onHand],
    ['what was reconciled as told', explainedAs('reportedToErp'), onHand - pending],
  ];
  return said.filter(([, is, shouldBe]) => is !== shouldBe).map(([who, is, should]) => `${who}: ${is}, not ${should}`);
}

async function snapshotOf(app: TestApp, item: string, query: string): Promise<number> {
  const path = `/api/planning/inventory-snapshots?${query}&item=${item}&limit=1000`;
  const { body } = await app.call('GET', path, { as: 'demo-planning-key' });
  return body.items.reduce((sum: number, row: { onHand: number }) => sum + row.onHand, 0);
}
