import { availableBase, type StockRow } from './stock-row.ts';

/** A row of stock that may be promised, with what decides whose turn it is. */
export interface StockCandidate extends StockRow {
  readonly locationType: string;
  readonly walkSequence: number;
  /** Of its lot, `YYYY-MM-DD`; null where it has none. */
  readonly expiryDate: string | null;
  /** When its plate was made, in ms: the older goods go first. 0 for loose goods, which are older than any plate. */
  readonly firstAt: number;
  /** At the place from which the item is picked; left out: no. */
  readonly isFace?: boolean;
}

/** What is asked for. Quantities in steps of the item. */
export interface StockDemand {
  readonly item: string;
  readonly owner: string;
  readonly inventoryStatus: string;
  readonly lot: string | null;
  readonly serial: string | null;
  /** Goods that expire before this day are not good enough; null: any. */
  readonly goodUntil: string | null;
  readonly quantityBase: number;
}

export interface ChosenStock {
  readonly parts: readonly { readonly row: StockCandidate; readonly quantityBase: number }[];
  readonly shortBase: number;
}

/**
 * Which goods an order line gets: first what expires first, then what came in first (by day), then with the fewest
 * touches: one row that is enough, the one that it empties before all others and else the smallest, before several, of
 * which the largest come first. What is the same in all that is taken in walking order.
 *
 * Only what may be promised counts: not what stands at a dock, has another owner or status, or expires too early.
 */
export function chooseStock(demand: StockDemand, candidates: readonly StockCandidate[]): ChosenStock {
  const rows = candidates.filter((row) => isFor(demand, row)).sort(byTurn);
  const hasFace = rows.some(({ isFace }) => isFace === true);
  if (!hasFace) return takenInTurn(rows, demand.quantityBase);
  const parts: ChosenPart[] = [];
  let shortBase = demand.quantityBase;
  for (const alike of Map.groupBy(rows, ({ expiryDate }) => expiryDate).values()) {
    const chosen = aroundFace(alike, shortBase);
    parts.push(...chosen.parts);
    shortBase = chosen.shortBase;
  }
  return { parts, shortBase };
}

type ChosenPart = ChosenStock['parts'][number];

/** Full plates where they stand, then what is at the face, then the rest. */
function aroundFace(rows: readonly StockCandidate[], wantedBase: number): ChosenStock {
  const inReserve = rows.filter(({ isFace }) => isFace !== true);
  const full = fullPlates(inReserve);
  const plates: ChosenPart[] = [];
  let leftBase = wantedBase;
  for (const row of full) {
    if (row.quantityBase > leftBase) continue;
    plates.push({ row, quantityBase: row.quantityBase });
    leftBase -= row.quantityBase;
  }
  const taken = new Set(plates.map(({ row }) => row));
  const atFace = takenInTurn(
    rows.filter(({ isFace }) => isFace === true),
    leftBase,
  );
  const rest = takenInTurn(
    inReserve.filter((row) => !taken.has(row)),
    atFace.shortBase,
  );
  return { parts: [...plates, ...atFace.parts, ...rest.parts], shortBase: rest.shortBase };
}

/** Nobody has taken anything off them, as far as others of their kind tell: what is left on a plate is no full one. */
function fullPlates(rows: readonly StockCandidate[]): StockCandidate[] {
  const whole = rows.filter((row) => row.licensePlate !== '' && row.serial === '' && row.reservedBase === 0);
  const largestBase = Math.max(0, ...whole.map(({ quantityBase }) => quantityBase));
  return whole.filter(({ quantityBase }) => quantityBase * 2 > largestBase);
}

/** Rows are in the order of their turns; of each turn those with the fewest touches. */
function takenInTurn(rows: readonly StockCandidate[], wantedBase: number): ChosenStock {
  const parts: ChosenPart[] = [];
  let shortBase = wantedBase;
  for (const ofTurn of Map.groupBy(rows, dayOfTurn).values()) {
    if (shortBase === 0) break;
    for (const part of fewestTouches(ofTurn, shortBase)) {
      parts.push(part);
      shortBase -= part.quantityBase;
    }
  }
  return { parts, shortBase };
}

function dayOfTurn({ expiryDate, firstAt }: StockCandidate): string {
  return `${expiryDate ?? ''} ${dayOf(firstAt)}`;
}

function isFor(demand: StockDemand, row: StockCandidate): boolean {
  const { item, owner, inventoryStatus, lot, serial, goodUntil } = demand;
  if (row.item !== item || row.owner !== owner || row.inventoryStatus !== inventoryStatus) return false;
  if (lot !== null && row.lot !== lot) return false;
  if (serial !== null && row.serial !== serial) return false;
  if (goodUntil !== null && row.expiryDate !== null && row.expiryDate < goodUntil) return false;
  return availableBase(row, row.locationType) > 0;
}

/** Goods without a date do not expire: those that do go first. */
const never = '9999-12-31';
const dayMs = 86_400_000;

function dayOf(instantMs: number): number {
  return Math.floor(instantMs / dayMs);
}

function byTurn(a: StockCandidate, b: StockCandidate): number {
  const expiryA = a.expiryDate ?? never;
  const expiryB = b.expiryDate ?? never;
  if (expiryA !== expiryB) return expiryA < expiryB ? -1 : 1;
  return dayOf(a.firstAt) - dayOf(b.firstAt) || byWalk(a, b);
}

function byWalk(a: StockCandidate, b: StockCandidate): number {
  return (
    a.walkSequence - b.walkSequence ||
    compare(a.location, b.location) ||
    compare(a.licensePlate, b.licensePlate) ||
    compare(a.lot, b.lot) ||
    compare(a.serial, b.serial)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function fewestTouches(rows: readonly StockCandidate[], wantedBase: number) {
  const free = rows.map((row) => ({ row, quantityBase: availableBase(row, row.locationType) }));
  const enough = free.filter(({ quantityBase }) => quantityBase >= wantedBase);
  const [best] = enough.sort((a, b) => a.quantityBase - b.quantityBase || byWalk(a.row, b.row));
  if (best) return [{ row: best.row, quantityBase: wantedBase }];
  const parts: typeof free = [];
  let leftBase = wantedBase;
  for (const { row, quantityBase } of free.sort((a, b) => b.quantityBase - a.quantityBase || byWalk(a.row, b.row))) {
    if (leftBase === 0) break;
    const partBase = Math.min(leftBase, quantityBase);
    parts.push({ row, quantityBase: partBase });
    leftBase -= partBase;
  }
  return parts;
}
