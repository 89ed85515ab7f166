import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { PickLine } from '#shared/ledger/pick-work.ts';
import { serialsShown, whyNotSerials } from '#shared/ledger/picked-serials.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { movableBase, type StockRow } from '#shared/ledger/stock-row.ts';

/** Goods taken: promised to the line, or others of their kind instead of so much of a promise. */
export interface TakenGoods {
  readonly reservation: Reservation;
  readonly quantityBase: number;
  readonly insteadFrom: StockRow | null;
}

/** Goods at a place with their date, `YYYY-MM-DD`; null: they have none. */
export interface PickRow extends StockRow {
  readonly expiryDate: string | null;
}

/** What decides which goods may be taken. */
export interface GoodsFacts {
  /** Goods of the line's item at the place that was scanned, promised ones too: for goods other than those told. */
  readonly rows: readonly PickRow[];
  /** Serials among those scanned that were shipped already. */
  readonly shippedSerials: readonly string[];
  /** The warehouse's day. */
  readonly today: string;
  /** What expires before this day is not good enough for the customer; null: any day will do, or it is not known. */
  readonly goodUntil: string | null;
}

/** What the worker scanned of the goods; what is left out is as the work says. */
interface ScannedGoods {
  readonly licensePlate?: string | undefined;
  readonly lot?: string | undefined;
  readonly serials?: readonly string[] | undefined;
}

/** What is to be taken: a line of work, its item, and how much in steps of it. */
export interface AskedGoods {
  readonly line: PickLine;
  readonly item: StockItem;
  readonly quantityBase: number;
}

/**
 * Which goods a pick takes, and instead of which, or why it cannot: `whyNotSerials`; of goods other than those told
 * `picking.wrong_plate`, `picking.lot_not_tracked`, `picking.wrong_lot`, `whyNotFresh`, `picking.not_free`; of serials
 * `picking.serial_shipped`, `picking.wrong_serial`, `picking.serial_missing`, `picking.wrong_lot`; `picking.not_there`
 * less is promised than taken.
 */
export function takenOf(scanned: ScannedGoods, facts: GoodsFacts, of: AskedGoods): readonly TakenGoods[] | Problem {
  const { line, item, quantityBase } = of;
  const noSerials = whyNotSerials(item, scanned.serials, quantityBase);
  if (noSerials) return noSerials;
  if (scanned.serials) return takenSerials(scanned.serials, scanned, facts, of);
  const isTold =
    (scanned.licensePlate ?? line.licensePlate) === line.licensePlate && (scanned.lot ?? line.lot) === line.lot;
  return isTold ? takenAsTold(line, quantityBase, facts) : takenInstead(scanned, facts, of);
}

/**
 * Nothing that expired before `today`, and nothing that expires before `goodUntil` where that is asked:
 * `picking.lot_expired`, `picking.lot_too_old` for the customer.
 */
export function whyNotFresh(rows: readonly PickRow[], today: string, goodUntil: string | null): Problem | null {
  const before = (day: string) => rows.find(({ expiryDate }) => expiryDate !== null && expiryDate < day);
  const expired = before(today);
  if (expired) return problem('picking.lot_expired', { lot: expired.lot, expiryDate: expired.expiryDate ?? '' });
  const tooOld = goodUntil === null ? undefined : before(goodUntil);
  if (!tooOld) return null;
  const { lot, expiryDate } = tooOld;
  return problem('picking.lot_too_old', { lot, expiryDate: expiryDate ?? '', wanted: goodUntil ?? '' });
}

/** Pairs what a line was promised with what is taken instead; `picking.not_free` where not that much of it is free. */
export function takenFrom(
  rows: readonly StockRow[],
  location: string,
  { line, item, quantityBase }: AskedGoods,
): readonly TakenGoods[] | Problem {
  const taken: TakenGoods[] = [];
  const free = rows.map((row) => ({ row, leftBase: movableBase(row) }));
  let missingBase = quantityBase;
  for (const reservation of line.promised) {
    let fromThisBase = Math.min(missingBase, reservation.quantityBase);
    for (const source of free) {
      const partBase = Math.min(fromThisBase, source.leftBase);
      if (partBase <= 0) continue;
      taken.push({ reservation, quantityBase: partBase, insteadFrom: source.row });
      source.leftBase -= partBase;
      fromThisBase -= partBase;
      missingBase -= partBase;
    }
  }
  if (missingBase === 0) return taken;
  const freeBase = rows.reduce((sum, row) => sum + movableBase(row), 0);
  return problem('picking.not_free', { location, free: fromBase(freeBase, item.decimals), unit: item.baseUnit });
}

