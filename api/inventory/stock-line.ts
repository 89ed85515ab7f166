import type { StockLine } from '#shared/inventory/stock-line.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { availableBase } from '#shared/ledger/stock-row.ts';

/** Stock of one kind at one place, as it is read with its item, lot and location. */
export interface PlacedStock {
  readonly location: string;
  readonly location_type: string | null;
  readonly license_plate: string;
  readonly number: string;
  readonly source_system: string;
  readonly description: string;
  readonly base_unit: string;
  readonly decimals: number;
  readonly lot: string;
  readonly expiry_date: string | null;
  readonly serial: string;
  readonly inventory_status: string;
  readonly owner: string;
  readonly quantity_base: number;
  readonly reserved_base: number;
}

/** What `PlacedStock` is read from: balances `b` with their item `i`, location `l` and lot `t`. */
export const placedColumns = [
  'b.location',
  'l.type as location_type',
  'b.license_plate',
  'i.number',
  'i.source_system',
  'i.description',
  'i.base_unit',
  'i.decimals',
  'b.lot',
  't.expiry_date',
  'b.serial',
  'b.inventory_status',
  'b.owner',
  'b.quantity_base',
  'b.reserved_base',
] as const;

/** Stock as people are shown it. */
export function stockLineOf(row: PlacedStock): StockLine {
  const { decimals } = row;
  return {
    location: row.location,
    locationType: row.location_type ?? '',
    licensePlate: row.license_plate || null,
    item: row.number,
    sourceSystem: row.source_system,
    description: row.description,
    lot: row.lot || null,
    expiryDate: row.expiry_date,
    serial: row.serial || null,
    inventoryStatus: row.inventory_status,
    owner: row.owner,
    unit: row.base_unit,
    onHand: fromBase(row.quantity_base, decimals),
    reserved: fromBase(row.reserved_base, decimals),
    available: fromBase(freeBase(row), decimals),
  };
}

/** What of it can be promised, in steps of the item. */
export function freeBase(row: PlacedStock): number {
  const { inventory_status: inventoryStatus, quantity_base: quantityBase, reserved_base: reservedBase } = row;
  return availableBase({ inventoryStatus, quantityBase, reservedBase }, row.location_type ?? '');
}
