import { accepted, faulty, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import { instantMs } from '#shared/kernel/instant.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { isEnough } from '#shared/ledger/enough.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import {
  type InboundLineStatus,
  type InboundOrderStatus,
  inboundOrderMachine,
  statusOfLines,
} from './inbound-order.machine.ts';
import type { InboundOrderDocument, InboundOrderLineDocument } from './inbound-order-document.ts';
import {
  askedOf,
  doneBeyond,
  faultsOfChange,
  faultsOfDimensions,
  faultsOfTracking,
  type OrderingFacts,
  type RequestedLine,
  readOrdered,
  requestedOf,
} from './ordered-line.ts';

export interface InboundOrderFacts extends OrderingFacts {
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

export interface PlannedLine extends RequestedLine {
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
  const asked = askedOf(line, facts.owners);
  const errors = faultsOfDimensions(line, index, facts.owners);
  if (known && hasGoods(known)) errors.push(...faultsOfChange(asked, index, known));
  const ordered = readOrdered(line, index, facts.items);
  if (!('item' in ordered)) return { planned: null, errors: [ordered, ...errors] };
  const { item, quantityBase } = ordered;
  errors.push(
    ...faultsOfTracking(line, index, item, quantityBase),
    ...faultsOfDecrease(line, index, item, known, quantityBase),
  );
  const requested = requestedOf(line, asked, ordered);
  const planned: PlannedLine = {
    ...requested,
    status: statusAfter(known, requested),
    isNew: known === undefined,
    document: line,
  };
  return { planned, errors };
}

/**
 * A line keeps its status while neither quantity nor tolerance change. With another quantity it is received where what
 * receipts tell of is enough, and nothing more is registered; else it is open, also where it was received before.
 */
function statusAfter(known: KnownLine | undefined, { quantityBase, underPercent }: RequestedLine): InboundLineStatus {
  if (!known) return 'open';
  if (known.quantityBase === quantityBase && known.underPercent === underPercent) return known.status;
  const { receivedBase } = known;
  const isReported = receivedBase > 0 && known.registeredBase === receivedBase;
  return isReported && isEnough({ orderedBase: quantityBase, underPercent, receivedBase }) ? 'received' : 'open';
}

function faultsOfDecrease(
  line: InboundOrderLineDocument,
  index: number,
  item: StockItem,
  known: KnownLine | undefined,
  quantityBase: number,
): FieldError[] {
  const done = doneBeyond(line, item, quantityBase, known && { ...known, doneBase: known.registeredBase });
  if (!done) return [];
  const pointer = `/order/lines/${index}/quantity`;
  const params = { line: line.lineNumber, registered: done.quantity, unit: done.unit };
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
