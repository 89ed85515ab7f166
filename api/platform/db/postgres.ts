import { CompiledQuery, Kysely, PostgresDialect, type QueryResult, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Job, Runner, Store, Trx } from './connection.ts';
import { nameStatement, naming } from './named-statements.ts';
import { NumberBlocks } from './number-series.ts';
import type { Database as Tables } from './schema.ts';
import { runSequencer } from './sequencer.ts';
import { binderOf, type Statement } from './statement.ts';

/** Commands of one device in one transaction: longer ones would hold row locks too long. */
const jobsPerTransaction = 25;
const attempts = 6;

export interface PostgresOptions<Row> {
  readonly url: string;
  readonly now: () => number;
  readonly publish: (runner: Runner, rows: readonly Row[], at: number) => Promise<number>;
  readonly onPublished: (position: number) => void;
  readonly onError: (error: unknown) => void;
  readonly poolSize?: number;
}

/**
 * The shared database: every command (or a few of one device) is a transaction of its own, the server groups the
 * flushes. Published rows go to the outbox unnumbered; the sequencer gives them positions after they are committed.
 */
export async function openPostgres<Row>(options: PostgresOptions<Row>): Promise<Store<Row>> {
  const pool = openPool(options.url, options.poolSize ?? 10, options.onError);
  const k = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: naming(pool) }) });
  // Transactions ask for numbers while they hold a connection of the pool: from the same pool they could all wait for ever.
  const ofNumbers = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: naming(openPool(options.url, 1, options.onError)) }),
  });
  const numbers = new NumberBlocks(pgRunnerOn(ofNumbers));
  const sequencer = await runSequencer<Row>({
    url: options.url,
    k,
    now: options.now,
    publish: options.publish,
    onPublished: options.onPublished,
    onError: options.onError,
    runnerOn: pgRunnerOn,
  });

  async function inTransaction<T>(work: (trx: Trx<Row>, k: Transaction<Tables>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const published: Row[] = [];
      try {
        const value = await k.transaction().execute(async (transaction) => {
          const trx: Trx<Row> = {
            ...pgRunnerOn(transaction),
            now: options.now(),
            memory: new Map(),
            publish: (row) => published.push(row),
            later: async (statement, parameters) => void (await trx.one(statement, parameters)),
            drawNumber: (series) => numbers.next(series),
          };
          const answer = await work(trx, transaction);
          await writeOutbox(transaction, published, trx.now);
          return answer;
        });
        if (published.length > 0) sequencer.poke();
        return value;
      } catch (error) {
        if (!isRetryable(error) || attempt === attempts) throw error;
      }
    }
  }

  async function runSome<T>(jobs: readonly Job<Row, T>[]): Promise<PromiseSettledResult<T>[]> {
    return inTransaction(async (trx, transaction) => {
      const results: PromiseSettledResult<T>[] = [];
      for (const job of jobs) results.push(await runInSavepoint(job, trx, transaction));
      return results;
    });
  }

  /** What gets in the way of others as a whole, time and again, is done one by one: then each holds little, in order. */
  async function runTogether<T>(jobs: readonly Job<Row, T>[]): Promise<PromiseSettledResult<T>[]> {
    try {
      return await runSome(jobs);
    } catch (error) {
      if (!isRetryable(error) || jobs.length === 1) throw error;
    }
    const results: PromiseSettledResult<T>[] = [];
    for (const job of jobs) results.push(...(await runSome([job])));
    return results;
  }

  async function runInSavepoint<T>(
    job: Job<Row, T>,
    trx: Trx<Row>,
    transaction: Transaction<Tables>,
  ): Promise<PromiseSettledResult<T>> {
    const rows: Row[] = [];
    await sql`savepoint job`.execute(transaction);
    try {
      const value = await job({ ...trx, publish: (row) => rows.push(row) });
      await sql`release savepoint job`.execute(transaction);
      for (const row of rows) trx.publish(row);
      return { status: 'fulfilled', value };
    } catch (reason) {
      if (isRetryable(reason)) throw reason;
      await sql`rollback to savepoint job`.execute(transaction);
      trx.memory.clear();
      return { status: 'rejected', reason };
    }
  }

  return {
    dialect: 'postgres',
    read: pgRunnerOn(k),
    // Which transactions it sees: https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT
    version: async () => {
      const { rows } = await sql<{ version: string }>`select pg_current_snapshot()::text as version`.execute(k);
      return rows[0]?.version ?? '';
    },
    write: (job) => inTransaction((trx) => job(trx)),
    writeEach: async (jobs) => {
      const settled = [];
      for (let start = 0; start < jobs.length; start += jobsPerTransaction) {
        settled.push(...(await runTogether(jobs.slice(start, start + jobsPerTransaction))));
      }
      return settled;
    },
    close: async () => {
      await sequencer.stop();
      await k.destroy();
      await ofNumbers.destroy();
    },
  };
}

/** A pool whose every session is durable and cannot hang for ever. Integers arrive as numbers. */
export function openPool(url: string, size: number, onError: (error: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    options:
      '-c synchronous_commit=on -c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000',
    types: numericTypes,
  });
  pool.on('error', onError);
  // The pool listens to idle connections only: one that is lost inside a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

const bigintType = 20;
const numericType = 1700;

/** bigint and sums come as text from the driver; all of ours are below 2^53. */
export const numericTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === bigintType || oid === numericType
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

export function pgRunnerOn(k: Kysely<Tables>): Runner {
  async function run<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Promise<QueryResult<Row>> {
    const key = statement as Statement<never, unknown>;
    let known = compiledEverywhere.get(key);
    if (!known) {
      const query = statement.build(k, 'postgres');
      known = { text: query.sql, valuesOf: binderOf(query) };
      compiledEverywhere.set(key, known);
      nameStatement(known.text);
    }
    return k.executeQuery<Row>(CompiledQuery.raw(known.text, known.valuesOf(parameters)));
  }
  return {
    dialect: 'postgres',
    k,
    all: async (statement, parameters) => (await run(statement, parameters)).rows,
    one: async (statement, parameters) => (await run(statement, parameters)).rows[0],
    count: async (statement, parameters) => Number((await run(statement, parameters)).numAffectedRows ?? 0),
    each: async (statement, rows) => {
      for (const row of rows) await run(statement, row);
    },
  };
}

interface Compiled {
  readonly text: string;
  readonly valuesOf: (parameters: object) => unknown[];
}

/** The text of a statement is the same on every connection of this database. */
const compiledEverywhere = new Map<Statement<never, unknown>, Compiled>();

async function writeOutbox(k: Kysely<Tables>, rows: readonly unknown[], at: number): Promise<void> {
  if (rows.length === 0) return;
  const texts = rows.map((row) => JSON.stringify(row));
  await sql`insert into outbox (at, row_json) select ${at}, unnest(${texts}::text[])`.execute(k);
}

function isRetryable(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === '40001' || code === '40P01';
}
