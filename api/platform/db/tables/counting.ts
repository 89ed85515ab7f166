import type { Flag } from './flag.ts';

/** Counts and what they found. Columns: the migrations. */
export interface CountingTables {
  stock_count: {
    count_number: string;
    work: string;
    warehouse: string;
    /** Null: wherever the item is. */
    location: string | null;
    /** Null: everything at the location. */
    item_key: string | null;
    status: string;
    attempts: number;
    /** The position of the feeds when it was begun. */
    ledger_position: number;
    /** Reason code of what is posted. */
    reason: string | null;
    /** The command that began it, then the last that counted. */
    command_id: string;
    counted_by: string | null;
    counted_at: number | null;
    /** Who may not count it, since somebody else is to count it again. */
    not_by: string | null;
    journal: string | null;
    reviewed_by: string | null;
    reviewed_at: number | null;
    review_reason: string | null;
    version: number;
  };
  stock_count_line: {
    count_number: string;
    line: number;
    item_key: string;
    location: string;
    /** '' for loose goods; null: whatever plates they stand on. */
    license_plate: string | null;
    lot: string;
    serial: string;
    expected_base: number;
    counted_base: number;
    difference_base: number;
    is_new: Flag;
  };
}
