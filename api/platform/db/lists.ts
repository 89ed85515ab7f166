import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from './connection.ts';

/**
 * Whether a column has one of the texts of a list, which is one parameter of a statement however long it is: PostgreSQL
 * takes it as an array, SQLite as JSON. Both use an index on the column; beside another column that has one, SQLite may
 * take that instead: see `rowByRow`.
 */
export function isOneOf(dialect: Dialect, column: string, texts: RawBuilder<readonly string[]>): RawBuilder<boolean> {
  return dialect === 'sqlite'
    ? sql<boolean>`${sql.ref(column)} in (select value from json_each(${texts}))`
    : sql<boolean>`${sql.ref(column)} = any(${texts}::text[])`;
}

/** Whether a column begins with what somebody searches for, in any case. */
export function beginsWith(column: string, search: string): RawBuilder<boolean> {
  const pattern = `${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
}

/** Whether a row stands behind another in a list that has the newest first. */
export function isBehind(
  atColumn: string,
  keyColumn: string,
  { createdAt, key }: { readonly createdAt: number; readonly key: string },
): RawBuilder<boolean> {
  const at = sql.ref(atColumn);
  return sql<boolean>`(${at} < ${createdAt} or (${at} = ${createdAt} and ${sql.ref(keyColumn)} < ${key}))`;
}
