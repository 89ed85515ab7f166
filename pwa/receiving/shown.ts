import { fromBase, fromBaseIn } from '#shared/kernel/quantity.ts';
import type { InboundLineThing, InboundOrderThing } from '#shared/ledger/thing.ts';
import { registeredBase } from './order-facts.ts';

/** Quantities of an order line as people read them: in the order's unit where all are exact, else in base units. */
export function shownOn<Name extends string>(
  line: InboundLineThing,
  quantitiesBase: Readonly<Record<Name, number>>,
): Record<Name | 'unit', number | string> {
  const entries = Object.entries<number>(quantitiesBase);
  const inUnit = entries.map(([name, base]) => [name, fromBaseIn(base, line.unitFraction, line.decimals)] as const);
  const isExact = inUnit.every(([, quantity]) => quantity !== null);
  const inBase = entries.map(([name, base]) => [name, fromBase(base, line.decimals)] as const);
  return {
    ...Object.fromEntries(isExact ? inUnit : inBase),
    unit: isExact ? line.unit : line.baseUnit,
  } as Record<Name | 'unit', number | string>;
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
