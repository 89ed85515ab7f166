import { accepted, faulty, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import { instantMs } from '#shared/kernel/instant.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { byPercent } from '#shared/kernel/quantity.ts';
import { type StockItem, shownIn } from '#shared/ledger/stock-item.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import {
  type InboundLineStatus,
  type InboundOrderStatus,
  inboundOrderMachine,
  statusOfLines,
} from './inbound-order.machine.ts';
import type { InboundOrderDocument, InboundOrderLineDocument } from './inbound-order-document.ts';
import { faultsOfDimensions, faultsOfTracking, readOrdered } from './ordered-line.ts';

export interface InboundOrderFacts {
  /** The warehouses and owners that the source system may name; the first owner is the default. */
  readonly warehouses: readonly string[];
  readonly owners: readonly string[];
  /** Items of the order's lines that are known, by number. */
  readonly items: ReadonlyMap<string, StockItem>;
  /** The order as it is; null when this is the first word of it. */
  readonly known: KnownOrder | null;
}

export interface KnownOrder {
  readonly warehouse: string;
  readonly status: InboundOrderStatus;
  readonly lines: readonly KnownLine[];
}

/** A line as it is. `registeredBase`: scanned in on all loads and not undone, what receipts tell of included. */
export interface KnownLine {
  readonly lineNumber: number;
  readonly item: string;
  readonly unit: string;
  readonly quantityBase: number;
  readonly underPercent: number;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly status: InboundLineStatus;
  readonly registeredBase: number;
  readonly receivedBase: number;
}

export interface PutInboundOrderPlan {
  readonly status: InboundOrderStatus;
  readonly lines: readonly PlannedLine[];
  /** Numbers of the lines that are no longer wanted. */
  readonly removed: readonly number[];
}

export interface PlannedLine {
  readonly lineNumber: number;
  readonly item: StockItem;
  readonly unit: string;
  readonly quantity: number;
  readonly quantityBase: number;
  readonly overPercent: number;
  readonly underPercent: number;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly status: InboundLineStatus;
  readonly isNew: boolean;
  readonly document: InboundOrderLineDocument;
}

/**
 * An order is sent, for the first time or anew: what the message says replaces what was requested before, a line that it
 * leaves out is removed. Nothing that was registered is ever contradicted.
 *
 * Faults, all at once: `order.closed` the order was cancelled or closed short; `order.warehouse_unknown`,
 * `order.warehouse_has_goods` it moves to another warehouse with goods registered; `order.period_reversed`;
 * `order.line_has_goods` a line is left out that has something registered. For each line: `order.item_unknown`;
 * `item.unit_unknown`, `quantity.too_precise`, `quantity.too_large`; `order.owner_unknown`,
 * `order.inventory_status_unknown`; `order.lot_not_tracked`, `order.serial_not_tracked`, `order.serial_quantity` (a
 * serial number is one base unit); with something registered `order.line_item_fixed`, `order.line_unit_fixed`,
 * `order.line_dimension_fixed`, `order.quantity_below_registered`.
 */
export function decidePutInboundOrder(
  { document }: Message<InboundOrderDocument>,
  facts: InboundOrderFacts,
): MessageVerdict<PutInboundOrderPlan> {
  const known = new Map(facts.known?.lines.map((line) => [line.lineNumber, line]));
  const read = document.lines.map((line, index) => readLine(line, index, facts, known.get(line.lineNumber)));
  const kept = new Set(document.lines.map(({ lineNumber }) => lineNumber));
  const omitted = [...known.values()].filter(({ lineNumber }) => !kept.has(lineNumber));
  const errors = [
    ...faultsOfHeader(document, facts),
    ...omitted.filter(hasGoods).map(omittedWithGoods),
    ...read.flatMap((line) => line.errors),
  ];
  if (errors.length > 0) return faulty(errors);
  const lines = read.flatMap(({ planned }) => (planned ? [planned] : []));
  const received = lines.map(({ lineNumber, status }) => ({
    status,
    receivedBase: known.get(lineNumber)?.receivedBase ?? 0,
  }));
  return accepted({
    status: statusOfLines(received),
    lines,
    removed: omitted.map(({ lineNumber }) => lineNumber),
  });
}

function faultsOfHeader(document: InboundOrderDocument, { known, warehouses }: InboundOrderFacts): FieldError[] {
  const errors: FieldError[] = [];
  const at = (member: string, code: string, params: FieldError['params'], value: unknown) =>
    errors.push({ pointer: `/order/${member}`, code, ...(params && { params }), value });
  const { orderNumber: order, warehouse, plannedReceiptStart: start, plannedReceiptEnd: end } = document;
  if (known && inboundOrderMachine.final.some((status) => status === known.status)) {
    at('orderNumber', 'order.closed', { order, status: known.status }, order);
  }
  if (!warehouses.includes(warehouse)) at('warehouse', 'order.warehouse_unknown', { warehouse }, warehouse);
  const moves = known !== null && known.warehouse !== warehouse;
  if (moves && known.lines.some(hasGoods)) {
    at('warehouse', 'order.warehouse_has_goods', { order, warehouse: known.warehouse }, warehouse);
  }
  if (start && end && isBefore(end, start)) at('plannedReceiptEnd', 'order.period_reversed', undefined, end);
  return errors;
}

