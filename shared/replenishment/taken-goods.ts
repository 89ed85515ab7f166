import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { serialsShown, whyNotSerials } from '#shared/ledger/picked-serials.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { movableBase, type StockRow } from '#shared/ledger/stock-row.ts';

/** What is taken out of reserve. */
export interface TakenGoods {
  /** What of the promises goes along, or others of their kind `insteadFrom` somewhere for them. */
  readonly taken: readonly {
    readonly reservation: Reservation;
    readonly quantityBase: number;
    readonly insteadFrom: StockRow | null;
  }[];
  /** Goods that nobody waits for, and that go along. */
  readonly more: readonly { readonly row: StockRow; readonly quantityBase: number }[];
}

export interface ReserveGoods {
  readonly item: StockItem;
  /** Promises that wait for the goods, the first first. */
  readonly promised: readonly Reservation[];
  /** The goods where they stand: one row, or one for each piece of an item with serial numbers. */
  readonly rows: readonly StockRow[];
  /** Serial numbers that an order asks for by number: no other piece will do for it. */
  readonly orderedSerials: readonly string[];
  /** All that stands on the plate that was scanned goes along. */
  readonly isWholePlate: boolean;
}

/**
 * Which goods go along: first those that somebody waits for, then what else is free. Pieces with serial numbers are those
 * that were scanned, or all of a plate that goes as it is; one that is free goes for a promised one that stays.
 *
 * Refusals, in this order: of serials see `whyNotSerials`; `picking.serial_missing` it is not there, or somebody else is
 * promised it; `picking.too_much` more than is free.
 */
export function takenOf(
  { serials, location }: { readonly serials?: readonly string[] | undefined; readonly location: string },
  goods: ReserveGoods,
  quantityBase: number,
): TakenGoods | Problem {
  const { item, isWholePlate, rows } = goods;
  if (quantityBase === 0 && !serials) return { taken: [], more: [] };
  const implied = item.isSerialTracked && isWholePlate ? rows.map(({ serial }) => serial) : undefined;
  const named = serials ?? implied;
  const why = whyNotSerials(item, named, quantityBase);
  if (why) return why;
  return named ? takenPieces(named, location, goods) : takenCounted(goods, quantityBase);
}

function takenPieces(
  serials: readonly string[],
  location: string,
  { item, promised, rows, orderedSerials }: ReserveGoods,
): TakenGoods | Problem {
  const oneBase = 10 ** item.decimals;
  const isScanned = ({ serial }: { readonly serial: string }) => serials.includes(serial);
  const own = promised.filter(isScanned);
  const spare = promised.filter((one) => !isScanned(one) && !orderedSerials.includes(one.serial));
  const taken = own.map((reservation) => ({
    reservation,
    quantityBase: oneBase,
    insteadFrom: null as StockRow | null,
  }));
  const more: { row: StockRow; quantityBase: number }[] = [];
  for (const serial of serials.filter((one) => !own.some((reservation) => reservation.serial === one))) {
    const row = rows.find((each) => each.serial === serial && movableBase(each) >= oneBase);
    if (!row) return problem('picking.serial_missing', { serial, location, expected: serialsShown(promised) });
    const reservation = spare.shift();
    if (reservation) taken.push({ reservation, quantityBase: oneBase, insteadFrom: row });
    else more.push({ row, quantityBase: oneBase });
  }
  return { taken, more };
}

/** Those who were promised first are served first. */
function takenCounted({ item, promised, rows }: ReserveGoods, quantityBase: number): TakenGoods | Problem {
  let wantedBase = quantityBase;
  const partOf = (atMostBase: number) => {
    const partBase = Math.min(wantedBase, atMostBase);
    wantedBase -= partBase;
    return partBase;
  };
  const taken = promised.map((reservation) => {
    return { reservation, quantityBase: partOf(reservation.quantityBase), insteadFrom: null };
  });
  const more = rows.map((row) => ({ row, quantityBase: partOf(movableBase(row)) }));
  if (wantedBase > 0) {
    const params = { wanted: fromBase(quantityBase - wantedBase, item.decimals), unit: item.baseUnit };
    return problem('picking.too_much', { ...params, got: fromBase(quantityBase, item.decimals) });
  }
  const isSome = (one: { readonly quantityBase: number }) => one.quantityBase > 0;
  return { taken: taken.filter(isSome), more: more.filter(isSome) };
}
