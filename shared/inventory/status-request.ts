import * as z from 'zod';
import { accepted, faulty, itemUnknown, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import { name32, name64, optional, positiveQuantity } from '#shared/kernel/fields.ts';
import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { type PromisedPart, statusReasons, whyNotStatusReason } from '#shared/ledger/restated.ts';
import { isProblem, type StockItem } from '#shared/ledger/stock-item.ts';
import { availableStatus, type StockRow } from '#shared/ledger/stock-row.ts';
import { changedParts, entriesOfParts, whyNotStatus } from './changed-parts.ts';

const request = {
  /** The source system's own number for it, by which it can be taken back while it waits. */
  requestNumber: optional(name64),
  warehouse: name32,
  item: name64,
};

/**
 * An ERP asks that goods get another status. Without a place or a plate all of the item is meant that is in the warehouse,
 * or all of its lot. `inventoryStatus`: only what has this status now.
 */
export const statusRequest = z.strictObject({
  ...request,
  location: optional(name64),
  licensePlate: optional(name64),
  lot: optional(name64),
  serials: optional(z.array(name64).min(1).max(500)),
  quantity: optional(positiveQuantity),
  unit: optional(name32),
  inventoryStatus: optional(name32),
  to: name32,
  reason: optional(z.enum(statusReasons)),
});

/** To take a request back its number is enough. */
export const statusRequestCancellation = z.strictObject({
  ...request,
  requestNumber: name64,
  warehouse: optional(name32),
  item: optional(name64),
});

export type StatusRequest = z.infer<typeof statusRequest>;

export interface StatusRequestFacts {
  /** Warehouses that the source system may use. */
  readonly warehouses: readonly string[];
  readonly item: StockItem | null;
  readonly isPlaceKnown: boolean;
  readonly rows: readonly StockRow[];
  readonly promised: readonly Reservation[];
  /** Lots of the item that are on hold. */
  readonly heldLots: readonly string[];
}

export interface StatusRequestPlan {
  readonly entries: readonly EntryDraft[];
  readonly rows: readonly StockRow[];
  readonly lost: readonly PromisedPart[];
  readonly to: string;
  readonly reason: string;
}

/**
 * Faults: `order.warehouse_unknown`; `order.item_unknown` (the message waits for the item); `location.unknown`; of status
 * and goods as when a person changes a status, see `decideChangeStatus`. The ERP is asked by nobody to confirm.
 */
export function decideStatusRequest(
  { document }: Message<StatusRequest>,
  facts: StatusRequestFacts,
): MessageVerdict<StatusRequestPlan> {
  const { warehouse, item: number, to } = document;
  if (!facts.warehouses.includes(warehouse)) {
    return fault('warehouse', problem('order.warehouse_unknown', { warehouse }), warehouse);
  }
  if (!facts.item) return fault('item', problem(itemUnknown, { item: number }), number);
  const { location } = document;
  if (location && !facts.isPlaceKnown) return fault('location', problem('location.unknown', { location }), location);
  const reason = document.reason ?? 'other';
  const inventoryStatus = document.inventoryStatus ?? undefined;
  const why = whyNotStatusReason(reason) ?? whyNotStatus(to, inventoryStatus);
  if (why) return fault('to', why, to);
  const parts = changedParts(askedOf(document), { ...facts, items: [facts.item] });
  if (isProblem(parts)) return fault(memberOf(parts), parts);
  const onHold = parts.find(({ row }) => to === availableStatus && facts.heldLots.includes(row.lot));
  if (onHold) return fault('lot', problem('inventory.lot_on_hold', { item: number, lot: onHold.row.lot }));
  return accepted({
    entries: entriesOfParts(parts, { inventoryStatus: to, reasonCode: reason }),
    rows: parts.map(({ row }) => row),
    lost: parts.flatMap(({ promised }) => promised),
    to,
    reason,
  });
}

/** A request that was carried out is not undone by taking it back: `request.carried_out`. One that waited is. */
export function decideCancelStatusRequest(
  { document }: Message<{ readonly requestNumber: string }>,
  { supersedesEarlier }: { readonly supersedesEarlier: boolean },
): MessageVerdict<null> {
  const { requestNumber } = document;
  if (supersedesEarlier) return accepted(null);
  return fault('requestNumber', problem('message.request_carried_out', { requestNumber }), requestNumber);
}

function askedOf({ location, licensePlate, lot, serials, quantity, unit, inventoryStatus, item, to }: StatusRequest) {
  return {
    item,
    to,
    location: location ?? undefined,
    licensePlate: licensePlate ?? undefined,
    lot: lot ?? undefined,
    serials: serials ?? undefined,
    quantity: quantity ?? undefined,
    unit: unit ?? undefined,
    inventoryStatus: inventoryStatus ?? undefined,
  };
}

/** Which member of the request a problem of the goods is about. */
function memberOf({ code }: Problem): string {
  if (code.startsWith('stock.lot')) return 'lot';
  if (code.startsWith('stock.serial')) return 'serials';
  if (code === 'item.unit_unknown') return 'unit';
  return code.startsWith('quantity.') || code === 'stock.not_enough' ? 'quantity' : 'item';
}

function fault(member: string, { code, params }: Problem, value?: unknown) {
  const error: FieldError = {
    pointer: `/request/${member}`,
    code,
    ...(params && { params }),
    ...(value !== undefined && { value }),
  };
  return faulty([error]);
}