interface ReadLine {
  readonly planned: PlannedLine | null;
  readonly errors: readonly FieldError[];
}

function readLine(
  line: InboundOrderLineDocument,
  index: number,
  facts: InboundOrderFacts,
  known: KnownLine | undefined,
): ReadLine {
  const owner = line.owner ?? facts.owners[0] ?? '';
  const inventoryStatus = line.inventoryStatus ?? availableStatus;
  const asked = { ...line, owner, inventoryStatus, lot: line.lot ?? null };
  const errors = [...faultsOfDimensions(line, index, facts.owners), ...faultsOfChange(asked, index, known)];
  const ordered = readOrdered(line, index, facts.items);
  if (!('item' in ordered)) return { planned: null, errors: [ordered, ...errors] };
  const { item, quantityBase } = ordered;
  errors.push(
    ...faultsOfTracking(line, index, item, quantityBase),
    ...faultsOfDecrease(line, index, item, known, quantityBase),
  );
  const underPercent = line.underDeliveryPercent ?? 0;
  const planned: PlannedLine = {
    lineNumber: line.lineNumber,
    item,
    unit: line.unit,
    quantity: line.quantity,
    quantityBase,
    overPercent: line.overDeliveryPercent ?? 0,
    underPercent,
    inventoryStatus,
    owner,
    lot: asked.lot,
    status: statusAfter(known, quantityBase, underPercent),
    isNew: known === undefined,
    document: line,
  };
  return { planned, errors };
}

/**
 * A line keeps its status while neither quantity nor tolerance change. With another quantity it is received where what
 * receipts tell of is enough, and nothing more is registered; else it is open, also where it was received before.
 */
function statusAfter(known: KnownLine | undefined, quantityBase: number, underPercent: number): InboundLineStatus {
  if (!known) return 'open';
  if (known.quantityBase === quantityBase && known.underPercent === underPercent) return known.status;
  const enoughBase = -byPercent(-quantityBase, -underPercent);
  const isReported = known.receivedBase > 0 && known.registeredBase === known.receivedBase;
  return isReported && known.receivedBase >= enoughBase ? 'received' : 'open';
}

type AskedLine = Omit<InboundOrderLineDocument, 'lot'> & Pick<KnownLine, 'owner' | 'inventoryStatus' | 'lot'>;

/** What may no longer change once goods stand in the building under it. */
function faultsOfChange(asked: AskedLine, index: number, known: KnownLine | undefined): FieldError[] {
  if (!known || !hasGoods(known)) return [];
  const fixed = [
    ['item', 'order.line_item_fixed'],
    ['unit', 'order.line_unit_fixed'],
    ['owner', 'order.line_dimension_fixed'],
    ['inventoryStatus', 'order.line_dimension_fixed'],
    ['lot', 'order.line_dimension_fixed'],
  ] as const;
  return fixed
    .filter(([member]) => asked[member] !== known[member])
    .map(([member, code]) => ({
      pointer: `/order/lines/${index}/${member}`,
      code,
      params: { line: known.lineNumber, was: known[member] ?? '' },
      value: asked[member],
    }));
}

function faultsOfDecrease(
  line: InboundOrderLineDocument,
  index: number,
  item: StockItem,
  known: KnownLine | undefined,
  quantityBase: number,
): FieldError[] {
  // Registered within the over-delivery that was allowed: only a real decrease contradicts the floor.
  const isDecrease = known !== undefined && quantityBase < known.quantityBase;
  if (!isDecrease || quantityBase >= known.registeredBase) return [];
  const { quantity: registered, unit } = shownIn(item, known.registeredBase, line.unit);
  const pointer = `/order/lines/${index}/quantity`;
  const params = { line: line.lineNumber, registered, unit };
  return [{ pointer, code: 'order.quantity_below_registered', params, value: line.quantity }];
}

function omittedWithGoods({ lineNumber }: KnownLine): FieldError {
  return { pointer: '/order/lines', code: 'order.line_has_goods', params: { line: lineNumber } };
}

function hasGoods(line: KnownLine): boolean {
  return line.registeredBase > 0 || line.receivedBase > 0;
}

function isBefore(a: string, b: string): boolean {
  return (instantMs(a) ?? 0) < (instantMs(b) ?? 0);
}
