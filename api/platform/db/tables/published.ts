import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** Feeds, deltas, things, chain and audit: written where positions are given. Columns are documented in the migrations. */
export interface PublishedTables {
  outbox: { id: Generated<number>; at: number; row_json: string };
  feed_head: { id: number; position: number; chain_hash: string; audit_hash: string; last_at: number };
  feed_entry: {
    position: number;
    feed: string;
    source_system: string;
    warehouse: string;
    subject: string;
    version: number;
    at: number;
    body: string;
    settles: string | null;
  };
  inventory_delta: {
    position: number;
    source_system: string;
    warehouse: string;
    item_key: string;
    warehouse_level: Flag;
    at: number;
    location: string;
    owner: string;
    lot: string;
    inventory_status: string;
    quantity_base: number;
    /** Null for a move inside the warehouse, which changes nothing there. */
    on_hand_after: string | null;
    location_on_hand_after: string;
    coverage: string | null;
    body: string;
    log: Generated<string>;
  };
  published_balance: {
    /** Empty for the whole warehouse. */
    location: string;
    warehouse: string;
    item_key: string;
    owner: string;
    lot: string;
    inventory_status: string;
    quantity_base: number;
    unreported_base: Generated<number>;
    registered_base: Generated<number>;
  };
  stock_snapshot: { position: number; row_count: number };
  /** `location` as in `published_balance`. */
  stock_snapshot_row: {
    position: number;
    location: string;
    warehouse: string;
    item_key: string;
    owner: string;
    lot: string;
    inventory_status: string;
    quantity_base: number;
  };
  thing_change: { kind: string; thing_key: string; warehouse: string; position: number; deleted: Flag };
  chain: { position: number; kind: string; subject: string; hash: string };
  audit: {
    id: string;
    at: number;
    actor: string;
    action: string;
    subject: string;
    before_json: string | null;
    after_json: string | null;
    command_id: string | null;
    /** To the audit row before: see migration 0035. */
    link: string;
  };
}
