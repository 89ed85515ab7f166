import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Runner } from './connection.ts';
import { nameStatement } from './named-statements.ts';
import { insertGroup, rowsPerGroup } from './row-groups.ts';
import type { Database } from './schema.ts';
import { type Statement, statement } from './statement.ts';

type Row = Readonly<Record<string, string | number | null>>;
type Column = readonly [name: string, type: 'bigint' | 'text'];

/**
 * Writes and reads many rows of one table by its key. SQLite runs a prepared statement for each few rows, which costs
 * microseconds; PostgreSQL gets all rows in one statement, because each would be a journey over the network.
 */
export interface BulkTable {
  readonly name: string;
  readonly columns: readonly Column[];
  insert(runner: Runner, rows: readonly Row[]): Promise<void>;
  /** Inserts, or replaces what the row of the same key holds. */
  put(runner: Runner, rows: readonly Row[]): Promise<void>;
  /** The rows of these keys that exist, in no particular order. */
  find(runner: Runner, keys: readonly Row[]): Promise<Row[]>;
  /** The same, and nobody else changes them until the transaction ends. */
  hold(runner: Runner, keys: readonly Row[]): Promise<Row[]>;
  remove(runner: Runner, keys: readonly Row[]): Promise<void>;
}

/** `key` names the columns of the primary key. */
export function bulkTable(name: string, columns: readonly Column[], key: readonly string[] = []): BulkTable {
  const keyColumns = columns.filter(([column]) => key.includes(column));
  const names = columns.map(([column]) => column).join(', ');
  const replaced = columns
    .filter(([column]) => !key.includes(column))
    .map(([column]) => `${column} = excluded.${column}`);
  const onConflict = ` on conflict (${key.join(', ')}) do update set ${replaced.join(', ')}`;
  const sameKey = keyColumns.map(([column]) => `t.${column} = wanted.${column}`).join(' and ');
  const wanted = `unnest(${arrays(keyColumns)}) as wanted (${keyColumns.map(([column]) => column).join(', ')})`;
  const insertText = `insert into ${name} (${names})`;
  const find = forEachKey(`select ${names} from ${name} where `, keyColumns);
  const found = columns.map(([column]) => `t.${column}`).join(', ');
  const findAll = `select ${found} from ${name} t join ${wanted} on ${sameKey}`;
  const each = {
    insert: forEachRow(`${insertText} values `, columns),
    put: forEachRow(`${insertText} values `, columns, onConflict),
    find,
    // SQLite has one writer: nobody else changes anything.
    hold: find,
    remove: forEachKey(`delete from ${name} where `, keyColumns),
  };
  const groupText = `${insertGroup} ${name} (${names}) values `;
  const groups = { insert: forGroup(groupText, columns), put: forGroup(groupText, columns, onConflict) };
  const all = {
    insert: `${insertText} select * from unnest(${arrays(columns)})`,
    put: `${insertText} select * from unnest(${arrays(columns)})${onConflict}`,
    find: findAll,
    hold: `${findAll} for key share of t`,
    remove: `delete from ${name} t using ${wanted} where ${sameKey}`,
  };

  async function write(
    runner: Runner,
    action: 'insert' | 'put' | 'remove',
    of: readonly Column[],
    rows: readonly Row[],
  ): Promise<void> {
    if (rows.length === 0) return;
    if (runner.dialect === 'postgres') await runTogether(runner.k, all[action], of, rows);
    else await runEach(runner, action, rows);
  }

  /** Groups of rows first, then what is left of them one by one. */
  async function runEach(runner: Runner, action: 'insert' | 'put' | 'remove', rows: readonly Row[]): Promise<void> {
    const grouped = action === 'remove' ? 0 : rows.length - (rows.length % rowsPerGroup);
    if (action !== 'remove' && grouped > 0) await runner.each(groups[action], groupsOf(columns, rows, grouped));
    await runner.each(each[action], rows.slice(grouped));
  }

  async function read(runner: Runner, action: 'find' | 'hold', keys: readonly Row[]): Promise<Row[]> {
    if (keys.length === 0) return [];
    if (runner.dialect === 'postgres') return runTogether(runner.k, all[action], keyColumns, keys);
    const found: Row[] = [];
    for (const key of keys) {
      const one = await runner.one(each[action], key);
      if (one) found.push(one);
    }
    return found;
  }

  return {
    name,
    columns,
    insert: (runner, rows) => write(runner, 'insert', columns, rows),
    put: (runner, rows) => write(runner, 'put', columns, rows),
    find: (runner, keys) => read(runner, 'find', keys),
    hold: (runner, keys) => read(runner, 'hold', keys),
    remove: (runner, keys) => write(runner, 'remove', keyColumns, keys),
  };
}

/** The values of each whole group of rows, one after the other. */
function groupsOf(columns: readonly Column[], rows: readonly Row[], count: number): Values[] {
  const groups: Values[] = [];
  for (let start = 0; start < count; start += rowsPerGroup) {
    const values: (string | number | null)[] = [];
    for (let at = start; at < start + rowsPerGroup; at += 1) {
      const row = rows[at];
      for (const [column] of columns) values.push(row?.[column] ?? null);
    }
    // A list answers to its places as a record does to its names.
    groups.push(values as unknown as Values);
  }
  return groups;
}

type Values = Row;

/** A statement for a group of rows; its parameters are their values, named by their places. */
function forGroup(before: string, columns: readonly Column[], after = ''): Statement<Values, never> {
  return statement<Values>()((k, p) => ({
    compile: () => {
      const rows = Array.from(
        { length: rowsPerGroup },
        (_, row) => sql`(${sql.join(columns.map((_name, column) => p(String(row * columns.length + column))))})`,
      );
      return sql<never>`${sql.raw(before)}${sql.join(rows)}${sql.raw(after)}`.compile(k);
    },
  }));
}

/** More rows than this in one statement gain nothing. */
const rowsPerStatement = 5000;

async function runTogether(k: Kysely<Database>, text: string, columns: readonly Column[], rows: readonly Row[]) {
  nameStatement(text);
  const found: Row[] = [];
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const some = rows.slice(start, start + rowsPerStatement);
    const parameters = columns.map(([column]) => some.map((row) => row[column] ?? null));
    found.push(...(await k.executeQuery<Row>(CompiledQuery.raw(text, parameters))).rows);
  }
  return found;
}

/** `$1::bigint[], $2::text[]` … one array for each column. */
function arrays(columns: readonly Column[]): string {
  return columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
}

function forEachRow(before: string, columns: readonly Column[], after = ''): Statement<Row, Row> {
  return statement<Row>()((k, p) => ({
    compile: () => {
      const values = columns.map(([column]) => p(column));
      return sql<Row>`${sql.raw(before)}(${sql.join(values)})${sql.raw(after)}`.compile(k);
    },
  }));
}

function forEachKey(before: string, columns: readonly Column[]): Statement<Row, Row> {
  return statement<Row>()((k, p) => ({
    compile: () => {
      const conditions = columns.map(([column]) => sql`${sql.ref(column)} = ${p(column)}`);
      return sql<Row>`${sql.raw(before)}${sql.join(conditions, sql` and `)}`.compile(k);
    },
  }));
}
