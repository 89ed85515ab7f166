import * as z from 'zod';
import { accepted, faulty, itemUnknown, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import { line, name32, name64, optional, positiveQuantity } from '#shared/kernel/fields.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { LocationState } from '#shared/ledger/fits.ts';
import { isProblem, type StockItem } from '#shared/ledger/stock-item.ts';
import { type Meeting, meetNeed, type Supply, type UnderWay, urgentPriority, usualPriority } from './meet-need.ts';

const request = {
  /** The source system's own number for it, by which it can be changed and taken back; that of the message unless said. */
  requestNumber: optional(name64),
  warehouse: name32,
  item: name64,
};

/**
 * Sales or planning need goods where they are picked, soon. Without a location one of the item's pick faces is meant;
 * without a quantity as much as stands together in reserve.
 */
export const needDocument = z.strictObject({
  ...request,
  location: optional(name64),
  quantity: optional(positiveQuantity),
  unit: optional(name32),
  /** Before all other work of its kind; true unless said. */
  urgent: optional(z.boolean()),
  /** Among orders and other requests, lower numbers first; where it is said, `urgent` says nothing. */
  priority: optional(z.int().min(0).max(999)),
  /** For the people at the desk. */
  reason: optional(line),
});

/** To take a request back its number is enough. */
export const needCancellation = z.strictObject({
  ...needDocument.partial().shape,
  requestNumber: name64,
});

export type NeedDocument = z.infer<typeof needDocument>;
export type NeedCancellation = z.infer<typeof needCancellation>;

export interface NeedFacts {
  /** The warehouses that the source system may name. */
  readonly warehouses: readonly string[];
  readonly item: StockItem | null;
  /** The place that was named, else the item's pick faces in walking order. */
  readonly places: readonly (LocationState & { readonly underWay: readonly UnderWay[] })[];
  /** Stock of the item in the warehouse, with what this very request had asked for before. */
  readonly candidates: Supply['candidates'];
}

export interface NeedPlan {
  readonly item: StockItem;
  readonly face: string;
  readonly meeting: Meeting;
  readonly priority: number;
}

/**
 * Faults: `order.warehouse_unknown`; `order.item_unknown` (the message waits for the item); `location.unknown`;
 * `replenishment.no_face` no place was named and the item has none; else as when somebody on the floor asks, see
 * `meetNeed`. Of several faces the first that takes the goods gets them. Where none are in reserve the message is accepted
 * all the same: the request waits until there are some, or it is taken back.
 */
export function decideNeed({ document }: Message<NeedDocument>, facts: NeedFacts): MessageVerdict<NeedPlan> {
  const { warehouse, item: number } = document;
  if (!facts.warehouses.includes(warehouse)) {
    return fault('warehouse', problem('order.warehouse_unknown', { warehouse }), warehouse);
  }
  const { item, places, candidates } = facts;
  if (!item) return fault('item', problem(itemUnknown, { item: number }), number);
  const location = document.location ?? null;
  const [first] = places;
  if (!first && location !== null) return fault('location', problem('location.unknown', { location }), location);
  if (!first) return fault('item', problem('replenishment.no_face', { item: number }), number);
  const problems: Problem[] = [];
  for (const place of places) {
    const meeting = meetNeed(document, item, place, { candidates, underWay: place.underWay });
    if (isProblem(meeting)) {
      problems.push(meeting);
      continue;
    }
    const priority = document.priority ?? (document.urgent === false ? usualPriority : urgentPriority);
    return accepted({ item, face: place.code, meeting, priority });
  }
  const [why = problem('replenishment.no_face', { item: number })] = problems;
  return fault(memberOf(why, location !== null), why);
}

/**
 * A request that is not known is taken back only with the message that would have made it:
 * `replenishment.request_unknown`.
 */
export function decideCancelNeed(
  { document: { requestNumber } }: Message<NeedCancellation>,
  { isKnown, supersedesEarlier }: { readonly isKnown: boolean; readonly supersedesEarlier: boolean },
): MessageVerdict<null> {
  if (isKnown || supersedesEarlier) return accepted(null);
  return fault('requestNumber', problem('replenishment.request_unknown', { requestNumber }), requestNumber);
}

/** Which member of the request a problem is about. */
function memberOf({ code }: Problem, isPlaceNamed: boolean): string {
  if (code === 'item.unit_unknown') return 'unit';
  if (code.startsWith('quantity.')) return 'quantity';
  return isPlaceNamed ? 'location' : 'item';
}

function fault(member: string, why: Problem, value?: unknown) {
  return faulty([{ ...why, pointer: `/request/${member}`, ...(value !== undefined && { value }) }]);
}
