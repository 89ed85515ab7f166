import { type CompiledQuery, type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Dialect } from './connection.ts';
import type { Database } from './schema.ts';

/**
 * A query built once by Kysely and run many times with other parameters. Building a query costs more than running it on
 * SQLite, so everything on the path of a command is a statement. The same text runs on both databases, but for lists of
 * keys, see `isOneOf`.
 */
export interface Statement<Parameters, Row> {
  readonly build: (k: Kysely<Database>, dialect: Dialect) => CompiledQuery;
  /** Only for the compiler: what goes in and what comes out. */
  readonly types?: (parameters: Parameters) => Row;
}

/** What a statement answers a row of. */
export type RowOf<S> = S extends Statement<infer _, infer Row> ? Row : never;

/** Stands for a parameter while a statement is compiled. */
class Marker {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type ParameterOf<Parameters> = <Name extends keyof Parameters & string>(
  name: Name,
) => RawBuilder<Parameters[Name]>;

interface Query<Row> {
  compile(): CompiledQuery<Row>;
}

/**
 * `statement<{ code: string }>()((k, p) => k.selectFrom('location').selectAll().where('code', '=', p('code')))`.
 * Every `p(name)` is a place that the parameters of a run fill in.
 */
export function statement<Parameters extends object>() {
  return <Row>(
    build: (k: Kysely<Database>, p: ParameterOf<Parameters>, dialect: Dialect) => Query<Row>,
  ): Statement<Parameters, Row> => ({
    build: (k, dialect) =>
      build(k, (name) => sql.val<never>(new Marker(name) as never) as RawBuilder<never>, dialect).compile(),
  });
}

/**
 * Gives the values of a compiled query, its markers replaced by the parameters of a run, each as `bound` makes it for its
 * database.
 */
export function binderOf(
  query: CompiledQuery,
  bound: (value: unknown) => unknown = (value) => value,
): (parameters: object) => unknown[] {
  const places = query.parameters.map((value) => (value instanceof Marker ? value.name : null));
  return (parameters) => {
    const values: unknown[] = [];
    for (let at = 0; at < places.length; at += 1) {
      const name = places[at] ?? null;
      values.push(bound(name === null ? query.parameters[at] : (parameters as Record<string, unknown>)[name]));
    }
    return values;
  };
}

/** Adds to what a query says; for fragments that Kysely has no word for. */
export type Fragment<T> = Expression<T>;
