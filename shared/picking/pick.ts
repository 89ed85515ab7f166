import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import { leftBase, type PickLine, type PickWorkFacts, whyNotWork } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { movableBase, type StockRow } from '#shared/ledger/stock-row.ts';
import { isLineHeld, whyNotLine } from './stop.ts';

const code = z.string().min(1).max(64);

export const pickMembers = {
  /** The work, or `command:<id>` for the first work that this command made. */
  work: code,
  line: z.int().min(1),
  location: code,
  item: code,
  sourceSystem: code.optional(),
  quantity: z.number(),
  unit: z.string().min(1).max(32),
  licensePlate: code.optional(),
  lot: z.string().min(1).max(64).optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  /** The place on the trolley that it was laid into. */
  position: code.optional(),
  /** The tote or plate that it is picked onto; one that is not known is made. */
  toLicensePlate: code.optional(),
};

const body = z.strictObject(pickMembers);

export type PickBody = z.infer<typeof body>;

/** The worker stands at the shelf, scans it and the goods, and takes them. They are in hand until they are put down. */
export const pick = operation({ type: 'picking.pick', version: 1, body });

export interface PickFacts extends PickWorkFacts {
  readonly line: PickLine | null;
  /** The line's own item. */
  readonly item: StockItem | null;
  /** Goods of the line's item at the place that was scanned, promised ones too: for goods other than those told. */
  readonly rows: readonly PickRow[];
  /** All on the plate that was scanned and on those nested in it, to tell whether all is taken; empty where none was. */
  readonly plateRows: readonly StockRow[];
  /** Serials among those scanned that were shipped already. */
  readonly shippedSerials: readonly string[];
  readonly toPlate: TargetPlate | null;
  /** The warehouse's day. */
  readonly today: string;
  /** What expires before this day is not good enough for the customer; null: any day will do, or it is not known. */
  readonly goodUntil: string | null;
  /** The goods moved after the device's `knownAt`; false on a device. */
  readonly isMoveNews: boolean;
  /** The order was put on hold after the device's `knownAt`; left out on a device. */
  readonly isHoldNews?: boolean;
}

export interface PickRow extends StockRow {
  readonly expiryDate: string | null;
}

export interface TargetPlate {
  readonly number: string;
  readonly isNew: boolean;
  readonly warehouse: string;
  /** Where it stands; null while nothing is on it. */
  readonly location: string | null;
}

/** Goods taken: promised to the line, or others of their kind instead of so much of a promise. */
export interface TakenGoods {
  readonly reservation: Reservation;
  readonly quantityBase: number;
  readonly insteadFrom: StockRow | null;
}

export interface PickPlan {
  readonly work: string;
  readonly line: PickLine;
  readonly taken: readonly TakenGoods[];
  readonly quantityBase: number;
  readonly isLineDone: boolean;
  /** Where the goods are now: hands, and what they are on there. */
  readonly hands: string;
  readonly licensePlate: string | null;
  readonly toPlate: TargetPlate | null;
}

export interface PickResult {
  readonly picked: number;
  readonly unit: string;
  readonly left: number;
}

/**
 * Refusals, in this order:
 *  1. of the work, see `whyNotWork`;
 *  2. `picking.line_unknown`, `picking.line_cancelled` (held), `picking.line_done` (held when
 *     another did it after `knownAt`), `picking.order_held` (held when the hold came after `knownAt`), `picking.blocked`
 *     (goods have to be brought to the place first), `picking.wrong_position` (another order's place on the trolley);
 *  3. `picking.wrong_location`, `picking.wrong_item`;
 *  4. rules of quantities, `picking.too_much` above the line;
 *  5. `picking.serials_not_tracked` the item has none, `picking.serials_required`, `picking.serial_count`, `picking.serial_shipped`, `picking.wrong_serial` the order asked
 *     for another, `picking.serial_missing`;
 *  6. `picking.wrong_plate`, `picking.wrong_lot`, `picking.lot_expired`, `picking.lot_too_old` for the customer, `picking.not_there` less is there than was taken
 *     (held when goods moved after `knownAt`);
 *  7. `picking.plate_elsewhere` the tote is known at another place.
 *
 * Another plate, lot or serial of the same goods at the place is as good where nobody else was promised it and the order
 * did not ask for a certain one.
 */
export function decidePick(command: Command<PickBody>, facts: PickFacts): Decision<PickPlan, PickResult> {
  const noWork = whyNotWork(command, facts);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { line, item } = facts;
  const noLine = whyNotLine(command, facts);
  if (noLine || !line || !item) {
    const why = noLine ?? problem('picking.line_unknown', { line: command.body.line });
    return isLineHeld(why, facts) ? held(why) : refused(why);
  }
  const quantityBase = quantityOf(command.body, item, line);
  if (isProblem(quantityBase)) return refused(quantityBase);
  const taken = takenOf(command.body, facts, { line, item, quantityBase });
  if (isProblem(taken)) return facts.isMoveNews && movedCodes.includes(taken.code) ? held(taken) : refused(taken);
  const noPlate = whyNotOnto(facts.toPlate, handsOf(command.operator), command.warehouse);
  return noPlate ? refused(noPlate) : decided(command, facts, { line, item, quantityBase, taken });
}

