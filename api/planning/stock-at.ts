import type { Runner } from '../platform/db/connection.ts';
import { readHead } from '../platform/http/feed.ts';
import type { Chosen, RecentChanges } from './changes-since.ts';
import { balancesAt, keptBalancesAt, keptUpTo, type SnapshotKey, type SnapshotRow } from './snapshots.queries.ts';

export interface Page {
  readonly rows: readonly SnapshotRow[];
  readonly last: SnapshotKey;
  readonly hasMore: boolean;
}

export interface PageAsked {
  readonly position: number;
  /** Rows behind it, in the order of keys. */
  readonly key: SnapshotKey;
  readonly limit: number;
  /** The instant in ms, where what is on its way is asked for too; left out for earlier moments. */
  readonly nowMs?: number;
}

/** Before the first row. */
export const beginning: SnapshotKey = {
  location: '',
  warehouse: '',
  item_key: '',
  owner: '',
  lot: '',
  inventory_status: '',
};

/**
 * A page of the balances of a position, however long ago that was: what stands now less what changed since, or what was
 * kept before it and what changed from there, whichever is nearer. What is promised and on its way is known of now alone,
 * so where that is asked for it is the first of the two. Rows that come to nothing are left out.
 */
export async function stockAt(read: Runner, recent: RecentChanges, chosen: Chosen, asked: PageAsked): Promise<Page> {
  if (asked.nowMs !== undefined) return fromNow(read, recent, chosen, asked);
  const head = await readHead(read);
  const kept = (await read.one(keptUpTo, { position: asked.position }))?.position ?? 0;
  const isNearNow = head - asked.position <= asked.position - kept;
  return isNearNow ? fromNow(read, recent, chosen, asked) : fromKept(read, recent, chosen, asked, kept);
}

async function fromNow(read: Runner, recent: RecentChanges, chosen: Chosen, asked: PageAsked): Promise<Page> {
  const { level, ...whose } = chosen;
  // Of an earlier moment nobody knows any more what was on its way.
  const nowMs = asked.nowMs ?? Number.MIN_SAFE_INTEGER;
  const since = recent.of(chosen, asked.position, -1, null);
  return collect(asked, since.applyTo.bind(since), async (last, limit) => {
    for (;;) {
      const position = await since.readUpTo(read, await readHead(read));
      const found = await read.all(balancesAt[level], { ...whose, ...last, position, limit, nowMs });
      // Another page of the same snapshot has read on meanwhile: what the sums are of and what was found must meet.
      if (since.upTo === position) return found;
    }
  });
}

async function fromKept(
  read: Runner,
  recent: RecentChanges,
  chosen: Chosen,
  asked: PageAsked,
  kept: number,
): Promise<Page> {
  const { level, ...whose } = chosen;
  const since = recent.of(chosen, kept, 1, asked.position);
  await since.readUpTo(read, asked.position);
  return collect(asked, since.applyTo.bind(since), (last, limit) =>
    read.all(keptBalancesAt[level], { ...whose, ...last, position: kept, limit }),
  );
}

type Apply = (rows: readonly SnapshotRow[], after: SnapshotKey, upTo: SnapshotKey | null) => SnapshotRow[];

/** Reads on until the page is full, or there is nothing more. */
async function collect(
  { key, limit }: PageAsked,
  apply: Apply,
  readRows: (behind: SnapshotKey, limit: number) => Promise<SnapshotRow[]>,
): Promise<Page> {
  const rows: SnapshotRow[] = [];
  let last = key;
  for (;;) {
    const found = await readRows(last, limit + 1);
    const isEnd = found.filter((row) => row.stands_now === 1).length <= limit;
    const certain = isEnd ? found : found.slice(0, found.findLastIndex((row) => row.stands_now === 1) + 1);
    const end = isEnd ? null : (certain.at(-1) ?? null);
    for (const row of apply(certain, last, end)) {
      if (row.quantity_base === 0 && row.in_transit_base === 0) continue;
      if (rows.length === limit) return { rows, last, hasMore: true };
      rows.push(row);
      last = keyOf(row);
    }
    if (end === null) return { rows, last, hasMore: false };
    last = keyOf(end);
  }
}

function keyOf(row: SnapshotKey): SnapshotKey {
  const { location, warehouse, item_key, owner, lot, inventory_status } = row;
  return { location, warehouse, item_key, owner, lot, inventory_status };
}
