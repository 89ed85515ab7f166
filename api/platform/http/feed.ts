import * as z from 'zod';

/** `?after=&limit=&wait=` of every feed. Query members arrive as text. */
export const feedQuery = {
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  wait: z.coerce.number().int().min(0).max(30).default(0),
};

export interface FeedPage {
  /** Rows as JSON text, in order of their positions. */
  readonly items: readonly string[];
  readonly next: number;
  readonly hasMore: boolean;
}

/** A page as the answer's text; rows come as text so that a page of a thousand is not parsed and printed again. */
export function pageJson(page: FeedPage): string {
  return `{"items":[${page.items.join(',')}],"next":${page.next},"hasMore":${page.hasMore}}`;
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

  /** Resolves when something is published, or after `ms`, or when the request is given up. */
  async next(ms: number, signal?: AbortSignal): Promise<void> {
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

/** Reads a page; while it is empty, waits up to `waitSeconds` for something to be published and reads again. */
export async function pageWhenThere(
  read: () => Promise<FeedPage>,
  waitSeconds: number,
  published: Published,
  monotonicMs: () => number,
  signal?: AbortSignal,
): Promise<FeedPage> {
  const until = monotonicMs() + waitSeconds * 1000;
  for (;;) {
    const page = await read();
    const leftMs = until - monotonicMs();
    if (page.items.length > 0 || leftMs <= 0 || signal?.aborted) return page;
    await published.next(Math.min(leftMs, 1000), signal);
  }
}
