import type { Kysely } from 'kysely';
import { addColumns, createIndex } from './create-tables.ts';

/**
 * Large waves are filled part by part, so that nobody else waits for them: each order of a wave knows its part. And what
 * is looked for again and again by itself: lines that wait for goods, and the newest wave of a template.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [['wave_order', 'part bigint']]);
  await createIndex(db, 'outbound_line_waits', 'outbound_order_line', 'item_key', 'backorder_reason is not null');
  await createIndex(db, 'wave_template_made', 'wave', 'warehouse, template, created_at', 'template is not null');
  await createIndex(db, 'wave_newest', 'wave', 'warehouse, created_at, wave');
  await createIndex(db, 'outbound_load_newest', 'outbound_load', 'warehouse, created_at, load_number');
}
