import type { Kysely } from 'kysely';
import { addColumns, createIndex, createTables, isPostgres } from './create-tables.ts';

/**
 * Discrepancies are cases with a class, somebody responsible, and what they are about (JSON: order, line, load, plate,
 * item, quantity, note, photos). Photos have ids made by the device that took them; they are kept in
 * parts, so that no command waits for a whole picture to reach the disk.
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
       sha256 text not null, uploaded_by text not null, device text not null, uploaded_at bigint not null`,
    ],
    [
      'photo_part',
      `photo text not null, sha256 text not null, part bigint not null, content ${bytes} not null,
       primary key (photo, sha256, part)`,
    ],
  ]);
  await createIndex(db, 'exception_open_class', 'exception_case', 'warehouse, class', "status = 'open'");
}