const movedCodes: readonly string[] = ['picking.not_there', 'picking.serial_missing', 'picking.wrong_plate'];

export interface AskedGoods {
  readonly line: PickLine;
  readonly item: StockItem;
  readonly quantityBase: number;
}

function quantityOf(asked: PickBody, item: StockItem, line: PickLine): number | Problem {
  const quantityBase = readQuantity(item, asked.quantity, asked.unit);
  if (isProblem(quantityBase)) return quantityBase;
  const openBase = leftBase(line);
  if (quantityBase <= openBase) return quantityBase;
  return problem('picking.too_much', {
    wanted: fromBase(openBase, item.decimals),
    got: fromBase(quantityBase, item.decimals),
    unit: item.baseUnit,
  });
}

/** Which goods a pick takes, and instead of which. */
export function takenOf(asked: PickBody, facts: PickFacts, of: AskedGoods): readonly TakenGoods[] | Problem {
  const { line, item } = of;
  if (item.isSerialTracked) return takenSerials(asked, facts, of);
  if (asked.serials) return serialsNotTracked(item, asked.serials);
  const isTold =
    (asked.licensePlate ?? line.licensePlate) === line.licensePlate && (asked.lot ?? line.lot) === line.lot;
  return isTold ? takenAsTold(line, of.quantityBase, facts) : takenInstead(asked, facts, of);
}

/** Serial numbers of an item that has none are of something else. */
export function serialsNotTracked(item: StockItem, serials: readonly string[]): Problem {
  return problem('picking.serials_not_tracked', { item: item.number, serials: serials.join(', ') });
}

/** The goods that the worker was sent for. */
function takenAsTold(line: PickLine, quantityBase: number, facts: PickFacts): readonly TakenGoods[] | Problem {
  const expired = facts.rows.find((row) => row.lot === line.lot && isExpired(row, facts.today));
  if (expired) return problem('picking.lot_expired', { lot: expired.lot, expiryDate: expired.expiryDate ?? '' });
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
function takenInstead(
  asked: PickBody,
  facts: PickFacts,
  { line, item, quantityBase }: AskedGoods,
): readonly TakenGoods[] | Problem {
  const plate = asked.licensePlate ?? line.licensePlate;
  const onPlate = facts.rows.filter((row) => asked.licensePlate === undefined || row.licensePlate === plate);
  if (onPlate.length === 0) return problem('picking.wrong_plate', { expected: line.licensePlate, got: plate });
  const lot = asked.lot ?? (onPlate.length === 1 ? onPlate[0]?.lot : line.lot) ?? '';
  const isWrongLot = line.isLotFixed && lot !== line.lot;
  const ofLot = onPlate.filter((row) => row.lot === lot);
  if (isWrongLot || ofLot.length === 0) return problem('picking.wrong_lot', { expected: line.lot, got: lot });
  const expired = ofLot.find((row) => isExpired(row, facts.today));
  if (expired) return problem('picking.lot_expired', { lot: expired.lot, expiryDate: expired.expiryDate ?? '' });
  const tooOld = ofLot.find(
    ({ expiryDate }) => lot !== line.lot && expiryDate !== null && expiryDate < (facts.goodUntil ?? ''),
  );
  if (tooOld) {
    const { expiryDate, lot: number } = tooOld;
    return problem('picking.lot_too_old', { lot: number, expiryDate: expiryDate ?? '', wanted: facts.goodUntil ?? '' });
  }
  const taken = matchUp(line.promised, ofLot.filter(isAlike(line)), quantityBase);
  if (taken) return taken;
  const thereBase = ofLot.filter(isAlike(line)).reduce((sum, row) => sum + movableBase(row), 0);
  return problem('picking.not_free', {
    location: line.location,
    free: fromBase(thereBase, item.decimals),
    unit: item.baseUnit,
  });
}

function isAlike({ owner, inventoryStatus }: PickLine) {
  return (row: StockRow): boolean => row.owner === owner && row.inventoryStatus === inventoryStatus;
}

function isExpired({ expiryDate }: PickRow, today: string): boolean {
  return expiryDate !== null && expiryDate < today;
}

/** Pairs what the line was promised with what is taken instead; null where not that much of it is free. */
function matchUp(
  promised: readonly Reservation[],
  rows: readonly StockRow[],
  quantityBase: number,
): readonly TakenGoods[] | null {
  const taken: TakenGoods[] = [];
  const free = rows.map((row) => ({ row, leftBase: movableBase(row) }));
  let missingBase = quantityBase;
  for (const reservation of promised) {
    let fromThisBase = Math.min(missingBase, reservation.quantityBase);
    missingBase -= fromThisBase;
    for (const source of free) {
      const partBase = Math.min(fromThisBase, source.leftBase);
      if (partBase <= 0) continue;
      taken.push({ reservation, quantityBase: partBase, insteadFrom: source.row });
      source.leftBase -= partBase;
      fromThisBase -= partBase;
    }
    if (fromThisBase > 0) return null;
  }
  return missingBase === 0 ? taken : null;
}

function takenSerials(
  asked: PickBody,
  facts: PickFacts,
  { line, item, quantityBase }: AskedGoods,
): readonly TakenGoods[] | Problem {
  const { serials } = asked;
  if (!serials) return problem('picking.serials_required', { item: item.number });
  const oneBase = 10 ** item.decimals;
  const distinct = new Set(serials);
  if (distinct.size * oneBase !== quantityBase || distinct.size !== serials.length) {
    return problem('picking.serial_count', { serials: distinct.size, wanted: fromBase(quantityBase, item.decimals) });
  }
  // One that came back is here again.
  const isHere = (serial: string) => [...line.promised, ...facts.rows].some((one) => one.serial === serial);
  const shipped = serials.find((serial) => facts.shippedSerials.includes(serial) && !isHere(serial));
  if (shipped !== undefined) return problem('picking.serial_shipped', { serial: shipped });
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
    if (!row || !reservation) return problem('picking.serial_missing', { serial, location: line.location });
    if (line.isLotFixed && row.lot !== line.lot)
      return problem('picking.wrong_lot', { expected: line.lot, got: row.lot });
    taken.push({ reservation, quantityBase: oneBase, insteadFrom: row });
  }
  return taken;
}

