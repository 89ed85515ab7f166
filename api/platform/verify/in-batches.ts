import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Selectable, sql } from 'kysely';
import type { Runner } from '../db/connection.ts';
import type { Database } from '../db/schema.ts';
import { type Statement, statement } from '../db/statement.ts';

type Key = Readonly<Record<string, string | number>>;

export const rowsPerRead = 4000;

/** All rows of a table in the order of its key, a few thousand at a time, so that nobody waits for long. */
export async function* tableInBatches<Name extends keyof Database & string>(
  read: Runner,
  table: Name,
  key: readonly (keyof Database[Name] & string)[],
): AsyncGenerator<Selectable<Database[Name]>[]> {
  const columns = sql.raw(key.join(', '));
  const after = statement<Key>()((k, p) => ({
    compile: () => {
      const last = sql.join(key.map((column) => p(column)));
      return sql<
        Selectable<Database[Name]>
      >`select * from ${sql.raw(table)} where (${columns}) > (${last}) order by ${columns}
        limit ${sql.lit(rowsPerRead)}`.compile(k);
    },
  }));
  const numbers: readonly string[] = ['position', 'version'];
  const start: Key = Object.fromEntries(key.map((column) => [column, numbers.includes(column) ? 0 : '']));
  yield* batches(read, after, start, (row) =>
    Object.fromEntries(key.map((column) => [column, (row as Key)[column] ?? ''])),
  );
}

/** The rows of a statement that is asked again behind the last row, until there are no more. */
export async function* batches<Parameters extends object, Row>(
  read: Runner,
  after: Statement<Parameters, Row>,
  start: Parameters,
  keyOf: (row: Row) => Parameters,
): AsyncGenerator<Row[]> {
  let from = start;
  for (;;) {
    const rows = await read.all(after, from);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < rowsPerRead) return;
    from = keyOf(last);
    await nextTurn();
  }
}
