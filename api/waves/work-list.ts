import { isClaimed } from '#shared/ledger/claim-lease.ts';
import type { WorkList } from '#shared/waves/console.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { inHandOfWorks, linesOfWorks, type WorkAsked, workCounted, workShown } from './work-list.queries.ts';

/** Work that fetches goods, with who has it and how far it is. */
export async function readWork(read: Runner, asked: WorkAsked, now: number): Promise<WorkList> {
  const rows = await workShown(read, asked);
  if (rows.length === 0) return { items: [], total: 0 };
  const ids = rows.map(({ id }) => id);
  const lines = new Map((await linesOfWorks(read, ids)).map((row) => [row.work, row]));
  const hands = new Map((await inHandOfWorks(read, ids)).map((row) => [row.work, row]));
  const total = rows.length < asked.limit ? rows.length : await workCounted(read, asked);
  return {
    total,
    items: rows.map((row) => {
      const dueAt = row.cutoff_at ?? row.ship_by;
      const done = lines.get(row.id);
      return {
        work: row.id,
        type: row.type,
        status: row.status,
        order: row.order_number,
        shipment: row.shipment,
        load: row.load_number,
        wave: row.wave,
        priority: row.priority ?? 0,
        zone: row.zone ?? '',
        location: row.from_location,
        claimedBy: row.claimed_by,
        claimedAt: row.claimed_at === null ? null : instant(row.claimed_at),
        isClaimExpired: row.claimed_by !== null && !isClaimed(row.claimed_by, row.claimed_at, now),
        lines: { done: Number(done?.done ?? 0), of: Number(done?.lines ?? 0) },
        short: Number(done?.short ?? 0),
        inHand: Number(hands.get(row.id)?.goods ?? 0),
        dueAt: dueAt === null ? null : instant(dueAt),
        isLate: dueAt !== null && dueAt < now && row.status !== 'closed',
      };
    }),
  };
}
