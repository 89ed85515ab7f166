import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { isOfRow, type NewStatus, type PromisedPart, restated } from '#shared/ledger/restated.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { inventoryStatuses, movableBase, type StockRow } from '#shared/ledger/stock-row.ts';
import { onHoldStatus } from '#shared/ledger/stock-status.ts';

/** Which goods are meant. */
interface AskedGoods {
  readonly location?: string | undefined;
  readonly licensePlate?: string | undefined;
  readonly item?: string | undefined;
  readonly sourceSystem?: string | undefined;
  readonly lot?: string | undefined;
  readonly serials?: readonly string[] | undefined;
  readonly quantity?: number | undefined;
  readonly unit?: string | undefined;
  readonly inventoryStatus?: string | undefined;
  readonly to: string;
}

interface GoodsThere {
  readonly items: readonly StockItem[];
  readonly rows: readonly StockRow[];
  readonly promised: readonly Reservation[];
}

/** So much of a row gets another status: what is free of it, and what of its promises. */
export interface ChangedPart {
  readonly row: StockRow;
  readonly freeBase: number;
  readonly promised: readonly PromisedPart[];
}

/**
 * Which goods get another status, what is free before what is promised. Refusals, in this order: `item.unknown`,
 * `item.ambiguous`; `inventory.item_required` a quantity, lot or serials of several items; `stock.none`,
 * `stock.lot_none`; `inventory.lot_on_hold` all of it is of a lot on hold; `inventory.status_already`;
 * `stock.serial_missing`; `inventory.goods_picked` it is on its way to a customer; rules of quantities;
 * `stock.not_enough`, `stock.lot_required`, `stock.serials_required` where only a part is meant.
 */
export function changedParts(asked: AskedGoods, facts: GoodsThere): readonly ChangedPart[] | Problem {
  const item = meantItem(asked, facts);
  if (isProblem(item)) return item;
  const rows = meantRows(asked, item, facts);
  if (isProblem(rows)) return rows;
  const whole = rows.map((row) => wholeRow(row, facts.promised));
  const thereBase = sumOf(whole);
  const where = asked.licensePlate ?? asked.location ?? '';
  if (thereBase === 0) return problem('inventory.goods_picked', { where });
  if (asked.serials || asked.quantity === undefined || item === null) {
    const isSomePicked = rows.some((row) => row.quantityBase > sumOf(whole.filter((one) => one.row === row)));
    return isSomePicked ? problem('inventory.goods_picked', { where }) : whole;
  }
  const quantityBase = readQuantity(item, asked.quantity, asked.unit ?? item.baseUnit);
  if (isProblem(quantityBase)) return quantityBase;
  if (quantityBase > thereBase) {
    const { decimals, baseUnit: unit } = item;
    const there = fromBase(thereBase, decimals);
    return problem('stock.not_enough', { item: item.number, there, wanted: fromBase(quantityBase, decimals), unit });
  }
  if (quantityBase === thereBase) return whole;
  const lots = new Set(rows.map(({ lot }) => lot));
  if (lots.size > 1) return problem('stock.lot_required', { item: item.number, lots: [...lots].join(', ') });
  if (item.isSerialTracked) return problem('stock.serials_required', { item: item.number });
  return partOf(whole, quantityBase);
}

/** Whether goods may get a status, out of another: `inventory.hold_the_lot`, `inventory.status_unknown`. */
export function whyNotStatus(to: string, from = to): Problem | null {
  if (to === onHoldStatus || from === onHoldStatus) return problem('inventory.hold_the_lot');
  const unknown = [to, from].find((status) => !inventoryStatuses.some((known) => known === status));
  if (unknown === undefined) return null;
  return problem('inventory.status_unknown', { status: unknown, statuses: inventoryStatuses.join(', ') });
}

/** The entries that give goods their new status. */
export function entriesOfParts(parts: readonly ChangedPart[], to: NewStatus): EntryDraft[] {
  return parts.flatMap(({ row, freeBase, promised }) => [
    ...(freeBase > 0 ? [restated({ ...row, quantityBase: freeBase }, to, false)] : []),
    ...promised.map(({ reservation, quantityBase }) => restated({ ...reservation, quantityBase }, to, true)),
  ]);
}

