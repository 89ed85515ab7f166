import type { Kysely } from 'kysely';
import { addColumns, createIndex } from './create-tables.ts';

/**
 * The number that an outbound order goes by inside the warehouse, where its source system wants another than its own; and
 * why what is cancelled of a line was cancelled.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [
    ['outbound_order', 'own_number text'],
    ['outbound_order_line', 'cancel_reason text'],
  ]);
  await createIndex(db, 'outbound_order_own_number', 'outbound_order', 'own_number', 'own_number is not null');
  await createIndex(db, 'outbound_order_newest', 'outbound_order', 'warehouse, created_at, order_key');
}
