import { dayAfter } from '#shared/kernel/day.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { chooseForLines } from '#shared/ledger/choose-for-lines.ts';
import type { StockDemand } from '#shared/ledger/choose-stock.ts';
import type { OutboundOrderDocument, ReservationAtImport } from './outbound-order-document.ts';
import type { OutboundOrderFacts, PlannedOutboundLine } from './outbound-order-facts.ts';

type Facts = Pick<OutboundOrderFacts, 'settings' | 'shipDay' | 'candidates' | 'promises'>;

/** What the order says of it, else what its source system does unless said otherwise. */
export function policyOf(
  document: Pick<OutboundOrderDocument, 'reservationAtImport'>,
  { settings }: Pick<Facts, 'settings'>,
): ReservationAtImport {
  return document.reservationAtImport ?? settings.reservationAtImport;
}

/**
 * `order.cannot_reserve` for each line that is short, where all of the order has to be there (`full`), or where there is
 * something at least (`partial`) and there is nothing.
 */
export function faultsOfReservation(
  document: OutboundOrderDocument,
  lines: readonly PlannedOutboundLine[],
  facts: Facts,
): FieldError[] {
  const policy = policyOf(document, facts);
  if (policy !== 'partial' && policy !== 'full') return [];
  const wanting = lines.filter((line) => line.unreservedBase > 0);
  const demands = wanting.map((line) => demandOf(line, facts.shipDay));
  const shortBase = chooseForLines(demands, withGivenUp(lines, facts)).map((chosen) => chosen.shortBase);
  const isSomethingThere = lines.some(hasPromise) || wanting.some((line, at) => shortBase[at] !== line.unreservedBase);
  if (policy === 'partial' && isSomethingThere) return [];
  return wanting.flatMap((line, at) => {
    const missing = shortBase[at] ?? 0;
    if (missing === 0) return [];
    const { decimals, baseUnit: unit } = line.item;
    const available = fromBase(line.unreservedBase - missing, decimals);
    const wanted = fromBase(line.unreservedBase, decimals);
    const params = { line: line.lineNumber, item: line.item.number, wanted, available, unit };
    const pointer = `/order/lines/${document.lines.indexOf(line.document)}/quantity`;
    return [{ pointer, code: 'order.cannot_reserve', params, value: line.quantity }];
  });
}

/** What there is, with the goods of lines that ask for other ones now, or that are left out. */
function withGivenUp(
  lines: readonly PlannedOutboundLine[],
  { candidates, promises }: Facts,
): OutboundOrderFacts['candidates'] {
  const all = new Map(candidates);
  for (const promise of promises) {
    const line = lines.find(({ lineNumber }) => lineNumber === promise.line);
    const isGivenUp = promise.state === 'order' && (!line || line.giveUpBase >= promise.quantityBase);
    if (!isGivenUp) continue;
    const row = { ...promise, reservedBase: 0, locationType: 'storage', walkSequence: 0, expiryDate: null, firstAt: 0 };
    all.set(promise.item, [...(all.get(promise.item) ?? []), row]);
  }
  return all;
}

/** Something is promised or released already, and stays so. */
function hasPromise({ quantityBase, cancelledBase, unreservedBase }: PlannedOutboundLine): boolean {
  return quantityBase - cancelledBase > unreservedBase;
}

function demandOf(line: PlannedOutboundLine, shipDay: string): StockDemand {
  const { item, owner, inventoryStatus, lot, serial, sellableDays, unreservedBase } = line;
  const goodUntil = item.isExpiryTracked ? dayAfter(shipDay, sellableDays ?? 0) : null;
  return { item: item.key, owner, inventoryStatus, lot, serial, goodUntil, quantityBase: unreservedBase };
}
