import { fromBase, fromBaseIn } from '#shared/kernel/quantity.ts';
import type { InboundLineThing, InboundOrderThing } from '#shared/ledger/thing.ts';
import { registeredBase } from './order-facts.ts';

/** A quantity of an order line as people read it: in the order's unit where that is exact, else in base units. */
export function shownOn(line: InboundLineThing, quantityBase: number): string {
  const inUnit = fromBaseIn(quantityBase, line.unitFraction, line.decimals);
  return inUnit === null ? `${fromBase(quantityBase, line.decimals)} ${line.baseUnit}` : `${inUnit} ${line.unit}`;
}

/** What arrived of a line so far, on receipts and registered. */
export function arrivedBase(order: InboundOrderThing, line: InboundLineThing): number {
  return line.receivedBase + registeredBase(order, line.line);
}

export function isLineOpen(line: InboundLineThing): boolean {
  return line.status === 'open';
}

/** Nothing more is expected of a line. */
export function isLineDone(order: InboundOrderThing, line: InboundLineThing): boolean {
  return !isLineOpen(line) || arrivedBase(order, line) >= line.expectedBase;
}

/** Lines of which something is missing first, each with what arrived and what is expected. */
export function byWhatIsMissing(order: InboundOrderThing): InboundLineThing[] {
  return [...order.lines].sort(
    (one, other) => Number(isLineDone(order, one)) - Number(isLineDone(order, other)) || one.line - other.line,
  );
}
