import { accessSync, constants, statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Checkpoints } from './checkpoints.ts';
import type { Job, Runner, Store, Trx } from './connection.ts';
import { Lanes } from './lanes.ts';
import { NumberBlocks } from './number-series.ts';
import { runnerOn } from './sqlite-runner.ts';
import { StartError } from './start-error.ts';
import { isStorageFailure } from './storage-failure.ts';

/** Commands in one transaction: enough to share a flush, few enough that nobody waits long for the thread. */
const jobsPerFlush = 125;
/** So many run for milliseconds, in which others may come. */
const manyJobs = 20;
/** Jobs that came while many others ran and still go with their flush, so that they need not wait for the next as well. */
const latecomersPerFlush = 25;
/** Turns of the event loop in which nobody came, each of microseconds where nothing is to be done. */
const turnsForOthers = 3;
/** No more turns than this, however many come: who came first waits for them. */
const mostTurns = 40;

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

/** Runs one job inside the transaction. Answers how to tell its sender; undefined: it threw, and nothing may stay. */
type RunJob<Row> = (waiting: Waiting<Row>, trx: Trx<Row>, published: Row[]) => Promise<(() => void) | undefined>;

interface Done {
  readonly answers: readonly (() => void)[];
  /** The last position that was published. */
  readonly position: number | undefined;
}

/**
 * The embedded database: one writing connection, one for reads. All jobs that wait at a moment go into one
 * transaction, each undone alone where it throws, then one flush (`synchronous=FULL`), then all answers. A job may be run
 * again from its start, as on PostgreSQL.
 */
