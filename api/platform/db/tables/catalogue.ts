import type { Flag } from './flag.ts';

/** Items with their units, barcodes and lots, and business partners. Columns are documented in the migrations. */
export interface CatalogueTables {
  item: {
    item_key: string;
    source_system: string;
    number: string;
    description: string;
    base_unit: string;
    decimals: number;
    lot_tracked: Flag;
    serial_tracked: Flag;
    expiry_tracked: Flag;
    shelf_life_days: number | null;
    unit_cost: string | null;
    abc_class: string | null;
    status: string;
    document: string;
    version: number;
    changed_at: number;
    category: string | null;
    weight_milligrams: number | null;
    volume_mm3: number | null;
  };
  item_unit: { item_key: string; unit: string; numerator: number; denominator: number };
  /** `bound_at`: when a person said that the code stands for the item; null: its source system said so. */
  item_barcode: { code: string; item_key: string; unit: string; quantity: string; bound_at: number | null };
  lot: { item_key: string; lot: string; expiry_date: string | null };
  party: { source_system: string; account: string; kind: string; document: string; changed_at: number };
}
