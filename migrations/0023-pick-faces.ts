import type { Kysely } from 'kysely';
import { createIndex, createTables } from './create-tables.ts';

/**
 * How much of an item a place for picking is to hold, as people set it (`face_limit`) or planning published it
 * (`plan_policy`, by version). Of a publisher's versions one is active at a time; `scope` is the source system of its key,
 * '' for a key of all. A policy's `location` is '' where it is for the whole warehouse, its `valid_from` a day, '' for
 * always; `plan` is the version that brought it. `fill_request`: what an ERP asked for, and by which work it is brought.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'face_limit',
      `warehouse text not null, location text not null, item_key text not null, minimum_base bigint not null,
       maximum_base bigint not null check (maximum_base >= minimum_base), changed_at bigint not null,
       primary key (warehouse, location, item_key)`,
      'clustered',
    ],
    [
      'plan_version',
      `scope text not null, version text not null, number bigint not null, state text not null, sent text not null,
       published_by text not null, published_at bigint not null, changed_at bigint not null,
       primary key (scope, version)`,
    ],
    [
      'plan_policy',
      `scope text not null, version text not null, item_key text not null, warehouse text not null,
       location text not null, valid_from text not null, plan text not null, safety_stock_base bigint,
       reorder_point_base bigint, minimum_base bigint, maximum_base bigint,
       primary key (scope, version, item_key, warehouse, location, valid_from)`,
    ],
    [
      'fill_request',
      `source_system text not null, number text not null, work text not null, quantity_base bigint not null,
       primary key (source_system, number, work)`,
      'clustered',
    ],
  ]);
  await createIndex(db, 'face_limit_item', 'face_limit', 'item_key, warehouse');
  await createIndex(db, 'face_limit_changed', 'face_limit', 'changed_at');
  await createIndex(db, 'plan_version_changed', 'plan_version', 'changed_at');
  await createIndex(db, 'plan_policy_item', 'plan_policy', 'item_key, warehouse');
}
