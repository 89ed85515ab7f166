import Sqlite from 'better-sqlite3';
import { type CompiledQuery, Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import type { Job, Runner, Store, Trx } from './connection.ts';
import { Lanes } from './lanes.ts';
import type { Database as Tables } from './schema.ts';
import { StartError } from './start-error.ts';
import { bind, type Statement } from './statement.ts';

/** Commands in one transaction: enough to share a flush, few enough that nobody waits long for the thread. */
const jobsPerFlush = 64;

export interface SqliteOptions<Row> {
  readonly file: string;
  readonly now: () => number;
  /** Writes the published side of the rows of one transaction, inside it. Answers the last position given. */
  readonly publish: (runner: Runner, rows: readonly Row[], at: number) => Promise<number>;
  readonly onPublished: (position: number) => void;
  /** Runs after each commit; benchmarks use it to imitate a slower disk. */
  readonly afterCommit?: () => void;
}

interface Waiting<Row> {
  readonly job: Job<Row, unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The embedded database: one writing connection, one for reads. All jobs that wait at a moment go into one
 * transaction, each in its own savepoint, then one flush (`synchronous=FULL`), then all answers.
 */
export async function openSqlite<Row>(options: SqliteOptions<Row>): Promise<Store<Row>> {
  const writer = openFile(options.file);
  const reader = new Sqlite(options.file, { readonly: true, timeout: 2000 });
  reader.pragma('mmap_size = 268435456');
  const runner = runnerOn(writer);
  const lanes = new Lanes<Waiting<Row>>();
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (!lanes.isEmpty) {
      await commitTogether(lanes.take(jobsPerFlush));
      // Lets requests that arrived meanwhile join the next flush, and reads go between.
      await new Promise((next) => setImmediate(next));
    }
    running = undefined;
  }

  async function commitTogether(batch: readonly Waiting<Row>[]): Promise<void> {
    const answers: (() => void)[] = [];
    try {
      writer.exec('begin immediate');
      const published: Row[] = [];
      const at = options.now();
      for (const waiting of batch) answers.push(await runInSavepoint(waiting, published, at));
      const position = published.length > 0 ? await options.publish(runner, published, at) : undefined;
      writer.exec('commit');
      options.afterCommit?.();
      for (const answer of answers) answer();
      if (position !== undefined) options.onPublished(position);
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback');
      for (const waiting of batch) waiting.reject(error);
    }
  }

  async function runInSavepoint(waiting: Waiting<Row>, published: Row[], now: number): Promise<() => void> {
    const before = published.length;
    savepoint.run();
    try {
      const trx: Trx<Row> = { ...runner, now, publish: (row) => published.push(row) };
      const value = await waiting.job(trx);
      release.run();
      return () => waiting.resolve(value);
    } catch (error) {
      // A full disk has rolled the whole transaction back already: nothing of this batch is true any more.
      if (!writer.inTransaction) throw error;
      rollbackTo.run();
      release.run();
      published.length = before;
      return () => waiting.reject(error);
    }
  }

  const savepoint = writer.prepare('savepoint job');
  const release = writer.prepare('release job');
  const rollbackTo = writer.prepare('rollback to job');

  function enqueue(jobs: readonly Job<Row, unknown>[]): Promise<unknown>[] {
    const waiting: Waiting<Row>[] = [];
    const answers = jobs.map(
      (job) => new Promise<unknown>((resolve, reject) => waiting.push({ job, resolve, reject })),
    );
    lanes.add(waiting);
    running ??= new Promise<void>((next) => setImmediate(next)).then(drain);
    return answers;
  }

  return {
    dialect: 'sqlite',
    read: runnerOn(reader),
    write: <T>(job: Job<Row, T>) => enqueue([job as Job<Row, unknown>])[0] as Promise<T>,
    writeEach: <T>(jobs: readonly Job<Row, T>[]) =>
      Promise.allSettled(enqueue(jobs as readonly Job<Row, unknown>[])) as Promise<PromiseSettledResult<T>[]>,
    close: async () => {
      await running;
      reader.close();
      writer.pragma('wal_checkpoint(truncate)');
      writer.close();
    },
  };
}

/** Opens the file for writing with the settings that make a commit durable, and proves that they hold. */
export function openFile(file: string): Sqlite.Database {
  try {
    const db = new Sqlite(file, { timeout: 2000 });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -16000');
    db.exec('begin immediate; rollback');
    return db;
  } catch (error) {
    throw StartError.of(error, file);
  }
}

/** Kysely on an open connection, with migrations in one transaction (SQLite can, Kysely's adapter denies it). */
export function kyselyOn(db: Sqlite.Database): Kysely<Tables> {
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

interface Prepared {
  readonly query: CompiledQuery;
  readonly native: Sqlite.Statement<unknown[]>;
}

export function runnerOn(db: Sqlite.Database): Runner {
  const k = kyselyOn(db);
  const prepared = new Map<Statement<never, unknown>, Prepared>();

  function prepare(statement: Statement<never, unknown>): Prepared {
    const known = prepared.get(statement);
    if (known) return known;
    const query = statement.build(k);
    const fresh = { query, native: db.prepare<unknown[]>(query.sql) };
    prepared.set(statement, fresh);
    return fresh;
  }

  return {
    dialect: 'sqlite',
    k,
    async all<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Promise<Row[]> {
      const { query, native } = prepare(statement as Statement<never, unknown>);
      const values = bind(query, parameters);
      if (native.reader) return native.all(...values) as Row[];
      native.run(...values);
      return [];
    },
    async one<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Promise<Row | undefined> {
      const { query, native } = prepare(statement as Statement<never, unknown>);
      const values = bind(query, parameters);
      if (native.reader) return native.get(...values) as Row | undefined;
      native.run(...values);
      return undefined;
    },
  };
}
