import { accepted, faulty, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import {
  type OutboundLineStatus,
  outboundLineStatusOf,
  outboundOrderStatusOf,
} from '#shared/ledger/outbound-status.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { hasActivity, type KnownOutboundLine, type KnownOutboundOrder } from './known-outbound-order.ts';
import {
  type AskedLine,
  askedOf,
  doneBeyond,
  faultsOfChange,
  faultsOfDimensions,
  faultsOfTracking,
  readOrdered,
  requestedOf,
} from './ordered-line.ts';
import { faultsOfOutboundHeader } from './outbound-header.ts';
import type { OutboundOrderDocument, OutboundOrderLineDocument } from './outbound-order-document.ts';
import type {
  CrossDockTag,
  OutboundOrderFacts,
  PlannedOutboundLine,
  PutOutboundOrderPlan,
} from './outbound-order-facts.ts';
import { faultsOfReservation, policyOf } from './reserve-at-import.ts';

/**
 * An order is sent, for the first time or anew: what the message says replaces what was requested before, a line that it
 * leaves out is removed. Nothing that was picked is ever contradicted; work that nobody has begun gives way.
 *
 * Faults, all at once: those of the header (`outbound-header.ts`) and of what is to be reserved (`reserve-at-import.ts`);
 * `order.line_released` a line is left out that is on a shipment. For each line: `order.item_unknown`;
 * `item.unit_unknown`, `quantity.too_precise`, `quantity.too_large`; `order.owner_unknown`,
 * `order.inventory_status_unknown`; `order.lot_not_tracked`, `order.serial_not_tracked`, `order.serial_quantity`; once it
 * is on a shipment `order.line_item_fixed`, `order.line_unit_fixed`, `order.line_dimension_fixed`;
 * `order.quantity_below_picked`.
 */
export function decidePutOutboundOrder(
  { document }: Message<OutboundOrderDocument>,
  facts: OutboundOrderFacts,
): MessageVerdict<PutOutboundOrderPlan> {
  const known = new Map(facts.known?.lines.map((line) => [line.lineNumber, line]));
  const isMoved = facts.known !== null && facts.known.warehouse !== document.warehouse;
  const read = document.lines.map((line, index) => {
    return readLine(line, index, facts, { before: known.get(line.lineNumber), isMoved });
  });
  const sent = new Set(document.lines.map(({ lineNumber }) => lineNumber));
  const omitted = [...known.values()].filter(({ lineNumber }) => !sent.has(lineNumber));
  const lines = read.flatMap(({ planned }) => (planned ? [planned] : []));
  const errors = [
    ...faultsOfOutboundHeader(document, facts),
    ...omitted.filter(hasActivity).map(omittedWithWork),
    ...read.flatMap((line) => line.errors),
  ];
  // What can be reserved is only worth asking of an order that is right otherwise.
  if (errors.length === 0) errors.push(...faultsOfReservation(document, lines, facts));
  if (errors.length > 0) return faulty(errors);
  const gone = omitted.filter((line) => line.wasReleased).map(() => ({ status: 'cancelled' }));
  return accepted({
    status: outboundOrderStatusOf([...lines, ...gone]),
    holdCodes: holdCodesAfter(document.holdCodes ?? [], facts.known),
    lines,
    removed: omitted,
    reservesAtOnce: policyOf(document, facts) !== 'none',
  });
}

/** The line as it was, and whether all of its order goes to another warehouse. */
interface Before {
  readonly before: KnownOutboundLine | undefined;
  readonly isMoved: boolean;
}

interface ReadLine {
  readonly planned: PlannedOutboundLine | null;
  readonly errors: readonly FieldError[];
}

function readLine(
  line: OutboundOrderLineDocument,
  index: number,
  facts: OutboundOrderFacts,
  { before: known, isMoved }: Before,
): ReadLine {
  const asked = askedOf(line, facts.owners);
  const errors = faultsOfDimensions(line, index, facts.owners);
  if (known && hasActivity(known)) errors.push(...faultsOfChange(asked, index, known));
  const ordered = readOrdered(line, index, facts.items);
  if (!('item' in ordered)) return { planned: null, errors: [ordered, ...errors] };
  const { item, quantityBase } = ordered;
  errors.push(
    ...faultsOfTracking(line, index, item, quantityBase),
    ...faultsOfDecrease(line, index, item, known, quantityBase),
  );
  const crossDock = readCrossDock(line, index, item);
  if ('code' in crossDock) errors.push(crossDock);
  const sellableDays = line.sellableDays ?? null;
  const isOther = known !== undefined && (isMoved || needsOtherGoods({ ...asked, sellableDays }, known));
  const planned: PlannedOutboundLine = {
    ...requestedOf(line, asked, ordered),
    serial: asked.serial,
    sellableDays,
    substitutes: line.substitutes ?? [],
    crossDock: 'code' in crossDock ? { source: null, quantityBase: null } : crossDock,
    ...countersAfter(known, quantityBase, isOther),
    document: line,
  };
  return { planned, errors };
}

/** Whose goods are meant for the line when they come in, and how many of them; null: all that the line asks for. */
function readCrossDock(line: OutboundOrderLineDocument, index: number, item: StockItem): CrossDockTag | FieldError {
  const source = line.crossDockSource ?? null;
  const quantity = line.crossDockQuantity ?? null;
  if (source === null || quantity === null) return { source, quantityBase: null };
  const quantityBase = readQuantity(item, quantity, line.unit);
  if (!isProblem(quantityBase)) return { source, quantityBase };
  return { ...quantityBase, pointer: `/order/lines/${index}/crossDockQuantity`, value: quantity };
}

/**
 * What becomes of a line's counters. The same quantity again leaves a remainder that was cancelled alone; another one asks
 * for all of it anew. What is too much is taken from what nobody has begun: promises of the order, then unpicked work.
 */
function countersAfter(known: KnownOutboundLine | undefined, quantityBase: number, isOther: boolean) {
  if (!known) {
    const nothing = { cancelledBase: 0, takeBackBase: 0, giveUpBase: 0 };
    return { status: 'open' as OutboundLineStatus, ...nothing, unreservedBase: quantityBase };
  }
  const cancelledBase = known.quantityBase === quantityBase ? known.cancelledBase : 0;
  const wantedBase = quantityBase - cancelledBase;
  const takeBackBase = Math.max(0, Math.min(known.releasedBase - wantedBase, known.releasedBase - known.pickedBase));
  const unreleasedBase = Math.max(0, wantedBase - (known.releasedBase - takeBackBase));
  const giveUpBase = isOther ? known.reservedBase : Math.max(0, known.reservedBase - unreleasedBase);
  const status = outboundLineStatusOf({ quantityBase, shippedBase: known.shippedBase, cancelledBase });
  const unreservedBase = status === 'open' ? unreleasedBase - (known.reservedBase - giveUpBase) : 0;
  return { status, cancelledBase, takeBackBase, giveUpBase, unreservedBase };
}

/** What the order itself was promised is not what it asks for now. */
function needsOtherGoods(
  asked: AskedLine & Pick<KnownOutboundLine, 'sellableDays'>,
  known: KnownOutboundLine,
): boolean {
  const members = ['item', 'owner', 'inventoryStatus', 'lot', 'serial', 'sellableDays'] as const;
  return members.some((member) => asked[member] !== known[member]);
}

function faultsOfDecrease(
  line: OutboundOrderLineDocument,
  index: number,
  item: StockItem,
  known: KnownOutboundLine | undefined,
  quantityBase: number,
): FieldError[] {
  const done = doneBeyond(line, item, quantityBase, known && { ...known, doneBase: known.pickedBase });
  if (!done) return [];
  const pointer = `/order/lines/${index}/quantity`;
  const params = { line: line.lineNumber, picked: done.quantity, unit: done.unit };
  return [{ pointer, code: 'order.quantity_below_picked', params, value: line.quantity }];
}

function omittedWithWork({ lineNumber }: KnownOutboundLine): FieldError {
  return { pointer: '/order/lines', code: 'order.line_released', params: { line: lineNumber } };
}

/**
 * The holds in force afterwards: what the ERP says now and did not say before is added, what it says no longer is gone.
 * Holds that people set, and those of the ERP that they lifted, stay as they are.
 */
export function holdCodesAfter(sent: readonly string[], known: KnownOutboundOrder | null): string[] {
  const before = known?.sentHoldCodes ?? [];
  const kept = (known?.holdCodes ?? []).filter((code) => sent.includes(code) || !before.includes(code));
  return [...new Set([...kept, ...sent.filter((code) => !before.includes(code))])];
}
