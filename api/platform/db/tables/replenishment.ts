/** What pick faces are to hold, by people and by plans, and what was asked for by message. Columns: the migrations. */
export interface ReplenishmentTables {
  face_limit: {
    warehouse: string;
    location: string;
    item_key: string;
    minimum_base: number;
    maximum_base: number;
    changed_at: number;
  };
  plan_version: {
    scope: string;
    version: string;
    /** In which order they were published, from 1. */
    number: number;
    state: string;
    /** JSON: the policies as they were sent. */
    sent: string;
    published_by: string;
    published_at: number;
    changed_at: number;
  };
  plan_policy: {
    scope: string;
    version: string;
    item_key: string;
    warehouse: string;
    location: string;
    valid_from: string;
    plan: string;
    safety_stock_base: number | null;
    reorder_point_base: number | null;
    minimum_base: number | null;
    maximum_base: number | null;
  };
  fill_request: { source_system: string; number: string; work: string; quantity_base: number };
}
