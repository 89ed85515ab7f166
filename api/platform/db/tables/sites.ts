import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** Warehouses, their locations and rules, and the source systems that use them. Columns are documented in the migrations. */
export interface SitesTables {
  warehouse: { code: string; name: string; time_zone: string; version: number };
  location: {
    warehouse: string;
    code: string;
    type: string;
    zone: string;
    walk_sequence: number;
    check_digit: string;
    capacity_plates: number | null;
    mixed_items: Flag;
    mixed_lots: Flag;
    fixed_item: string | null;
    active: Flag;
    version: number;
    capacity_weight_grams: number | null;
    capacity_volume_cm3: number | null;
    mixed_statuses: Generated<Flag>;
    mixed_owners: Generated<Flag>;
    only_categories: string | null;
    barred_categories: string | null;
    allowed_statuses: string | null;
    allows_negative: Generated<Flag>;
  };
  putaway_rule: { warehouse: string; code: string; position: number; rule: string; version: number };
  scan_rules: { warehouse: string; rules: string; version: number };
  source_system: {
    code: string;
    name: string;
    settings: string;
    warehouses: string;
    owners: string;
    version: number;
  };
}
