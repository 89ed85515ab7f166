import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import type { PoolList, PoolOrder } from '#shared/waves/console.ts';
import { byUrgency, isCutoffNear } from '#shared/waves/urgency.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { headsOfPool, linesOfPool } from './pool.queries.ts';
import { releasableOrders } from './template.queries.ts';

export interface PoolAsked {
  readonly warehouse: string;
  readonly sourceSystem?: string | undefined;
  readonly carrier?: string | undefined;
  readonly urgency?: PoolOrder['urgency'] | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
}

/** Orders that may be released, the most urgent first. */
export async function readPool(read: Runner, asked: PoolAsked, now: number): Promise<PoolList> {
  const rows = await read.all(releasableOrders, { warehouse: asked.warehouse, which: 'any' });
  const all = rows
    .map((row) => ({ ...row, urgency: urgencyOf(row.cutoff_at ?? row.ship_by, now) }))
    .filter((row) => asked.sourceSystem === undefined || row.source_system === asked.sourceSystem)
    .filter((row) => asked.carrier === undefined || row.carrier === asked.carrier)
    .filter((row) => asked.urgency === undefined || row.urgency === asked.urgency)
    .filter((row) => row.order_number.toLowerCase().startsWith((asked.search ?? '').toLowerCase()));
  const urgent = all
    .map((row) => ({
      row,
      number: row.order_number,
      priority: row.priority,
      shipBy: row.cutoff_at ?? row.ship_by,
      isCutoffNear: isCutoffNear(row.cutoff_at, now),
    }))
    .sort(byUrgency)
    .slice(0, asked.limit);
  const keys = urgent.map(({ row }) => row.order_key);
  if (keys.length === 0) return { items: [], total: 0 };
  const heads = new Map((await headsOfPool(read, keys)).map((row) => [row.order_key, row]));
  const lines = new Map((await linesOfPool(read, keys)).map((row) => [row.order_key, row]));
  return {
    total: all.length,
    items: urgent.map(({ row }) => {
      const head = heads.get(row.order_key);
      const ofLines = lines.get(row.order_key);
      return {
        sourceSystem: row.source_system,
        order: row.order_number,
        urgency: row.urgency,
        priority: row.priority,
        carrier: row.carrier || null,
        customer: consigneeNameOf(head?.consignee ?? ''),
        cutoffAt: row.cutoff_at === null ? null : instant(row.cutoff_at),
        shipBy: row.ship_by === null ? null : instant(row.ship_by),
        shipComplete: head?.ship_complete === 1,
        lines: Number(ofLines?.lines ?? 0),
        waiting: Number(ofLines?.waiting ?? 0),
      };
    }),
  };
}

function urgencyOf(dueAt: number | null, now: number): PoolOrder['urgency'] {
  if (dueAt === null) return 'normal';
  if (dueAt < now) return 'late';
  return isCutoffNear(dueAt, now) ? 'soon' : 'normal';
}