/** The goods that the worker was sent for. */
function takenAsTold(line: PickLine, quantityBase: number, facts: GoodsFacts): readonly TakenGoods[] | Problem {
  const ofLot = facts.rows.filter(({ lot }) => lot === line.lot);
  const notFresh = whyNotFresh(ofLot, facts.today, null);
  if (notFresh) return notFresh;
  const taken: TakenGoods[] = [];
  let missingBase = quantityBase;
  for (const reservation of line.promised) {
    const partBase = Math.min(missingBase, reservation.quantityBase);
    if (partBase > 0) taken.push({ reservation, quantityBase: partBase, insteadFrom: null });
    missingBase -= partBase;
  }
  return missingBase === 0 ? taken : problem('picking.not_there', { location: line.location });
}

/** Other goods of the same kind at the same place. */
function takenInstead(scanned: ScannedGoods, facts: GoodsFacts, of: AskedGoods): readonly TakenGoods[] | Problem {
  const { line, item } = of;
  const plate = scanned.licensePlate ?? line.licensePlate;
  const onPlate = facts.rows.filter((row) => scanned.licensePlate === undefined || row.licensePlate === plate);
  if (onPlate.length === 0) return problem('picking.wrong_plate', { expected: line.licensePlate, got: plate });
  const lot = scanned.lot ?? (onPlate.length === 1 ? onPlate[0]?.lot : line.lot) ?? '';
  const isWrongLot = line.isLotFixed && lot !== line.lot;
  const ofLot = onPlate.filter((row) => row.lot === lot);
  if (ofLot.length === 0 && onPlate.every((row) => row.lot === '')) {
    return problem('picking.lot_not_tracked', { item: item.number, lot });
  }
  if (isWrongLot || ofLot.length === 0) return problem('picking.wrong_lot', { expected: line.lot, got: lot });
  // The lot that the work says was chosen for the customer already.
  const notFresh = whyNotFresh(ofLot, facts.today, lot === line.lot ? null : facts.goodUntil);
  return notFresh ?? takenFrom(ofLot.filter(isAlike(line)), line.location, of);
}

/** Goods of the owner and in the status that were ordered. */
export function isAlike({ owner, inventoryStatus }: PickLine) {
  return (row: StockRow): boolean => row.owner === owner && row.inventoryStatus === inventoryStatus;
}

/** Pieces by their serial numbers: those that were promised, and others of the same goods instead. */
function takenSerials(
  serials: readonly string[],
  scanned: ScannedGoods,
  facts: GoodsFacts,
  { line, item }: AskedGoods,
): readonly TakenGoods[] | Problem {
  const oneBase = 10 ** item.decimals;
  const distinct = new Set(serials);
  // One that came back is here again.
  const isHere = (serial: string) => [...line.promised, ...facts.rows].some((one) => one.serial === serial);
  const shipped = serials.find((serial) => facts.shippedSerials.includes(serial) && !isHere(serial));
  const expected = serialsShown(line.promised);
  if (shipped !== undefined) return problem('picking.serial_shipped', { serial: shipped, expected });
  const wrong = line.serial === '' ? undefined : serials.find((serial) => serial !== line.serial);
  if (wrong !== undefined) return problem('picking.wrong_serial', { expected: line.serial, got: wrong });
  const own = line.promised.filter(({ serial }) => distinct.has(serial));
  const spare = line.promised.filter(({ serial }) => !distinct.has(serial));
  const taken: TakenGoods[] = own.map((reservation) => ({ reservation, quantityBase: oneBase, insteadFrom: null }));
  for (const serial of serials.filter((one) => !own.some((reservation) => reservation.serial === one))) {
    const row = facts.rows.find(
      (each) => each.serial === serial && movableBase(each) >= oneBase && isAlike(line)(each),
    );
    const reservation = spare.shift();
    if (!row || !reservation) return problem('picking.serial_missing', { serial, location: line.location, expected });
    const notFresh = whyNotFresh([row], facts.today, row.lot === line.lot ? null : facts.goodUntil);
    if (notFresh) return notFresh;
    if (line.isLotFixed && row.lot !== line.lot)
      return problem('picking.wrong_lot', { expected: line.lot, got: row.lot });
    taken.push({ reservation, quantityBase: oneBase, insteadFrom: row });
  }
  return whyNotWhere(taken, scanned, line) ?? taken;
}

/** The pieces are of the lot and on the plate that were scanned with them, where those are others than the work says. */
function whyNotWhere(taken: readonly TakenGoods[], scanned: ScannedGoods, line: PickLine): Problem | null {
  for (const { reservation, insteadFrom } of taken) {
    const { lot, licensePlate } = insteadFrom ?? reservation;
    if (scanned.lot !== undefined && scanned.lot !== line.lot && scanned.lot !== lot) {
      return problem('picking.wrong_lot', { expected: lot, got: scanned.lot });
    }
    const plate = scanned.licensePlate;
    if (plate !== undefined && plate !== line.licensePlate && plate !== licensePlate) {
      return problem('picking.wrong_plate', { expected: licensePlate, got: plate });
    }
  }
  return null;
}
