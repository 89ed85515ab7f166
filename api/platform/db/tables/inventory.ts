/** Lots on hold. Columns: the migrations. */
export interface InventoryTables {
  lot_hold: {
    hold: string;
    item_key: string;
    lot: string;
    /** `active` or `released`. */
    status: string;
    /** Reason code. */
    reason: string;
    note: string | null;
    placed_by: string;
    placed_at: number;
    command_id: string;
    released_by: string | null;
    released_at: number | null;
    release_reason: string | null;
  };
}
