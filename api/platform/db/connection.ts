import type { Kysely } from 'kysely';
import type { Database as Tables } from './schema.ts';
import type { Statement } from './statement.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Runs statements and free queries on one connection (or one pool of read connections). */
export interface Runner {
  readonly dialect: Dialect;
  readonly k: Kysely<Tables>;
  /** What was read in this transaction, or for one moment, and is needed again. See `remembered`. */
  readonly memory?: Map<string, unknown>;
  all<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Promise<Row[]>;
  one<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Promise<Row | undefined>;
  /** How many rows a statement changed. Cheaper than letting it answer them. */
  count<P extends object>(statement: Statement<P, unknown>, parameters: P): Promise<number>;
  /** Runs a statement once for each row; whatever it answers is dropped. */
  each<P extends object>(statement: Statement<P, unknown>, rows: readonly P[]): Promise<void>;
}

/**
 * The transaction a job runs in. `publish` hands rows to the published side: they get their positions when the
 * transaction commits (SQLite) or right after (PostgreSQL), never before.
 */
export interface Trx<Row = unknown> extends Runner {
  /** Server time of the transaction, ms since 1970. */
  readonly now: number;
  readonly memory: Map<string, unknown>;
  publish(row: Row): void;
  /**
   * Inserts a row, or adds to the one that is there, and waits for no answer. SQLite writes it together with others of its
   * table before anything of the transaction can see that it is missing, at the latest when the transaction ends; a row
   * that fails there undoes its own job, as ever. On PostgreSQL it is written at once.
   */
  later<P extends object>(statement: Statement<P, unknown>, parameters: P): Promise<void>;
  /** The next number of a series that starts at 1, without making others wait. Some are skipped, none comes twice. */
  drawNumber(series: string): Promise<number>;
}

/** One unit of writing: runs inside a transaction of the writer, alone or with others that were waiting. */
export type Job<Row, T> = (trx: Trx<Row>) => Promise<T>;

/** What both databases offer. `Row` is the type of published rows. */
export interface Store<Row> {
  readonly dialect: Dialect;
  /** Read connections: never wait for the writer. */
  readonly read: Runner;
  /** What reads see by now: the same twice where nothing was committed in between. */
  version(): Promise<string>;
  /** Runs one job; resolves after its transaction is flushed to disk. */
  write<T>(job: Job<Row, T>): Promise<T>;
  /** Runs jobs in order, as few flushes as fair to others; each is undone alone when it throws. */
  writeEach<T>(jobs: readonly Job<Row, T>[]): Promise<PromiseSettledResult<T>[]>;
  close(): Promise<void>;
}
