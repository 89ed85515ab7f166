import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import { exactly, sumBy } from './exact.ts';

/** Base units in one of a unit, of an item of a source system. */
export type Conversion = (sourceSystem: string, item: string, unit: string) => number;

/** What a rule may look at besides the command and its own deltas. */
export interface Known {
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
export type Rule = (deed: Deed, made: readonly DeltaRow[], known: Known) => string | undefined;

/** As much as was said, of the item and lot that were said, with each serial number that was said. */
export function whyNotGoods({ body }: Deed, made: readonly DeltaRow[], { perUnit }: Known): string | undefined {
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
export function whyNotMove(deed: Deed, made: readonly DeltaRow[], { perUnit }: Known): string | undefined {
  const { body } = deed;
  const why = whyNotCarried(made);
  if (why) return why;
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

/** As much of everything is there as was, only elsewhere. */
export function whyNotCarried(made: readonly DeltaRow[]): string | undefined {
  if (made.length === 0) return 'it moved nothing';
  const kinds = sumBy(
    made,
    (row) => [row.item, row.owner, row.lot, row.serial].join(' '),
    ({ quantity }) => quantity,
  );
  for (const [kind, sum] of kinds) if (sum !== 0) return `${sum / 1000} of ${kind} came from nowhere`;
  return undefined;
}

/** Exactly the opposite of what an earlier command made. */
export function whyNotOpposite(before: readonly DeltaRow[], made: readonly DeltaRow[]): string | undefined {
  const [one, other] = [before.map((row) => goodsOf(row, 1)), made.map((row) => goodsOf(row, -1))];
  const isOpposite = made.length > 0 && one.sort().join() === other.sort().join();
  return isOpposite ? undefined : `it made ${other.join()} less, not ${one.join()}`;
}

export function whyNotAll(rows: readonly DeltaRow[], name: keyof DeltaRow, expected: unknown): string | undefined {
  const other = rows.find((row) => row[name] !== expected);
  return other ? `its delta ${other.position} has the ${name} ${other[name]}, not ${expected}` : undefined;
}

function goodsOf(row: DeltaRow, sign: number): string {
  const { item, owner, lot, serial, location, licensePlate, inventoryStatus, quantity } = row;
  return [item, owner, lot, serial, location, licensePlate, inventoryStatus, exactly(quantity) * sign].join('/');
}