/** The one item that is meant; null: whatever is there. */
function meantItem(asked: AskedGoods, { items, rows }: GoodsThere): StockItem | null | Problem {
  if (asked.item !== undefined) return itemMeant(asked.item, items, rows, asked.sourceSystem);
  const isPart = asked.quantity !== undefined || asked.lot !== undefined || asked.serials !== undefined;
  if (!isPart) return null;
  const [key, ...others] = new Set(rows.map((row) => row.item));
  if (key === undefined)
    return problem('inventory.nothing_there', { where: asked.licensePlate ?? asked.location ?? '' });
  return items.find((item) => item.key === key && others.length === 0) ?? problem('inventory.item_required');
}

function meantRows(asked: AskedGoods, item: StockItem | null, { rows }: GoodsThere): readonly StockRow[] | Problem {
  const { lot, serials, inventoryStatus, to, location } = asked;
  const where = asked.licensePlate ?? location ?? '';
  const ofItem = rows
    .filter((row) => row.quantityBase > 0)
    .filter((row) => location === undefined || row.location === location)
    .filter((row) => item === null || row.item === item.key);
  if (ofItem.length === 0) {
    return item === null ? problem('inventory.nothing_there', { where }) : problem('stock.none', { item: item.number });
  }
  const ofLot = ofItem.filter((row) => lot === undefined || row.lot === lot);
  if (ofLot.length === 0) return problem('stock.lot_none', { item: item?.number ?? '', lot: lot ?? '' });
  const missing = serials?.find((serial) => !ofLot.some((row) => row.serial === serial));
  if (missing !== undefined) return problem('stock.serial_missing', { item: item?.number ?? '', serial: missing });
  const named = ofLot.filter((row) => serials === undefined || serials.includes(row.serial));
  const [first] = named;
  const free = named.filter((row) => row.inventoryStatus !== onHoldStatus);
  if (first && free.length === 0) {
    return problem('inventory.lot_on_hold', { item: itemNumberOf(first.item), lot: first.lot });
  }
  const changing = free.filter(
    (row) => row.inventoryStatus === (inventoryStatus ?? row.inventoryStatus) && row.inventoryStatus !== to,
  );
  return changing.length > 0 ? changing : problem('inventory.status_already', { where, status: to });
}

/** All of a row that may change: what was picked is on its way to a customer, and is left alone. */
function wholeRow(row: StockRow, promised: readonly Reservation[]): ChangedPart {
  const ofRow = promised.filter((one) => one.state !== 'picked' && isOfRow(row, one));
  return {
    row,
    freeBase: movableBase(row),
    promised: ofRow.map((reservation) => ({ reservation, quantityBase: reservation.quantityBase })),
  };
}

/** All of these parts, free and promised. */
export function sumOf(parts: readonly ChangedPart[]): number {
  const promisedBase = (part: ChangedPart) => totalBase(part.promised);
  return parts.reduce((sum, part) => sum + part.freeBase + promisedBase(part), 0);
}

/** What nobody was sent for yet is given up first. */
const firstGivenUp: readonly string[] = ['order', 'shipment', 'work'];

function partOf(whole: readonly ChangedPart[], quantityBase: number): ChangedPart[] {
  let leftBase = quantityBase;
  const take = (mostBase: number): number => {
    const partBase = Math.min(leftBase, mostBase);
    leftBase -= partBase;
    return partBase;
  };
  const free = whole.map((part) => ({ ...part, freeBase: take(part.freeBase) }));
  const parts = free.map((part) => {
    const inTurn = part.promised.toSorted(
      (a, b) => firstGivenUp.indexOf(a.reservation.state) - firstGivenUp.indexOf(b.reservation.state),
    );
    const promised = inTurn.map(({ reservation, quantityBase: mostBase }) => ({
      reservation,
      quantityBase: take(mostBase),
    }));
    return { ...part, promised: promised.filter((one) => one.quantityBase > 0) };
  });
  return parts.filter((part) => part.freeBase > 0 || part.promised.length > 0);
}
