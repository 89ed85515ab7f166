import type { Runner } from '../platform/db/connection.ts';
import { readHead } from '../platform/http/feed.ts';
import { deltaFrom } from './snapshots.queries.ts';

/**
 * The position that stock stood at, at an instant (ms): the last one whose change was made by then. Changes never go back
 * in time from one position to the next, so it is found by halving, without an index of instants. Before the first
 * change it is 0, the beginning of the feed.
 */
export async function positionAsOf(read: Runner, instantMs: number): Promise<number> {
  const head = await readHead(read);
  let low = 0;
  let high = head + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const delta = await read.one(deltaFrom, { position: middle });
    if (delta && delta.position <= head && delta.at <= instantMs) low = delta.position + 1;
    else high = middle;
  }
  return (await isAfterAll(read, low, head)) ? head : Math.max(0, low - 1);
}

/** True where no change up to `head` was made after the instant: stock at that instant is stock at the newest position. */
async function isAfterAll(read: Runner, first: number, head: number): Promise<boolean> {
  const later = await read.one(deltaFrom, { position: first });
  return later === undefined || later.position > head;
}
