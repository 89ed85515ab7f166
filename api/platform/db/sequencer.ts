import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Runner } from './connection.ts';
import { channel, listen } from './listener.ts';
import type { Database as Tables } from './schema.ts';

/** Names the lock; any number that nothing else in the database uses. */
const lockKey = 7_411_909;
const rowsPerRound = 2000;
/** Rows of another node that has died wait no longer than this. */
const pollMs = 100;
/** Rounds are this far apart, so that one round numbers what many commands wrote. */
const betweenRoundsMs = 10;
/** After a failure, or while another node has the lock. */
const stepBackMs = { failed: 1000, taken: 20 };

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

/** What came of a round: how many rows it numbered, or why it numbered none. */
type Round = number | 'taken' | 'failed';

/**
 * Gives positions to committed outbox rows, on whichever node gets the lock for a round. The lock is the first statement
 * of the round, so it is held before the snapshot that reads the rows: numbers drawn inside concurrent transactions, or
 * by two sequencers at once, would let a reader pass a row that becomes visible later. Rows of a round are taken in the
 * order of their ids: a transaction that built on another's rows waited for it, so its ids are higher. Only this loop
 * notifies, once a round, because NOTIFY serialises commits.
 */
export async function runSequencer<Row>(options: SequencerOptions<Row>): Promise<Sequencer> {
  let isPoked = false;
  const stopped = new AbortController();
  let poked = new AbortController();
  const listener = await listen(options);

  async function loop(): Promise<void> {
    while (!stopped.signal.aborted) {
      isPoked = false;
      const round: Round = await numberOnce(options).catch((error: unknown) => {
        options.onError(error);
        return 'failed' as const;
      });
      if (typeof round === 'string') await rest(stepBackMs[round], stopped.signal);
      else if (round < rowsPerRound) await untilThereIsMore();
    }
  }

  async function untilThereIsMore(): Promise<void> {
    poked = new AbortController();
    if (!isPoked) await rest(pollMs, poked.signal);
    if (isPoked) await rest(betweenRoundsMs, stopped.signal);
  }

  const running = loop();
  return {
    poke: () => {
      isPoked = true;
      poked.abort();
    },
    stop: async () => {
      stopped.abort();
      poked.abort();
      await running;
      await listener.end();
    },
  };
}

/** Resolves after `ms`, or as soon as the signal says so. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

async function numberOnce<Row>(options: SequencerOptions<Row>): Promise<Round> {
  const waiting = await options.k.selectFrom('outbox').select('id').limit(1).execute();
  if (waiting.length === 0) return 0;
  return options.k
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      if (!(await tryLock(trx))) return 'taken';
      const rows = await trx.selectFrom('outbox').selectAll().orderBy('id').limit(rowsPerRound).execute();
      if (rows.length === 0) return 0;
      const parsed = rows.map((row) => JSON.parse(row.row_json) as Row);
      const position = await options.publish(options.runnerOn(trx), parsed, options.now());
      // By their ids and not up to the last of them: a lower id may have become visible since the rows were read.
      await sql`delete from outbox where id = any(${rows.map((row) => row.id)}::bigint[])`.execute(trx);
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
