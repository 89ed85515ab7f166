import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isOutside } from '#shared/ledger/place.ts';
import type { BalanceOf } from './published-balances.ts';
import type { LedgerEntry } from './published-row.ts';

/** What an entry does at one place in the building. */
export interface PublishedLeg {
  readonly of: BalanceOf;
  readonly plate: string | null;
  readonly quantityBase: number;
  /** A move inside the warehouse: zero there, so readers of whole warehouses do not see it. */
  readonly isInternal: boolean;
}

/** The legs of an entry that lie in the building; each becomes a delta. */
export function legsOf(entry: LedgerEntry): PublishedLeg[] {
  const isInternal =
    !isOutside(entry.from_location) && !isOutside(entry.to_location) && entry.from_status === entry.to_status;
  const legs: PublishedLeg[] = [];
  if (!isOutside(entry.from_location)) {
    const of = balanceOf(entry, entry.from_location, entry.from_status);
    legs.push({ of, plate: entry.from_plate, quantityBase: -entry.quantity_base, isInternal });
  }
  if (!isOutside(entry.to_location)) {
    const of = balanceOf(entry, entry.to_location, entry.to_status);
    legs.push({ of, plate: entry.to_plate, quantityBase: entry.quantity_base, isInternal });
  }
  return legs;
}

function balanceOf(entry: LedgerEntry, location: string, status: string): BalanceOf {
  return {
    location,
    warehouse: entry.warehouse,
    item_key: entry.item_key,
    owner: entry.owner,
    lot: entry.lot ?? '',
    inventory_status: status,
  };
}

/** What of a leg waits for a document: to be told to the ERP, and to become a receipt. */
export function waitingOf(entry: LedgerEntry, leg: PublishedLeg) {
  const isCovered = entry.coverage !== null;
  const isRegistered = isCovered && (entry.reason === 'receive' || entry.reason === 'return');
  return {
    unreportedBase: isCovered && entry.channel !== 'update-log' ? leg.quantityBase : 0,
    registeredBase: isRegistered ? leg.quantityBase : 0,
  };
}

/** A delta as its table holds it. */
export type DeltaRow = ReturnType<typeof deltaRow>;

export interface DeltaOf {
  readonly position: number;
  readonly at: number;
  readonly entry: LedgerEntry;
  readonly leg: PublishedLeg;
  /** What stands there after it; in the warehouse null for a move inside. */
  readonly sums: { readonly atLocationBase: number; readonly inWarehouseBase: number | null };
  readonly decimals: number;
}

/** The delta of a leg. Everything in it follows from the entry, its position and the sums, so it can be proved later. */
export function deltaRow({ position, at, entry, leg, sums, decimals }: DeltaOf) {
  const { atLocationBase, inWarehouseBase } = sums;
  return {
    position,
    source_system: sourceSystemOf(entry.item_key),
    ...leg.of,
    warehouse_level: leg.isInternal ? 0 : 1,
    at,
    quantity_base: leg.quantityBase,
    on_hand_after: inWarehouseBase === null ? null : String(fromBase(inWarehouseBase, decimals)),
    location_on_hand_after: String(fromBase(atLocationBase, decimals)),
    coverage: entry.coverage,
    log: logMembers(entry),
    body: deltaBody(entry, leg, fromBase(leg.quantityBase, decimals), at),
  };
}

/** What a row of the update log says besides, as JSON text without its braces; nothing where the channel is not known. */
function logMembers({ channel, unit, reason_code: reasonCode }: LedgerEntry): string {
  if ((channel ?? null) === null) return '';
  return JSON.stringify({ unit, reasonCode, quantityChannel: channel === 'update-log' }).slice(1, -1);
}

/** The members of a delta that never change, as JSON text without its braces; the reader's query adds the rest. */
function deltaBody(entry: LedgerEntry, leg: PublishedLeg, quantity: number, at: number): string {
  const members = {
    at: instantText(at),
    item: itemNumberOf(entry.item_key),
    warehouse: entry.warehouse,
    inventoryStatus: leg.of.inventory_status,
    owner: entry.owner,
    lot: entry.lot,
    serial: entry.serial,
    location: leg.of.location,
    licensePlate: leg.plate,
    quantity,
    reason: entry.reason,
    commandId: entry.command_id,
    transactionId: entry.id,
  };
  return JSON.stringify(members).slice(1, -1);
}

let lastInstant = { at: Number.NaN, text: '' };

/** The rows of a transaction are all of one instant. */
function instantText(at: number): string {
  if (lastInstant.at !== at) lastInstant = { at, text: new Date(at).toISOString() };
  return lastInstant.text;
}
