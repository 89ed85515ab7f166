import { totalBase } from '../kernel/quantity.ts';
import type { StockRow } from './stock-row.ts';

/**
 * Goods that have come in and that an order waits for: they may go from the dock straight to where its shipment is made
 * up. `order` and `item` are keys, '' stands for none as in a row of stock.
 */
export interface CrossDockOffer
  extends Pick<StockRow, 'item' | 'owner' | 'lot' | 'serial' | 'inventoryStatus' | 'quantityBase'> {
  readonly order: string;
  readonly orderNumber: string;
  readonly line: number;
  /** Where they go; null: the warehouse has no such place. */
  readonly to: string | null;
  /** Their source system lets them go nowhere else. */
  readonly isRequired: boolean;
}

/** A line of an order that waits for goods which carry a tag. Quantities in steps of the item. */
export interface CrossDockWish {
  readonly order: string;
  readonly orderNumber: string;
  readonly line: number;
  readonly tag: string;
  readonly item: string;
  readonly owner: string;
  readonly inventoryStatus: string;
  readonly lot: string | null;
  readonly serial: string | null;
  /** Goods that expire before this day are not good enough; null: any day will do. */
  readonly goodUntil: string | null;
  /** What may come to it this way, and what is open of the line altogether. */
  readonly quantityBase: number;
  readonly openBase: number;
  /** The order ships complete; how many of its lines are open. */
  readonly isShipComplete: boolean;
  readonly openLines: number;
  readonly isRequired: boolean;
  readonly to: string | null;
}

/** Goods at a dock, the day they expire, and the status a count or a claim has not taken from them. */
export interface DockRow extends StockRow {
  readonly expiryDate: string | null;
}

/**
 * What of goods at a dock is offered to which order lines. `wishes` in the order in which they are served; `taggedBase`
 * says how much of an item came in under a tag, by `taggedAs`: what several lines point to is shared among them, and goods
 * that nobody tagged are offered to nobody. What expires first goes first. An order that ships complete is offered
 * something only where that makes it complete.
 */
export function crossDockOffers(
  rows: readonly DockRow[],
  wishes: readonly CrossDockWish[],
  taggedBase: ReadonlyMap<string, number>,
): CrossDockOffer[] {
  const free = rows
    .map((row) => ({ row, leftBase: row.quantityBase - row.reservedBase }))
    .sort((a, b) => compare(a.row.expiryDate ?? never, b.row.expiryDate ?? never));
  const tagged = new Map(taggedBase);
  const offers: CrossDockOffer[] = [];
  for (const ofOrder of Map.groupBy(wishes, ({ order }) => order).values()) {
    const made = ofOrder.map((wish) => ({ wish, offers: offersTo(wish, free, tagged) }));
    const isWhole = made.every((one) => totalBase(one.offers) === one.wish.openBase);
    const [first] = ofOrder;
    if (first?.isShipComplete && !(isWhole && first.openLines === made.length)) continue;
    offers.push(...made.flatMap((one) => one.offers));
  }
  return offers;
}

/** Goods without a date do not expire: those that do go first. */
const never = '9999-12-31';

export function taggedAs(tag: string, item: string): string {
  return JSON.stringify([tag, item]);
}

interface Free {
  readonly row: DockRow;
  leftBase: number;
}

function offersTo(wish: CrossDockWish, free: readonly Free[], tagged: Map<string, number>): CrossDockOffer[] {
  const key = taggedAs(wish.tag, wish.item);
  const cameBase = tagged.get(key) ?? 0;
  let wantedBase = Math.min(wish.quantityBase, cameBase);
  const { order, orderNumber, line, to, isRequired } = wish;
  const offers: CrossDockOffer[] = [];
  for (const source of free.filter(({ row }) => isFor(wish, row))) {
    const quantityBase = Math.min(wantedBase, source.leftBase);
    if (quantityBase <= 0) continue;
    const { item, owner, lot, serial, inventoryStatus } = source.row;
    const goods = { item, owner, lot, serial, inventoryStatus, quantityBase };
    offers.push({ order, orderNumber, line, ...goods, to, isRequired });
    source.leftBase -= quantityBase;
    wantedBase -= quantityBase;
  }
  tagged.set(key, cameBase - totalBase(offers));
  return offers;
}

function isFor(wish: CrossDockWish, row: DockRow): boolean {
  if (row.item !== wish.item || row.owner !== wish.owner || row.inventoryStatus !== wish.inventoryStatus) return false;
  if (wish.lot !== null && row.lot !== wish.lot) return false;
  if (wish.serial !== null && row.serial !== wish.serial) return false;
  return wish.goodUntil === null || row.expiryDate === null || row.expiryDate >= wish.goodUntil;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
