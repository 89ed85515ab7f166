import { totalBase } from '../kernel/quantity.ts';
import type { StockRow } from '../ledger/stock-row.ts';
import type { CountedGoods, CountedItem } from './counted-goods.ts';

/** How much more (positive) or less of one kind of goods is at a place than the books said when it was counted. */
export interface Difference {
  readonly item: CountedItem;
  readonly location: string;
  /** '' for loose goods; null: whatever plates they stand on, since none was told. */
  readonly licensePlate: string | null;
  /** '' for none, as the serial. */
  readonly lot: string;
  readonly serial: string;
  readonly expectedBase: number;
  readonly countedBase: number;
  readonly differenceBase: number;
  /** The books knew no such goods there at all. */
  readonly isNew: boolean;
  /** When they were counted, ms; null: with the count. */
  readonly countedAt: number | null;
}

/** How many of one kind of goods the books gained (positive) or lost at a place since a count, in base steps. */
export interface Correction extends Kind {
  /** The item's key. */
  readonly item: string;
  readonly changeBase: number;
  /**
   * When goods were moved of which somebody without a network told only after the count, ms; null: nothing moved, somebody
   * else said that the books were wrong.
   */
  readonly movedAt: number | null;
}

/**
 * Differences that were found earlier (at `countedAt`, ms, where their lines do not say), without what others said of the
 * same goods since: nothing is corrected twice. Goods that had been moved before they were counted and were told of since
 * are no difference either. A piece that has a number is looked for on the books as they are now (`rowsNow`).
 */
export function differencesLeft(
  differences: readonly Difference[],
  { corrections, rows: rowsNow, countedAt }: SinceCounted,
): Difference[] {
  const isSamePiece = (row: StockRow, { item, location, serial }: Difference) =>
    row.item === item.key && row.location === location && row.serial === serial;
  return differences
    .map((one) => {
      const moment = one.countedAt ?? countedAt;
      const since = corrections
        .filter((correction) => isKind(correction, one))
        .filter(({ movedAt }) => movedAt === null || movedAt <= moment);
      const expectedBase =
        one.serial === ''
          ? since.reduce((sum, { changeBase }) => sum + changeBase, one.expectedBase)
          : totalBase(rowsNow.filter((row) => isSamePiece(row, one)));
      return { ...one, expectedBase, differenceBase: one.countedBase - expectedBase };
    })
    .filter(({ differenceBase }) => differenceBase !== 0);
}

/** What became of the places since a count. */
export interface SinceCounted {
  readonly corrections: readonly Correction[];
  /** Stock as it is now. */
  readonly rows: readonly StockRow[];
  readonly countedAt: number;
}

/** Whether goods are those that were different. */
export function isKind(
  goods: Kind & { readonly item: string },
  { item, location, licensePlate, lot, serial }: Difference,
): boolean {
  const isThere =
    goods.item === item.key && goods.location === location && goods.lot === lot && goods.serial === serial;
  return isThere && (licensePlate === null || goods.licensePlate === licensePlate);
}

/**
 * What was counted against what the books said of the same places at that moment, whatever its owner and status. Goods
 * on the books that nobody told of were counted as none. Where somebody told of an item at a place without any plate, all
 * that is there of it was counted together.
 */
export function differencesOf(
  counted: readonly CountedGoods[],
  rowsThen: readonly StockRow[],
  { items }: { readonly items: readonly CountedItem[] },
): Difference[] {
  const isToldByPlate = new Set(counted.filter(({ licensePlate }) => licensePlate !== '').map(atPlace));
  const isTold = new Set(counted.map(atPlace));
  const kinds = new Map<string, Omit<Difference, 'differenceBase' | 'isNew'>>();
  const add = (
    item: CountedItem,
    goods: Kind,
    change: Pick<Difference, 'expectedBase' | 'countedBase' | 'countedAt'>,
  ) => {
    const place = atPlace({ item, location: goods.location });
    const { location, lot, serial } = goods;
    const licensePlate = isTold.has(place) && !isToldByPlate.has(place) ? null : goods.licensePlate;
    const key = JSON.stringify([place, licensePlate, lot, serial]);
    const before = kinds.get(key) ?? { expectedBase: 0, countedBase: 0, countedAt: null };
    const expectedBase = before.expectedBase + change.expectedBase;
    const countedBase = before.countedBase + change.countedBase;
    const countedAt = change.countedAt ?? before.countedAt;
    kinds.set(key, { item, location, licensePlate, lot, serial, expectedBase, countedBase, countedAt });
  };
  for (const row of rowsThen) {
    const item = items.find(({ key }) => key === row.item);
    if (item) add(item, row, { expectedBase: row.quantityBase, countedBase: 0, countedAt: null });
  }
  for (const { countedAt, quantityBase: countedBase, ...goods } of counted) {
    add(goods.item, goods, { expectedBase: 0, countedBase, countedAt });
  }
  return [...kinds.values()]
    .map((kind) => ({
      ...kind,
      differenceBase: kind.countedBase - kind.expectedBase,
      isNew: kind.expectedBase === 0,
    }))
    .filter(({ differenceBase }) => differenceBase !== 0);
}

type Kind = Pick<StockRow, 'location' | 'licensePlate' | 'lot' | 'serial'>;

function atPlace({ item, location }: { readonly item: CountedItem; readonly location: string }): string {
  return JSON.stringify([location, item.key]);
}
