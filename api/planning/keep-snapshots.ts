import { bulkTable } from '../platform/db/bulk.ts';
import type { Runner } from '../platform/db/connection.ts';
import { readHead } from '../platform/http/feed.ts';
import { repeatedly } from '../platform/repeatedly.ts';
import type { Services } from '../platform/services.ts';
import type { AppStore } from '../platform/store.ts';
import { RecentChanges } from './changes-since.ts';
import { firstLinkAfter, keepSnapshot, keptUpTo, lastLinkUpTo } from './snapshots.queries.ts';
import { beginning, stockAt } from './stock-at.ts';

const everyMs = 60_000;
/** Looking back reads half as many positions as lie between two, on average. */
const positionsBetween = 100_000;
/** A large warehouse is kept less often, so that what is kept never grows faster than a row for so many positions. */
const positionsPerRow = 4;
const rowsPerWrite = 1000;

const keptRows = bulkTable(
  'stock_snapshot_row',
  [
    ['position', 'bigint'],
    ['location', 'text'],
    ['warehouse', 'text'],
    ['item_key', 'text'],
    ['owner', 'text'],
    ['lot', 'text'],
    ['inventory_status', 'text'],
    ['quantity_base', 'bigint'],
  ],
  ['position', 'location', 'warehouse', 'item_key', 'owner', 'lot', 'inventory_status'],
);

/** Keeps the balances of some positions, for looks at the past: sees every minute whether the next is due. */
export function startSnapshots({ store, clock, log }: Services): { stop(): Promise<void> } {
  return repeatedly({
    clock,
    everyMs,
    work: (isStopped) => keepSnapshots(store, { isStopped }),
    onError: (error) => log.error({ err: error }, 'balances of the past could not be kept until the next look'),
  });
}

export interface Keeping {
  readonly isStopped?: () => boolean;
  readonly between?: number;
}

/**
 * Keeps balances up to now, each set made from the one before it and what changed since: an old database gets all that it
 * lacks. Which positions they are of follows from the sets before, and what is in them from their position, so several
 * nodes may do it at once, and whatever ends in the middle is done again.
 */
export async function keepSnapshots(
  store: AppStore,
  { isStopped = () => false, between = positionsBetween }: Keeping = {},
): Promise<void> {
  while (!isStopped()) {
    const position = await nextDue(store.read, between);
    if (position === null || !(await keepOne(store, position, isStopped))) return;
  }
}

/**
 * The position that the next set is of, once the feeds have reached it: that of a link of the chain, behind all deltas of
 * its entry, so that no set has one half of a move.
 */
async function nextDue(read: Runner, between: number): Promise<number | null> {
  const head = await readHead(read);
  const { position: newest, row_count: rows } = (await read.one(keptUpTo, { position: head })) ?? nothingKept;
  const target = newest + Math.max(between, rows * positionsPerRow);
  if (target > head) return null;
  const before = (await read.one(lastLinkUpTo, { position: target }))?.position ?? 0;
  if (before > newest) return before;
  const behind = (await read.one(firstLinkAfter, { position: target }))?.position ?? null;
  return behind !== null && behind <= head ? behind : null;
}

const nothingKept = { position: 0, row_count: 0 };

/** Few rows at a time, so that no command waits for long. Answers false where it was told to stop. */
async function keepOne(store: AppStore, position: number, isStopped: () => boolean): Promise<boolean> {
  const recent = new RecentChanges();
  let count = 0;
  for (const level of ['warehouse', 'location'] as const) {
    const chosen = { level, oneWarehouse: null, oneItem: null, oneLocation: null, sourceSystem: null };
    for (let key = beginning, hasMore = true; hasMore; ) {
      if (isStopped()) return false;
      const page = await stockAt(store.read, recent, chosen, { position, key, limit: rowsPerWrite });
      const rows = page.rows.map(({ number, decimals, allocated_base, in_transit_base, stands_now, ...row }) => ({
        ...row,
        position,
      }));
      await store.write((trx) => keptRows.put(trx, rows));
      count += rows.length;
      key = page.last;
      hasMore = page.hasMore;
    }
  }
  await store.write((trx) => trx.one(keepSnapshot, { position, rowCount: count }));
  return true;
}
