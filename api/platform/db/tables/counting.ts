import type { Generated } from 'kysely';
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
    /** When these goods were counted; null: with the count. */
    counted_at: Generated<number | null>;
  };
  /** Every time that somebody counted, however often they were asked to. */
  stock_count_attempt: {
    count_number: string;
    attempt: number;
    counted_by: string;
    counted_at: number;
    command_id: string;
  };
  /** What has places counted again and again: `shared/ledger/count-plan.ts` as JSON. */
  count_plan: { warehouse: string; code: string; plan: string; version: number };
  /** Why count work was made that nobody began by themselves. */
  count_task: {
    work: string;
    warehouse: string;
    origin: string;
    plan: string | null;
    /** Counted once more, it is by somebody else. */
    second_counter: Flag;
    asked_by: string;
  };
  /** Who began to count something open and has not said what is there, whoever is at it by now. */
  count_begun: { badge: string; work: string; begun_at: number };
  /** When all of a place (`item_key` '') or an item there was counted last. */
  counted_place: { warehouse: string; location: string; item_key: string; counted_at: number };
}
