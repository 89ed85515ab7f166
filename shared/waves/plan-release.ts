import { meanPercent } from '#shared/kernel/quantity.ts';
import { chooseStock, type StockCandidate } from '#shared/ledger/choose-stock.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { byUrgency, type Urgency } from '#shared/ledger/urgency.ts';

/** An order that may be released, with what is promised to it already. Quantities in steps of each line's item. */
export interface ReleaseOrder extends Urgency {
  readonly key: string;
  readonly sourceSystem: string;
  readonly status: string;
  readonly isShipComplete: boolean;
  readonly holdCodes: readonly string[];
  readonly consignee: string;
  readonly carrier: string;
  readonly rules: ReleaseRules;
  /**
   * Where one shipment stands for an order: the one that is in the building, with which goes all that is released now, as
   * long as it is not on the truck. Null: a shipment of its own.
   */
  readonly underWay: { readonly shipment: string; readonly isLoaded: boolean } | null;
  readonly lines: readonly ReleaseLine[];
}

/** What the order's source system decides for itself about release. */
export interface ReleaseRules {
  readonly fulfilment: 'warn' | 'block';
  readonly minimumFulfilmentPercent: number;
  readonly consolidation: 'never' | 'same-consignee';
  readonly fillEntireShipment: 'as-ordered' | 'line' | 'whole-shipment';
}

export interface ReleaseLine {
  readonly line: number;
  readonly status: string;
  /** The item's key. */
  readonly item: string;
  readonly unit: string;
  readonly owner: string;
  readonly inventoryStatus: string;
  readonly lot: string | null;
  readonly serial: string | null;
  /** Goods that expire before this day are not good enough; null: the item has no dates. */
  readonly goodUntil: string | null;
  /** What is still to be released, and what shipments lack that were split off without goods. */
  readonly openBase: number;
  /** Those shipments, with what each lacks of the line: they are filled before a new one is made. */
  readonly unfilled: readonly { readonly shipment: string; readonly quantityBase: number }[];
  /** Promised to the order itself. */
  readonly reservations: readonly Reservation[];
}

/** Why a line, or what is missing of it, is not released. */
export type ShortageReason = 'no_stock' | 'held' | 'ship_complete' | 'below_minimum' | 'not_open' | 'shipment_loaded';

export interface Shortage {
  readonly order: string;
  readonly orderNumber: string;
  readonly line: number;
  readonly item: string;
  readonly quantityBase: number;
  readonly reason: ShortageReason;
}

/** Goods for a line: promised before, or to be promised now. */
export interface ReleasedPart {
  readonly line: ReleaseLine;
  readonly quantityBase: number;
  readonly source: { readonly reservation: Reservation } | { readonly row: StockCandidate };
}

export interface ReleasedOrder {
  readonly order: ReleaseOrder;
  readonly parts: readonly ReleasedPart[];
}

export interface ReleasePlan {
  /** Orders that get something, each becomes a shipment. */
  readonly released: readonly ReleasedOrder[];
  readonly shortages: readonly Shortage[];
}

/**
 * What each order gets of the goods there are: the most urgent first (`byUrgency`), each by the rules of `chooseStock`.
 * What an order may not take in part (it ships complete, its source system fills whole shipments only, or not enough of
 * it could be filled) is left alone and keeps what was promised to it before. One order never takes what another was
 * given, and one that cannot go never keeps the others.
 */
export function planRelease(
  orders: readonly ReleaseOrder[],
  candidates: ReadonlyMap<string, readonly StockCandidate[]>,
): ReleasePlan {
  const stock = new Map([...candidates].map(([item, rows]) => [item, [...rows]]));
  const released: ReleasedOrder[] = [];
  const shortages: Shortage[] = [];
  for (const order of [...orders].sort(byUrgency)) {
    const bar = whyNotOrder(order);
    if (bar) {
      // Nothing is wanted for one that is over; whoever named it is told all the same.
      const isOver = bar === 'not_open';
      shortages.push(
        ...(isOver ? order.lines.map((line) => shortageOf(order, line, 0, bar)) : missing(order, bar, () => 0)),
      );
      continue;
    }
    const parts: ReleasedPart[] = [];
    for (const line of order.lines) {
      const ofLine = partsOf(line, stock.get(line.item) ?? []);
      // At once: another line of the order may want the same item.
      take(ofLine, stock, 1);
      parts.push(...ofLine);
    }
    const filledBase = (line: ReleaseLine) =>
      parts.filter((part) => part.line === line).reduce((sum, { quantityBase }) => sum + quantityBase, 0);
    const whole = whyOnlyWhole(order, filledBase);
    if (whole) {
      take(parts, stock, -1);
      shortages.push(...wholeMissing(order, whole, filledBase));
      continue;
    }
    shortages.push(...missing(order, 'no_stock', filledBase));
    if (parts.length > 0) released.push({ order, parts });
  }
  return { released, shortages };
}

