import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Runner } from './connection.ts';
import type { Database as Tables } from './schema.ts';

/** Names the lock; any number that nothing else in the database uses. */
const lockKey = 7_411_909;
const channel = 'tallyman_published';
const rowsPerRound = 500;
const pollMs = 100;

export interface SequencerOptions<Row> {
  readonly url: string;
  readonly k: Kysely<Tables>;
  readonly now: () => number;
  readonly publish: (runner: Runner, rows: readonly Row[], at: number) => Promise<number>;
  readonly onPublished: (position: number) => void;
  readonly onError: (error: unknown) => void;
  readonly runnerOn: (k: Kysely<Tables>) => Runner;
}

export interface Sequencer {
  /** Something was committed on this node: look now. */
  poke(): void;
  stop(): Promise<void>;
}

/**
 * Gives positions to committed outbox rows, on whichever node gets the lock for a round. The lock is the first statement
 * of the round, so it is held before the snapshot that reads the rows: numbers drawn inside concurrent transactions, or
 * by two sequencers at once, would let a reader pass a row that becomes visible later. Only this loop notifies, once a
 * round, because NOTIFY serialises commits.
 */
export async function runSequencer<Row>(options: SequencerOptions<Row>): Promise<Sequencer> {
  let stopped = false;
  let poked = false;
  let wake: () => void = () => {};
  const listener = await listen(options);

  async function rest(): Promise<void> {
    if (poked || stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      poked = false;
      const count = await numberOnce(options).catch((error: unknown) => {
        options.onError(error);
        return 0;
      });
      if (count < rowsPerRound) await rest();
    }
  }

  const running = loop();
  return {
    poke: () => {
      poked = true;
      wake();
    },
    stop: async () => {
      stopped = true;
      wake();
      await running;
      await listener.end();
    },
  };
}

async function numberOnce<Row>(options: SequencerOptions<Row>): Promise<number> {
  const waiting = await options.k.selectFrom('outbox').select('id').limit(1).execute();
  if (waiting.length === 0) return 0;
  return options.k
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      if (!(await tryLock(trx))) return 0;
      const rows = await trx.selectFrom('outbox').selectAll().orderBy('id').limit(rowsPerRound).execute();
      if (rows.length === 0) return 0;
      const parsed = rows.map((row) => JSON.parse(row.row_json) as Row);
      const position = await options.publish(options.runnerOn(trx), parsed, options.now());
      const ids = rows.map((row) => row.id);
      await trx.deleteFrom('outbox').where('id', 'in', ids).execute();
      await sql`select pg_notify(${channel}, ${String(position)})`.execute(trx);
      return rows.length;
    });
}

async function tryLock(k: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{
    locked: boolean;
  }>`select pg_try_advisory_xact_lock(${sql.lit(lockKey)}) as locked`.execute(k);
  return rows[0]?.locked ?? false;
}

/** A connection of its own that hears of published positions, whichever node published them. */
async function listen(options: Pick<SequencerOptions<never>, 'url' | 'onPublished' | 'onError'>) {
  let ended = false;
  let client: pg.Client | undefined;
  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: options.url });
    client = fresh;
    fresh.on('error', (error) => {
      options.onError(error);
      if (!ended) setTimeout(() => void connect().catch(options.onError), 1000);
    });
    fresh.on('notification', (notice) => options.onPublished(Number(notice.payload)));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
  }
  await connect();
  return {
    end: async () => {
      ended = true;
      await client?.end();
    },
  };
}
