import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import { exactly, sumBy } from './exact.ts';

/** Base units in one of a unit, of an item of a source system. */
export type Conversion = (sourceSystem: string, item: string, unit: string) => number;

/**
 * Every command that was carried out made its own deltas, once and to the piece; whatever else is in the feed was made
 * by nobody. `deltas` are those of locations: both ends of every move.
 */
export function checkEffects(
  deeds: readonly Deed[],
  deltas: readonly DeltaRow[],
  perUnit: Conversion,
  announced: Announced = () => undefined,
): string[] {
  const wrong: string[] = [];
  const byCommand = Map.groupBy(deltas, ({ commandId }) => commandId);
  const byId = new Map(deeds.map((deed) => [deed.id, deed]));
  for (const [id, made] of byCommand) {
    const deed = byId.get(id);
    if (!deed) wrong.push(`${made.length} deltas name the command ${id}, which nobody made`);
    else if (!deed.made) wrong.push(`${deed.type} ${id} is ${deed.outcome} and moved stock all the same`);
  }
  const transactions = new Set<string>();
  for (const { transactionId, quantity, position } of deltas) {
    const leg = `${transactionId} ${Math.sign(quantity)}`;
    if (transactions.has(leg)) wrong.push(`delta ${position} is the second one of ${transactionId}`);
    transactions.add(leg);
  }
  for (const deed of deeds) {
    if (!deed.made) continue;
    const rule = rules[deed.type] ?? whyNotStill;
    const why = rule(deed, byCommand.get(deed.id) ?? [], { byCommand, perUnit, announced });
    if (why) wrong.push(`${deed.type} ${deed.id} ${JSON.stringify(deed.body)}: ${why}`);
  }
  return wrong;
}

interface Known {
  readonly byCommand: ReadonlyMap<string, readonly DeltaRow[]>;
  readonly perUnit: Conversion;
  readonly announced: Announced;
}

/**
 * Why goods that came with one scan of a plate are not what was announced; undefined where they are, or nobody announced
 * them.
 */
export type Announced = (deed: Deed, made: readonly DeltaRow[]) => string | undefined;

/** Answers what is wrong with what a command made. */
type Rule = (deed: Deed, made: readonly DeltaRow[], known: Known) => string | undefined;

const rules: Readonly<Record<string, Rule>> = {
  'receiving.register': whyNotRegistered,
  'receiving.undo_registration': (deed, made, { byCommand }) => {
    const undone = String(deed.body.registration).replace('command:', '');
    const before = byCommand.get(undone) ?? [];
    const [one, other] = [before.map((row) => goodsOf(row, 1)), made.map((row) => goodsOf(row, -1))];
    const isOpposite = made.length > 0 && one.sort().join() === other.sort().join();
    return isOpposite ? undefined : `it made ${other.join()} less, not ${one.join()}`;
  },
  'putaway.put': (deed, made, known) => whyNotMove(deed, made, known),
  'inventory.move': (deed, made, known) => whyNotMove(deed, made, known),
  'inventory.adjust': (deed, made, known) =>
    whyNotGoods(deed, made, known) ?? whyNotAll(made, 'location', deed.body.location),
};

/** Everything else moves nothing. What was decided on moves stock in the name of the command that waited. */
function whyNotStill(_: Deed, made: readonly DeltaRow[]): string | undefined {
  return made.length === 0 ? undefined : 'it moved stock';
}

function whyNotRegistered(deed: Deed, made: readonly DeltaRow[], known: Known): string | undefined {
  const { registrations, licensePlate } = deed.made ?? {};
  const count = (registrations as readonly unknown[] | undefined)?.length ?? 0;
  if (made.length !== count) return `it made ${made.length} deltas and ${count} registrations`;
  if (made.some(({ quantity, reason }) => quantity <= 0 || reason !== 'receive')) return 'it did not only receive';
  // One scan of a plate that was announced brings all that is to be on it and on the plates on it.
  if (deed.body.item === undefined) return made.length === 0 ? 'it brought nothing' : known.announced(deed, made);
  return whyNotGoods(deed, made, known) ?? whyNotAll(made, 'licensePlate', licensePlate ?? null);
}

/** As much as was said, of the item and lot that were said, with each serial number that was said. */
function whyNotGoods({ body }: Deed, made: readonly DeltaRow[], { perUnit }: Known): string | undefined {
  const expected = exactly(
    Number(body.quantity) * perUnit(String(body.sourceSystem), String(body.item), String(body.unit)),
  );
  const sum = made.reduce((total, { quantity }) => total + exactly(quantity), 0);
  if (sum !== expected) return `it made ${sum / 1000} instead of ${expected / 1000}`;
  const serials = (body.serials as string[] | undefined) ?? [];
  const seen = made.flatMap(({ serial }) => (serial === null ? [] : [serial]));
  if (serials.toSorted().join() !== seen.sort().join()) return `it moved the serials ${seen.join()}`;
  return (
    whyNotAll(made, 'item', body.item) ??
    whyNotAll(made, 'owner', body.sourceSystem) ??
    whyNotAll(made, 'lot', body.lot ?? null)
  );
}

/** Nothing more and nothing less than there was, all of it where it was to go. */
function whyNotMove({ body }: Deed, made: readonly DeltaRow[], { perUnit }: Known): string | undefined {
  if (made.length === 0) return 'it moved nothing';
  const kinds = sumBy(
    made,
    (row) => [row.item, row.owner, row.lot, row.serial].join(' '),
    ({ quantity }) => quantity,
  );
  for (const [kind, sum] of kinds) if (sum !== 0) return `${sum / 1000} of ${kind} came from nowhere`;
  const arrived = made.filter(({ quantity }) => quantity > 0);
  if (body.quantity !== undefined && body.licensePlate === undefined) {
    const expected = exactly(
      Number(body.quantity) * perUnit(String(body.sourceSystem), String(body.item), String(body.unit)),
    );
    const sum = arrived.reduce((total, { quantity }) => total + exactly(quantity), 0);
    if (sum !== expected) return `it moved ${sum / 1000} instead of ${expected / 1000}`;
  }
  return whyNotAll(arrived, 'location', body.to);
}

function whyNotAll(rows: readonly DeltaRow[], name: keyof DeltaRow, expected: unknown): string | undefined {
  const other = rows.find((row) => row[name] !== expected);
  return other ? `its delta ${other.position} has the ${name} ${other[name]}, not ${expected}` : undefined;
}

function goodsOf(row: DeltaRow, sign: number): string {
  const { item, owner, lot, serial, location, licensePlate, inventoryStatus, quantity } = row;
  return [item, owner, lot, serial, location, licensePlate, inventoryStatus, exactly(quantity) * sign].join('/');
}
