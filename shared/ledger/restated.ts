import { type Problem, problem } from '../kernel/problem.ts';
import { type EntryDraft, movedTo } from './entry.ts';
import { reasonCodes } from './reason-code.ts';
import type { Reservation } from './reservation.ts';
import { movableBase, type StockRow } from './stock-row.ts';

/** Why goods are set apart or put on hold, besides the usual reasons. */
export const statusReasons = ['quality', 'recall', 'expired', ...reasonCodes] as const;

/** A change of status names one of those reasons: `inventory.reason_unknown`. */
export function whyNotStatusReason(reason: string): Problem | null {
  if (statusReasons.some((known) => known === reason)) return null;
  return problem('inventory.reason_unknown', { reason, reasons: statusReasons.join(', ') });
}

/** What goods become: where they stand, with another status, for a reason. */
export interface NewStatus {
  readonly inventoryStatus: string;
  readonly reasonCode: string;
}

/** Goods stay where they are and get another status. `isReserved`: they are promised, and the promise goes along. */
export function restated(
  goods: Omit<StockRow, 'reservedBase'>,
  { inventoryStatus, reasonCode }: NewStatus,
  isReserved: boolean,
): EntryDraft {
  const { location, licensePlate } = goods;
  const same = movedTo(goods, { location, licensePlate: licensePlate || null }, 'status');
  return { ...same, to: { ...same.to, inventoryStatus }, reasonCode, ...(isReserved && { isReserved }) };
}

/** What is promised of a row, and how much of that gets another status. */
export interface PromisedPart {
  readonly reservation: Reservation;
  readonly quantityBase: number;
}

/** The entries for a whole row: what is free of it, and what is promised. */
export function restatedRow(row: StockRow, promised: readonly Reservation[], to: NewStatus): EntryDraft[] {
  const freeBase = movableBase(row);
  const free = freeBase > 0 ? [restated({ ...row, quantityBase: freeBase }, to, false)] : [];
  return [...free, ...promised.map((one) => restated(one, to, true))];
}

/** Whether goods, or what is promised of them, are those of a row. */
export function isOfRow(row: StockRow, one: Omit<StockRow, 'quantityBase' | 'reservedBase'>): boolean {
  return (
    one.location === row.location &&
    one.item === row.item &&
    one.owner === row.owner &&
    one.lot === row.lot &&
    one.serial === row.serial &&
    one.inventoryStatus === row.inventoryStatus &&
    one.licensePlate === row.licensePlate
  );
}
