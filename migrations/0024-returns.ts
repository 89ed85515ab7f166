import type { Kysely } from 'kysely';
import { createIndex, createTables } from './create-tables.ts';

/**
 * Goods that came back. `customer_return`: what a registration of such goods is besides; `shipment`, `order_key` and
 * `order_line` name what they had gone out with, where that is known. `disposition_code`: what the source system calls
 * the disposition. `return_policies`: what a source system takes back of single items and of kinds of items; for all
 * others its settings say it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'customer_return',
      `registration text primary key, command_id text not null, warehouse text not null, source_system text not null,
       shipment text, order_key text, order_line bigint, disposition text not null, disposition_code text not null,
       condition text, photos text not null, returned_by text not null, returned_at bigint not null`,
    ],
    ['return_policies', 'source_system text primary key, policies text not null, version bigint not null'],
  ]);
  await createIndex(db, 'customer_return_shipment', 'customer_return', 'shipment', 'shipment is not null');
  await createIndex(db, 'customer_return_order', 'customer_return', 'order_key', 'order_key is not null');
  await createIndex(db, 'customer_return_when', 'customer_return', 'warehouse, returned_at');
}
