import { type RawBuilder, sql } from 'kysely';

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