export async function openSqlite<Row>(options: SqliteOptions<Row>): Promise<Store<Row>> {
  const writer = openFile(options.file);
  // What statements of many rows and savepoints keep to undo themselves is small, and in a file would cost more than
  // the rows. Not for migrations, which sort whole tables.
  writer.pragma('temp_store = memory');
  const reader = new Sqlite(options.file, { readonly: true, timeout: 2000 });
  reader.pragma('cache_size = -16000');
  const { lateRows, ...runner } = runnerOn(writer);
  const inode = statSync(options.file).ino;
  const checkpoints = new Checkpoints(options.file);
  const numbers = new NumberBlocks(runner);
  let numbersBefore = numbers.mark();
  const lanes = new Lanes<Waiting<Row>>();
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (!lanes.isEmpty) {
      await commitTogether(lanes.take(jobsPerFlush));
      await letOthersIn();
    }
    running = undefined;
  }

  async function commitTogether(batch: Waiting<Row>[]): Promise<void> {
    try {
      assertThere();
      // A savepoint makes SQLite copy every page that a job changes, which costs more than the job itself. So savepoints
      // are only set where a job threw: then all of the batch is done again, each job for itself.
      const done =
        (await runAll(batch, runPlainly, batch.length < manyJobs ? undefined : takeLatecomers)) ??
        (await runAll(batch, runInSavepoint));
      for (const answer of done?.answers ?? []) answer();
      if (done?.position !== undefined) options.onPublished(done.position);
    } catch (error) {
      rollback();
      for (const waiting of batch) waiting.reject(error);
    }
  }

  /**
   * Lets requests that arrived meanwhile join the next flush, and reads go between, for as long as they come. One turn is
   * too few for those whose body comes behind their head: they would pay for a flush of their own.
   */
  async function letOthersIn(): Promise<void> {
    let here = lanes.opened;
    for (let turn = 0, quiet = 0; quiet < turnsForOthers && turn < mostTurns; turn += 1) {
      await nextTurn();
      quiet = lanes.opened > here ? 0 : quiet + 1;
      here = lanes.opened;
    }
  }

  /** Jobs of requests that came in while many others ran. */
  async function takeLatecomers(): Promise<readonly Waiting<Row>[]> {
    await letOthersIn();
    return lanes.takeOpened(latecomersPerFlush);
  }

  /**
   * Runs jobs in one transaction, then those that `latecomers` names, which go to the batch, and commits. Undefined when one
   * threw that may not be undone alone.
   */
  async function runAll(
    batch: Waiting<Row>[],
    run: RunJob<Row>,
    latecomers?: () => Promise<readonly Waiting<Row>[]>,
  ): Promise<Done | undefined> {
    const answers: (() => void)[] = [];
    const published: Row[] = [];
    const at = options.now();
    numbersBefore = numbers.mark();
    begin.run();
    const trx: Trx<Row> = {
      ...runner,
      now: at,
      memory: new Map(),
      publish: (row) => published.push(row),
      drawNumber: (series) => numbers.next(series),
    };
    const runThese = async (jobs: readonly Waiting<Row>[]): Promise<boolean> => {
      for (const waiting of jobs) {
        const answer = await run(waiting, trx, published);
        if (!answer) return false;
        answers.push(answer);
      }
      return true;
    };
    let hasRun = await runThese(batch);
    if (hasRun && latecomers) {
      const more = await latecomers();
      batch.push(...more);
      hasRun = await runThese(more);
    }
    if (!hasRun || !writeLateRows()) {
      rollback();
      return undefined;
    }
    const position = published.length > 0 ? await options.publish(runner, published, at) : undefined;
    commit.run();
    options.afterCommit?.();
    checkpoints.afterCommit();
    return { answers, position };
  }

  async function runPlainly(waiting: Waiting<Row>, trx: Trx<Row>): Promise<(() => void) | undefined> {
    try {
      const value = await waiting.job(trx);
      return () => waiting.resolve(value);
    } catch {
      return undefined;
    }
  }

  /** Whether what was put off could be written. What one job put off is written with it where each runs for itself. */
  function writeLateRows(): boolean {
    try {
      lateRows.write();
      return true;
    } catch {
      return false;
    }
  }

  async function runInSavepoint(waiting: Waiting<Row>, trx: Trx<Row>, published: Row[]): Promise<() => void> {
    const before = published.length;
    const numbersLeft = numbers.mark();
    savepoint.run();
    try {
      const value = await waiting.job(trx);
      lateRows.write();
      release.run();
      return () => waiting.resolve(value);
    } catch (error) {
      lateRows.drop();
      // A full disk has rolled the whole transaction back already: nothing of this batch is true any more.
      if (!writer.inTransaction) throw error;
      rollbackTo.run();
      release.run();
      numbers.backTo(numbersLeft);
      trx.memory.clear();
      published.length = before;
      return () => waiting.reject(error);
    }
  }

  /** A file that was removed or replaced can still be written, and nobody would ever see it again. */
  function assertThere(): void {
    if (statSync(options.file, { throwIfNoEntry: false })?.ino === inode) return;
    const gone = new Error(
      `${options.file} was removed or replaced while it was in use. Stop the server and restore it.`,
    );
    throw Object.assign(gone, { code: 'SQLITE_IOERR_GONE' });
  }

  function rollback(): void {
    lateRows.drop();
    if (writer.inTransaction) writer.exec('rollback');
    numbers.backTo(numbersBefore);
  }

  const begin = writer.prepare('begin immediate');
  const commit = writer.prepare('commit');
  const savepoint = writer.prepare('savepoint job');
  const release = writer.prepare('release job');
  const rollbackTo = writer.prepare('rollback to job');
  // Another one whenever another connection has committed: https://sqlite.org/pragma.html#pragma_data_version
  const dataVersion = reader.prepare('pragma data_version').pluck();

  function enqueue(jobs: readonly Job<Row, unknown>[]): Promise<unknown>[] {
    const waiting: Waiting<Row>[] = [];
    const answers = jobs.map(
      (job) => new Promise<unknown>((resolve, reject) => waiting.push({ job, resolve, reject })),
    );
    lanes.add(waiting);
    running ??= letOthersIn().then(drain);
    return answers;
  }

  return {
    dialect: 'sqlite',
    read: runnerOn(reader),
    version: async () => String(dataVersion.get()),
    write: <T>(job: Job<Row, T>) => enqueue([job as Job<Row, unknown>])[0] as Promise<T>,
    writeEach: <T>(jobs: readonly Job<Row, T>[]) =>
      Promise.allSettled(enqueue(jobs as readonly Job<Row, unknown>[])) as Promise<PromiseSettledResult<T>[]>,
    close: async () => {
      await running;
      await checkpoints.close();
      reader.close();
      try {
        await numbers.giveBack();
        writer.pragma('wal_checkpoint(truncate)');
      } catch (error) {
        // On a disk that is full or gone everything answered is in the log already, which the next start reads.
        if (!isStorageFailure(error)) throw error;
      }
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
    // Eight times as many as usual: most of them `Checkpoints` has taken over into the file by then.
    db.pragma('wal_autocheckpoint = 8000');
    db.exec('begin immediate; rollback');
    // What may only be read is opened for reading without a word, and would fail at the first scan.
    accessSync(file, constants.W_OK);
    return db;
  } catch (error) {
    throw StartError.of(error, file);
  }
}
