import type Sqlite from 'better-sqlite3';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { Runner, Trx } from './connection.ts';
import { type LateInsert, LateRows, type NamedTables } from './late-rows.ts';
import type { Database as Tables } from './schema.ts';
import { binderOf, type Statement } from './statement.ts';

/** Runs statements on one connection, and rows that may be late: whoever ends a transaction writes them, or drops them. */
export interface SqliteRunner extends Runner, Pick<Trx, 'later'> {
  readonly lateRows: LateRows;
}

/** Runs statements on one connection, each prepared once. */
export function runnerOn(db: Sqlite.Database): SqliteRunner {
  const lateRows = new LateRows(db);
  const k = kyselyOn(withPrepared(db, lateRows));
  const prepared = new Map<Statement<never, unknown>, Prepared>();
  const lateInserts = new Map<Statement<never, unknown>, Late>();

  /** Late rows that a statement may have to do with are written before it runs. */
  function prepare(statement: Statement<never, unknown>): Prepared {
    const ready = prepared.get(statement) ?? prepareFirst(statement);
    lateRows.writeBefore(ready.text, ready.named);
    return ready;
  }

  function prepareFirst(statement: Statement<never, unknown>): Prepared {
    const { text, valuesOf } = compiledOf(statement, k);
    const native = db.prepare<unknown[]>(text);
    const fresh = { text, valuesOf, native, isReader: native.reader, named: { known: 0, bits: 0 } };
    prepared.set(statement, fresh);
    return fresh;
  }

  function prepareLate(statement: Statement<never, unknown>): Late {
    const known = lateInserts.get(statement);
    if (known) return known;
    const { text, valuesOf } = compiledOf(statement, k);
    const fresh = { valuesOf, insert: lateRows.prepare(text) };
    lateInserts.set(statement, fresh);
    return fresh;
  }

  return {
    dialect: 'sqlite',
    k,
    async all<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Promise<Row[]> {
      const { valuesOf, native, isReader } = prepare(statement as Statement<never, unknown>);
      if (isReader) return native.all(...valuesOf(parameters)) as Row[];
      native.run(...valuesOf(parameters));
      return [];
    },
    async one<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Promise<Row | undefined> {
      const { valuesOf, native, isReader } = prepare(statement as Statement<never, unknown>);
      if (isReader) return native.get(...valuesOf(parameters)) as Row | undefined;
      native.run(...valuesOf(parameters));
      return undefined;
    },
    async count<P extends object>(statement: Statement<P, unknown>, parameters: P): Promise<number> {
      const { valuesOf, native } = prepare(statement as Statement<never, unknown>);
      return native.run(...valuesOf(parameters)).changes;
    },
    async each<P extends object>(statement: Statement<P, unknown>, rows: readonly P[]): Promise<void> {
      const { valuesOf, native } = prepare(statement as Statement<never, unknown>);
      for (const row of rows) native.run(...valuesOf(row));
    },
    async later<P extends object>(statement: Statement<P, unknown>, parameters: P): Promise<void> {
      const { insert, valuesOf } = prepareLate(statement as Statement<never, unknown>);
      lateRows.add(insert, valuesOf(parameters));
    },
    lateRows,
  };
}

interface Compiled {
  readonly text: string;
  readonly valuesOf: (parameters: object) => unknown[];
}

/** The text of a statement is the same on every connection: the next one does not have Kysely build it again. */
const compiledBefore = new WeakMap<Statement<never, unknown>, Compiled>();

function compiledOf(statement: Statement<never, unknown>, k: Kysely<Tables>): Compiled {
  const known = compiledBefore.get(statement);
  if (known) return known;
  const query = statement.build(k, 'sqlite');
  const fresh = { text: plannedOnce(query.sql), valuesOf: binderOf(query, boundValue) };
  compiledBefore.set(statement, fresh);
  return fresh;
}

/** SQLite has no lists: `isOneOf` reads them as JSON. */
function boundValue(value: unknown): unknown {
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

interface Prepared {
  readonly text: string;
  readonly named: NamedTables;
  readonly valuesOf: (parameters: object) => unknown[];
  readonly native: Sqlite.Statement<unknown[]>;
  readonly isReader: boolean;
}

interface Late {
  readonly valuesOf: (parameters: object) => unknown[];
  readonly insert: LateInsert;
}

/**
 * SQLite may plan a query for the values bound to it, and compiles it again whenever one of them changes, which costs
 * more than the query. Behind a unary plus (which changes nothing) it does not look at them.
 */
function plannedOnce(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (part) => (part === '?' ? '+?' : part));
}

/** Texts longer than this are lists of rows, which seldom come twice. */
const longestKept = 4000;
const mostKept = 500;

/**
 * Queries that are built for each run are mostly the same few texts, and SQLite takes longer to prepare one than to run
 * it: those used last are kept. Unlike statements they are planned for their values.
 */
function withPrepared(db: Sqlite.Database, lateRows: LateRows): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement<unknown[]>>();
  return {
    close: () => void db.close(),
    prepare: (text) => {
      lateRows.write();
      const known = kept.get(text);
      // One that is read row by row is still at it.
      if (known?.busy) return db.prepare<unknown[]>(text) as never;
      const native = known ?? db.prepare<unknown[]>(text);
      kept.delete(text);
      if (text.length <= longestKept) kept.set(text, native);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return native as never;
    },
  };
}

/** Kysely on an open connection, with migrations in one transaction (SQLite can, Kysely's adapter denies it). */
export function kyselyOn(db: SqliteDatabase): Kysely<Tables> {
  const dialect = new SqliteDialect({ database: db });
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new TransactionalDdlAdapter(),
      createDriver: () => dialect.createDriver(),
      createIntrospector: (k) => dialect.createIntrospector(k),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
