import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Services } from '../services.ts';
import { type FeedRow, type FeedRun, type ReadRows, readHead, readHeadBeyond, type Span } from './feed.ts';

const rowsPerRead = 1000;
const heartbeatMs = 15_000;
const positionsPerSpan = 50_000;

/** Everything after a position up to the newest one at this moment, or up to `limit` rows, as lines of JSON. */
export async function answerLines(
  { store }: Pick<Services, 'store'>,
  readRows: ReadRows,
  asked: { readonly after: number; readonly limit: number },
): Promise<Response> {
  return linesOf(inPages(readRows, { ...asked, upTo: await readHeadBeyond(store.read, asked.after) }));
}

async function* inPages(
  readRows: ReadRows,
  asked: { readonly after: number; readonly upTo: number; readonly limit: number },
): AsyncGenerator<string[]> {
  const { upTo } = asked;
  let { after, limit: left } = asked;
  while (left > 0) {
    const limit = Math.min(rowsPerRead, left);
    const rows = await readRows({ after, upTo, limit });
    yield rows.map((row) => row.text);
    after = rows.at(-1)?.position ?? after;
    left = rows.length < limit ? 0 : left - rows.length;
  }
}

/** Lines of JSON as `application/x-ndjson`, read as fast as they are taken, so a slow reader holds no memory here. */
export function linesOf(pages: AsyncGenerator<readonly string[]>): Response {
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const page = await pages.next();
      if (page.done) controller.close();
      else if (page.value.length > 0) controller.enqueue(encoder.encode(`${page.value.join('\n')}\n`));
      await nextTurn();
    },
    cancel: async () => {
      await pages.return(undefined);
    },
  });
  return new Response(lines, { headers: { 'content-type': 'application/x-ndjson' } });
}

/**
 * Rows as server-sent events for as long as the reader stays: `id` is the position, so that a browser that comes back
 * goes on where it was. A comment every 15 seconds keeps the line open.
 */
export async function answerLive(
  services: Pick<Services, 'store' | 'published'>,
  readRows: ReadRows,
  asked: { readonly after: number; readonly event: string },
): Promise<Response> {
  const { store, published } = services;
  await readHeadBeyond(store.read, asked.after);
  const encoder = new TextEncoder();
  const gone = new AbortController();
  let after = asked.after;
  const events = new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (!gone.signal.aborted) {
        const seen = published.position;
        const upTo = await readHead(store.read);
        const rows = await readRows({ after, upTo, limit: rowsPerRead });
        after = rows.length < rowsPerRead ? Math.max(after, upTo) : (rows.at(-1)?.position ?? after);
        if (rows.length > 0) {
          controller.enqueue(encoder.encode(rows.map((row) => eventOf(row, asked.event)).join('')));
          return;
        }
        await published.next(heartbeatMs, gone.signal, seen);
        if (published.position === seen && !gone.signal.aborted) {
          controller.enqueue(encoder.encode(': still here\n\n'));
          return;
        }
      }
    },
    cancel: () => gone.abort(),
  });
  return new Response(events, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}

function eventOf(row: FeedRow, event: string): string {
  return `id: ${row.position}\nevent: ${event}\ndata: ${row.text}\n\n`;
}

/**
 * The same rows, or runs of them, found a stretch of positions at a time: where a filter leaves out nearly everything,
 * one statement over the whole feed would hold up everybody else.
 */
export function inStretches<Found extends FeedRow | FeedRun>(
  read: (span: Span) => Promise<readonly Found[]>,
): (span: Span) => Promise<readonly Found[]> {
  return async ({ after, upTo, limit }) => {
    const found: Found[] = [];
    let left = limit;
    for (let from = after; from < upTo && left > 0; from += positionsPerSpan) {
      const to = Math.min(from + positionsPerSpan, upTo);
      const some = await read({ after: from, upTo: to, limit: left });
      for (const one of some) left -= 'count' in one ? one.count : 1;
      found.push(...some);
      await nextTurn();
    }
    return found;
  };
}
