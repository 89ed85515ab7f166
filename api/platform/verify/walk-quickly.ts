import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Runner } from '../db/connection.ts';
import { auditCount, entryCount, headRow, keptPositions } from './published.queries.ts';
import { type Part, type WalkedPart, walkPart } from './walk-part.ts';

/** Fewer positions than this are not worth a thread. */
const positionsPerThread = 200_000;

export interface Walking {
  readonly perThread?: number;
  /** Only the chain and the entries, without what the feed of deltas says of them. */
  readonly isLedgerOnly?: boolean;
}

/**
 * Walks the chain and the deltas in parts, each from balances that were kept to the next, in threads of their own where
 * `url` says how to open the database. Answers the parts in order where all of them are right and lead from the first
 * link to the head, with nothing beside them; else null.
 */
export async function walkQuickly(
  read: Runner,
  url: string | null,
  { perThread = positionsPerThread, isLedgerOnly = false }: Walking = {},
): Promise<readonly WalkedPart[] | null> {
  const head = await read.one(headRow, {});
  if (!head) return null;
  const kept = isLedgerOnly ? [] : (await read.all(keptPositions, {})).map(({ position }) => position);
  const threads =
    url === null ? 1 : Math.min(availableParallelism(), Math.max(1, Math.ceil(head.position / perThread)));
  const parts = isLedgerOnly ? evenParts(head.position, threads) : partsOf(head.position, kept, threads);
  const walked = await Promise.all(
    parts.map((part) => (url === null || threads < 2 ? walkPart(read, part) : inThread(url, part))),
  );
  const right = walked.filter((part) => part !== null);
  if (right.length < walked.length || right.at(-1)?.lastHash !== head.chain_hash) return null;
  const sum = (count: (part: WalkedPart) => number) => right.reduce((total, part) => total + count(part), 0);
  const entries = sum((part) => part.entries);
  const audits = sum((part) => part.links) - entries;
  const isWhole =
    (await read.one(entryCount, {}))?.count === entries && (await read.one(auditCount, {}))?.count === audits;
  return isWhole ? right : null;
}

/** The chain alone may be divided anywhere. */
function evenParts(head: number, threads: number): Part[] {
  const endOf = (part: number) => Math.floor((head * (part + 1)) / threads);
  return Array.from({ length: threads }, (_, part) => ({
    after: part === 0 ? 0 : endOf(part - 1),
    ends: [{ position: endOf(part), isKept: false }],
    isLedgerOnly: true,
  }));
}

/** As many parts as threads, each beginning where balances were kept. */
function partsOf(head: number, kept: readonly number[], threads: number): Part[] {
  const ends = [...kept.filter((position) => position < head), head].map((position) => ({
    position,
    isKept: kept.includes(position),
  }));
  const each = Math.ceil(ends.length / threads);
  const parts: Part[] = [];
  for (let from = 0; from < ends.length; from += each) {
    parts.push({ after: ends[from - 1]?.position ?? 0, ends: ends.slice(from, from + each) });
  }
  return parts;
}

function inThread(url: string, part: Part): Promise<WalkedPart | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('walk-thread.ts', import.meta.url), { workerData: { url, part } });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => resolve(null));
  });
}
