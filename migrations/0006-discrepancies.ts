import type { Kysely } from 'kysely';
import { addColumns, createIndex, createTables, isPostgres } from './create-tables.ts';

/**
 * Discrepancies are cases with a class, somebody responsible, and what they are about (JSON: order, line, load, plate,
 * item, quantity, note, photos). Photos are kept whole; their ids are made by the device that took them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [
    ['exception_case', 'class text'],
    ['exception_case', 'responsible text'],
    ['exception_case', 'details text'],
  ]);
  const bytes = isPostgres(db) ? 'bytea' : 'blob';
  await createTables(db, [
    [
      'photo',
      `id text primary key, warehouse text not null, content_type text not null, size_bytes bigint not null,
       sha256 text not null, operator text not null, device text not null, uploaded_at bigint not null,
       content ${bytes} not null`,
    ],
  ]);
  await createIndex(db, 'exception_open_class', 'exception_case', 'warehouse, class', "status = 'open'");
}
