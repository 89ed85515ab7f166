import { useOf } from './location-type.ts';

/** What is at one place of one kind: a row of the balances. `item` is the item's key; '' stands for none. */
export interface StockRow {
  readonly location: string;
  readonly item: string;
  readonly owner: string;
  readonly lot: string;
  readonly serial: string;
  readonly inventoryStatus: string;
  readonly licensePlate: string;
  readonly quantityBase: number;
  readonly reservedBase: number;
}

/** The only status whose stock may be promised to orders. */
export const availableStatus = 'available';

/** The statuses stock can have. */
export const inventoryStatuses = ['available', 'quality', 'quarantine', 'blocked', 'damaged'] as const;

/**
 * How much of a row may still be promised: nothing where the location's type or the status forbids it (goods at the
 * dock are not reservable until they are put away), else what is not reserved. The one definition; every screen, feed
 * and reservation asks here.
 */
export function availableBase(
  row: Pick<StockRow, 'inventoryStatus' | 'quantityBase' | 'reservedBase'>,
  locationType: string,
): number {
  const isForSale = useOf(locationType).isReservable && row.inventoryStatus === availableStatus;
  return isForSale ? Math.max(0, row.quantityBase - row.reservedBase) : 0;
}

/** How much of a row may be taken elsewhere without taking what is promised. */
export function movableBase(row: Pick<StockRow, 'quantityBase' | 'reservedBase'>): number {
  return Math.max(0, row.quantityBase - row.reservedBase);
}
