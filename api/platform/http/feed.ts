import type { Context } from 'hono';
import * as z from 'zod';
import { problem } from '#shared/kernel/problem.ts';
import { headPosition } from '../changes.queries.ts';
import type { Runner } from '../db/connection.ts';
import type { Services } from '../services.ts';
import { giveBackWhenSent } from './give-back.ts';
import { HttpProblem } from './problem.ts';

/** `?after=&limit=&wait=` of every feed. */
export const feedQuery = {
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0),
  limit: wholeNumber(1, 1000).default(100),
  wait: wholeNumber(0, 30).default(0),
};

/** A whole number of a query, whose members arrive as text: digits only, so that `1e3` and nothing at all are none. */
function wholeNumber(minimum: number, maximum: number) {
  const digits = (text: unknown) => (typeof text === 'string' && /^-?\d+$/.test(text) ? Number(text) : text);
  return z.preprocess(digits, z.int().min(minimum).max(maximum));
}

/** What every page of a feed says besides its rows. */
export function feedPageOf(item: z.ZodType) {
  return z.object({ items: z.array(item), next: z.number(), hasMore: z.boolean() });
}

/** A row of a feed. The database makes its JSON: a page is never parsed and printed again here. */
export interface FeedRow {
  readonly position: number;
  readonly text: string;
}

/** Where to read: `after` < position ≤ `upTo`, in order of positions, up to `limit` rows. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

export type ReadRows = (span: Span) => Promise<readonly FeedRow[]>;

/** Rows that follow each other. */
export interface FeedRun {
  readonly count: number;
  /** The position of the last of them. */
  readonly last: number;
  /**
   * Their JSON joined by commas. As bytes, where the database can: `pageStart` before them and `pageEndRoom` bytes to
   * spare behind, so that a page of half a megabyte is sent as it was read and never copied.
   */
  readonly json: string | Uint8Array<ArrayBuffer>;
}

/** What stands before the rows of a page. */
export const pageStart = '{"items":[';
/** As many bytes as what stands behind them never fills: 42 with the largest position there can be. */
export const pageEndRoom = 48;

/** Reads the same rows as runs. */
export type ReadRuns = (span: Span) => Promise<readonly FeedRun[]>;

/** Rows as one run; none where there are none. */
export function inOneRun(readRows: ReadRows): ReadRuns {
  return async (span) => {
    const rows = await readRows(span);
    const last = rows.at(-1)?.position;
    return last === undefined ? [] : [{ count: rows.length, last, json: rows.map(({ text }) => text).join(',') }];
  };
}

export interface FeedPage {
  readonly runs: readonly FeedRun[];
  readonly next: number;
  readonly hasMore: boolean;
}

/**
 * A page after a position. The newest position is read before the rows and no row beyond it is taken, so that a page
 * with nothing behind it may give that position as `next` although its rows were filtered: nothing appears below it.
 */
async function readPage(read: Runner, readRuns: ReadRuns, after: number, limit: number): Promise<FeedPage> {
  const upTo = await readHeadBeyond(read, after);
  const runs = await readRuns({ after, upTo, limit });
  const last = runs.at(-1)?.last ?? after;
  const isFull = runs.reduce((sum, { count }) => sum + count, 0) === limit;
  const hasMore = isFull && (await readRuns({ after: last, upTo, limit: 1 })).length > 0;
  return { runs, next: hasMore ? last : upTo, hasMore };
}

/** The newest position given. */
export async function readHead(read: Runner): Promise<number> {
  return (await read.one(headPosition, {}))?.position ?? 0;
}

/** The newest position given, for a reader who goes on after `after`; throws where that was never given. */
export async function readHeadBeyond(read: Runner, after: number): Promise<number> {
  const newest = await readHead(read);
  assertGiven(after, newest);
  return newest;
}

/**
 * Throws 422 `feed.position_unknown` for a position beyond the newest one: it comes from another database, or from this
 * one before a backup was restored. Whoever went on from it would miss everything that is still to appear below it.
 */
export function assertGiven(after: number, newest: number): void {
  if (after <= newest) return;
  const params = { after, newest };
  const error = { pointer: '/after', code: 'feed.position_unknown', params, value: after };
  throw new HttpProblem(422, problem('feed.position_unknown', params, [error]));
}

/** A page of a feed as the answer to `?after=&limit=&wait=`: while it is empty, waits for something to be published. */
export async function answerFeed(
  services: Pick<Services, 'store' | 'published' | 'clock'>,
  readRuns: ReadRuns,
  asked: { readonly after: number; readonly limit: number; readonly wait: number },
  c: Context,
): Promise<Response> {
  const look = () => readPage(services.store.read, readRuns, asked.after, asked.limit);
  const isEnough = (page: FeedPage) => page.runs.length > 0;
  const json = pageJson(await waitFor(services, { look, isEnough, wait: asked.wait, signal: c.req.raw.signal }));
  giveBackWhenSent(c, json);
  return jsonAnswer(json);
}

interface Waited<T> {
  readonly look: () => Promise<T>;
  readonly isEnough: (found: T) => boolean;
  /** Seconds. */
  readonly wait: number;
  /** The request is given up. */
  readonly signal: AbortSignal;
}

/** Looks at once, and again whenever something was published, until what is found is enough or the time is over. */
export async function waitFor<T>(
  { published, clock }: Pick<Services, 'published' | 'clock'>,
  { look, isEnough, wait, signal }: Waited<T>,
): Promise<T> {
  const until = clock.monotonicMs() + wait * 1000;
  for (;;) {
    const seen = published.position;
    const found = await look();
    const leftMs = until - clock.monotonicMs();
    if (isEnough(found) || leftMs <= 0 || signal.aborted) return found;
    await published.next(Math.min(leftMs, 1000), signal, seen);
  }
}

function pageJson({ runs, next, hasMore }: FeedPage): Uint8Array<ArrayBuffer> {
  const end = `],"next":${next},"hasMore":${hasMore}}`;
  const only = runs.length === 1 ? runs[0]?.json : undefined;
  if (only instanceof Uint8Array) {
    // The start is there already; the end is written into the room, and what is left of that stays blank, as JSON may.
    only.set(Buffer.from(end.padEnd(pageEndRoom)), only.length - pageEndRoom);
    return only;
  }
  return Buffer.from(pageStart + runs.map(({ json }) => rowsOf(json)).join(',') + end);
}

function rowsOf(json: FeedRun['json']): string {
  if (typeof json === 'string') return json;
  return Buffer.from(json.subarray(pageStart.length, -pageEndRoom)).toString();
}

/** An answer whose JSON is made already. Its length is told, so that nobody has to look into it for that. */
export function jsonAnswer(json: Uint8Array<ArrayBuffer>): Response {
  const length = String(json.byteLength);
  return new Response(json, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': length },
  });
}

/** Wakes whoever waits at a feed when something was published. */
export class Published {
  #waiting = new Set<() => void>();
  position = 0;

  announce(position: number): void {
    this.position = Math.max(this.position, position);
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const wake of waiting) wake();
  }

  /**
   * Resolves when something is published, or after `ms`, or when the request is given up. `seen` is the position that
   * was known before the caller looked: what was published while it looked is not slept through.
   */
  async next(ms: number, signal?: AbortSignal, seen = this.position): Promise<void> {
    // An abort that came before is not told again.
    if (this.position > seen || signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#waiting.add(done);
      signal?.addEventListener('abort', done, { once: true });
    });
  }
}
