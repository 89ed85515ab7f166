import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** A table as a migration names it: its name, its columns, and `clustered` where the key is the whole access path. */
export type TableText = readonly [name: string, columns: string, clustered?: 'clustered'];

export function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/**
 * Creates tables from one text for both databases. SQLite tables are STRICT, so that a wrong type is an error there too;
 * PostgreSQL compares text by its bytes, as SQLite does, so that keys have the same order on both. `bigint_identity` is a
 * growing number that the database gives.
 */
export async function createTables(db: Kysely<unknown>, tables: readonly TableText[]): Promise<void> {
  const postgres = isPostgres(db);
  const identity = postgres ? 'bigint generated always as identity primary key' : 'integer primary key autoincrement';
  for (const [name, columns, clustered] of tables) {
    const typed = columns.replaceAll('bigint_identity', identity);
    const body = postgres
      ? typed.replaceAll(/\btext\b/g, 'text collate "C"')
      : typed.replaceAll(/\bbigint\b/g, 'integer');
    const suffix = postgres ? '' : clustered ? ' strict, without rowid' : ' strict';
    await sql.raw(`create table ${name} (${body})${suffix}`).execute(db);
  }
}

/** Adds columns, each written as in `createTables`. Only ones that existing rows can have: nullable or with a default. */
export async function addColumns(
  db: Kysely<unknown>,
  columns: readonly (readonly [table: string, column: string])[],
): Promise<void> {
  const postgres = isPostgres(db);
  for (const [table, column] of columns) {
    const typed = postgres
      ? column.replaceAll(/\btext\b/g, 'text collate "C"')
      : column.replaceAll(/\bbigint\b/g, 'integer');
    await sql.raw(`alter table ${table} add column ${typed}`).execute(db);
  }
}

/** Creates an index; with `where` only over the rows it names. */
export async function createIndex(
  db: Kysely<unknown>,
  name: string,
  table: string,
  columns: string,
  where?: string,
): Promise<void> {
  await sql.raw(`create index ${name} on ${table} (${columns})${where ? ` where ${where}` : ''}`).execute(db);
}
