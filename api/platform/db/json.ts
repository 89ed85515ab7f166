import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Dialect } from './connection.ts';

/** Text inside the JSON of `settings`: the member `name` of the member `group`; null where either is not there. */
export function settingOf(dialect: Dialect, group: string, name: Expression<string>): RawBuilder<string | null> {
  return dialect === 'sqlite'
    ? sql`json_extract(settings, ${sql.lit(`$.${group}.`)} || ${name})`
    : sql`(settings::json -> ${sql.lit(group)} ->> ${name}::text)`;
}

/** Text as a JSON string with its quotes; `null` where there is none. */
export function jsonText(dialect: Dialect, text: Expression<unknown>): RawBuilder<string> {
  return dialect === 'sqlite' ? sql`json_quote(${text})` : sql`coalesce(to_json(${text}::text)::text, 'null')`;
}