/** Why goods cannot come onto the tote that was scanned. */
export function whyNotOnto(plate: TargetPlate | null, hands: string, warehouse: string): Problem | null {
  if (!plate || plate.isNew) return null;
  const isHere = plate.warehouse === warehouse && (plate.location === null || plate.location === hands);
  return isHere
    ? null
    : problem('picking.plate_elsewhere', { licensePlate: plate.number, location: plate.location ?? plate.warehouse });
}

function decided(
  command: Command<PickBody>,
  facts: PickFacts,
  { line, item, quantityBase, taken }: AskedGoods & { readonly taken: readonly TakenGoods[] },
): Applied {
  const hands = handsOf(command.operator);
  const licensePlate = facts.toPlate?.number ?? wholePlate(facts, taken);
  const isLineDone = leftBase(line) === quantityBase;
  const plan: PickPlan = {
    work: facts.work?.id ?? command.body.work,
    line,
    taken,
    quantityBase,
    isLineDone,
    hands,
    licensePlate,
    toPlate: facts.toPlate,
  };
  const left = fromBase(leftBase(line) - quantityBase, item.decimals);
  const result = { picked: fromBase(quantityBase, item.decimals), unit: item.baseUnit, left };
  return applied(plan, result, taken.map(pickEntry(hands, licensePlate)));
}

type Applied = ReturnType<typeof applied<PickPlan, PickResult>>;

/** What goods are on in somebody’s hands: a plate of which all is taken goes along, goods that leave one are loose. */
export function wholePlate({ plateRows }: PickFacts, taken: readonly TakenGoods[]): string | null {
  const plates = new Set(taken.map(({ reservation, insteadFrom }) => (insteadFrom ?? reservation).licensePlate));
  const [plate = ''] = plates;
  if (plates.size !== 1 || plate === '') return null;
  // What stands on plates nested in it stays, and so does the plate beneath.
  const thereBase = plateRows.reduce((sum, row) => sum + row.quantityBase, 0);
  const takenBase = taken.reduce((sum, part) => sum + part.quantityBase, 0);
  return plateRows.length > 0 && thereBase === takenBase ? plate : null;
}

/** Goods go from where they stand into hands. */
export function pickEntry(hands: string, licensePlate: string | null) {
  return ({ reservation, quantityBase, insteadFrom }: TakenGoods): EntryDraft => {
    const goods = insteadFrom ?? reservation;
    const { inventoryStatus } = goods;
    return {
      item: goods.item,
      owner: goods.owner,
      lot: goods.lot || null,
      serial: goods.serial || null,
      quantityBase,
      from: { location: goods.location, licensePlate: goods.licensePlate || null, inventoryStatus },
      to: { location: hands, licensePlate, inventoryStatus },
      reason: 'pick',
      ...(insteadFrom === null && { isReserved: true }),
    };
  };
}
