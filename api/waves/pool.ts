import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import { byUrgency, isCutoffNear, urgencyOf } from '#shared/ledger/urgency.ts';
import type { PoolList, PoolOrder } from '#shared/waves/console.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { headsOfPool, lackingOrders, linesOfPool } from './pool.queries.ts';
import { releasableOrders } from './template.queries.ts';

export interface PoolAsked {
  readonly warehouse: string;
  readonly sourceSystem?: string | undefined;
  readonly carrier?: string | undefined;
  readonly urgency?: PoolOrder['urgency'] | undefined;
  readonly priorityAtMost?: number | undefined;
  readonly held?: 'any' | 'now' | undefined;
  readonly lacking?: 'yes' | 'no' | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
}

/** Orders of which something is left to release, the most urgent first. */
export async function readPool(read: Runner, asked: PoolAsked, now: number): Promise<PoolList> {
  const { warehouse, held, lacking } = asked;
  const rows = await read.all(releasableOrders, { warehouse, which: 'any', held: held === undefined ? 'no' : 'any' });
  const choices = { carriers: namesIn(rows, 'carrier'), sourceSystems: namesIn(rows, 'source_system') };
  const lackingKeys = lacking === undefined ? null : new Set(await lackingOrders(read, warehouse));
  const all = rows
    .map((row) => ({ ...row, urgency: urgencyOf(row.cutoff_at ?? row.ship_by, now) }))
    .filter((row) => isAsked(row, asked))
    .filter((row) => lackingKeys === null || lackingKeys.has(row.order_key) === (lacking === 'yes'));
  const urgent = all
    .map((row) => ({
      row,
      number: row.order_number,
      priority: row.priority,
      shipBy: row.cutoff_at ?? row.ship_by,
      isCutoffNear: isCutoffNear(row.cutoff_at, now),
      createdAt: row.created_at,
    }))
    .sort(byUrgency)
    .slice(0, asked.limit);
  const keys = urgent.map(({ row }) => row.order_key);
  if (keys.length === 0) return { items: [], total: 0, ...choices };
  const heads = new Map((await headsOfPool(read, keys)).map((row) => [row.order_key, row]));
  const lines = new Map((await linesOfPool(read, keys)).map((row) => [row.order_key, row]));
  return {
    ...choices,
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
        holdCodes: JSON.parse(row.hold_codes) as string[],
        lines: Number(ofLines?.lines ?? 0),
        waiting: Number(ofLines?.waiting ?? 0),
      };
    }),
  };
}

type Row = RowOf<typeof releasableOrders>;

function isAsked(row: Row & { readonly urgency: PoolOrder['urgency'] }, asked: PoolAsked): boolean {
  const { sourceSystem = row.source_system, carrier = row.carrier, urgency = row.urgency, search = '' } = asked;
  return (
    row.source_system === sourceSystem &&
    row.carrier === carrier &&
    row.urgency === urgency &&
    row.priority <= (asked.priorityAtMost ?? row.priority) &&
    (asked.held !== 'now' || row.hold_codes !== '[]') &&
    row.order_number.toLowerCase().startsWith(search.toLowerCase())
  );
}

/** What there is to choose from, in order of the alphabet. */
function namesIn(rows: readonly Row[], column: 'carrier' | 'source_system'): string[] {
  return [...new Set(rows.map((row) => row[column]))].filter((name) => name !== '').sort();
}