function whyNotOrder(order: ReleaseOrder): ShortageReason | null {
  if (order.status !== 'open') return 'not_open';
  if (order.holdCodes.length > 0) return 'held';
  return order.underWay?.isLoaded === true ? 'shipment_loaded' : null;
}

function partsOf(line: ReleaseLine, rows: readonly StockCandidate[]): ReleasedPart[] {
  const parts: ReleasedPart[] = [];
  let openBase = line.openBase;
  for (const reservation of line.reservations) {
    const quantityBase = Math.min(openBase, reservation.quantityBase);
    if (quantityBase > 0) parts.push({ line, quantityBase, source: { reservation } });
    openBase -= quantityBase;
  }
  if (openBase <= 0) return parts;
  const { parts: chosen } = chooseStock({ ...line, quantityBase: openBase }, rows);
  return [...parts, ...chosen.map(({ row, quantityBase }) => ({ line, quantityBase, source: { row } }))];
}

/** Why an order is not released in part although some of it is there; null where it may be, or nothing is missing. */
function whyOnlyWhole(order: ReleaseOrder, filledBase: (line: ReleaseLine) => number): ShortageReason | null {
  const { rules } = order;
  const isShort = order.lines.some((line) => filledBase(line) < line.openBase);
  if (!isShort) return null;
  const isWhole =
    rules.fillEntireShipment === 'whole-shipment' ||
    (rules.fillEntireShipment === 'as-ordered' && order.isShipComplete);
  if (isWhole) return 'ship_complete';
  if (rules.fulfilment !== 'block') return null;
  // Lines count alike, whatever they are counted in: the share of an order is the mean of its lines' shares.
  const open = order.lines.filter(({ openBase }) => openBase > 0);
  const filled = meanPercent(open.map((line) => ({ doneBase: filledBase(line), ofBase: line.openBase })));
  return filled < rules.minimumFulfilmentPercent ? 'below_minimum' : null;
}

function missing(order: ReleaseOrder, reason: ShortageReason, filledBase: (line: ReleaseLine) => number): Shortage[] {
  return order.lines
    .map((line) => ({ line, quantityBase: line.openBase - filledBase(line) }))
    .filter(({ quantityBase }) => quantityBase > 0)
    .map(({ line, quantityBase }) => shortageOf(order, line, quantityBase, reason));
}

/** Of an order that stays whole, each line says whether it is the one that lacks goods or only waits for those. */
function wholeMissing(
  order: ReleaseOrder,
  reason: ShortageReason,
  filledBase: (line: ReleaseLine) => number,
): Shortage[] {
  return order.lines
    .filter((line) => line.openBase > 0)
    .map((line) => {
      const lackingBase = line.openBase - filledBase(line);
      return lackingBase > 0
        ? shortageOf(order, line, lackingBase, 'no_stock')
        : shortageOf(order, line, line.openBase, reason);
    });
}

function shortageOf(order: ReleaseOrder, { line, item }: ReleaseLine, quantityBase: number, reason: ShortageReason) {
  return { order: order.key, orderNumber: order.number, line, item, quantityBase, reason };
}

/** The next line finds less: rows are replaced by what is left of them. With the sign -1 all is given back. */
function take(parts: readonly ReleasedPart[], stock: Map<string, StockCandidate[]>, sign: 1 | -1): void {
  for (const { line, quantityBase, source } of parts) {
    if (!('row' in source)) continue;
    const rows = stock.get(line.item) ?? [];
    const index = rows.findIndex((row) => isSameRow(row, source.row));
    const row = rows[index];
    if (row) rows[index] = { ...row, reservedBase: row.reservedBase + sign * quantityBase };
  }
}

function isSameRow(a: StockCandidate, b: StockCandidate): boolean {
  return (
    a.location === b.location &&
    a.licensePlate === b.licensePlate &&
    a.lot === b.lot &&
    a.serial === b.serial &&
    a.owner === b.owner &&
    a.inventoryStatus === b.inventoryStatus
  );
}
