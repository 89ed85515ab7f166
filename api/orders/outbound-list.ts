import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import type { ReleaseStatus, ShipmentStatus } from '#shared/ledger/outbound-status.ts';
import { byUrgency, isCutoffNear, urgencyOf } from '#shared/ledger/urgency.ts';
import type { OutboundOrderList, OutboundOrderRow } from '#shared/orders/outbound-console.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { pageOf, positionIn } from '../platform/http/pages.ts';
import {
  choicesOfOutbound,
  newestOutbound,
  type OutboundAsked,
  outboundDates,
  outboundWithKeys,
  progressOfOutbound,
} from './outbound-console.queries.ts';
import type { OutboundRow } from './outbound-reads.queries.ts';

export interface ListAsked extends OutboundAsked {
  readonly urgency?: OutboundOrderRow['urgency'] | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** A page of outbound orders: open ones with the most urgent first, others with the newest first. */
export async function readOutboundList(read: Runner, asked: ListAsked, now: number): Promise<OutboundOrderList> {
  const { shown, next } = asked.status === 'open' ? await urgent(read, asked, now) : await newest(read, asked);
  const choices = await choicesOfOutbound(read, asked.warehouse);
  return {
    items: await withProgress(read, shown, now),
    next,
    carriers: namesOf(choices.map(({ carrier }) => carrier)),
    sourceSystems: namesOf(choices.map((row) => row.source_system)),
  };
}

async function newest(read: Runner, { before, limit, ...asked }: ListAsked) {
  const rows = await newestOutbound(read, asked, positionIn(before), limit + 1);
  return pageOf<OutboundRow>(rows, limit, (row) => ({ createdAt: row.created_at, key: row.order_key }));
}

/** They change places as time goes by, so a page begins behind so many of them. */
async function urgent(read: Runner, { before, limit, urgency, ...asked }: ListAsked, now: number) {
  const from = Number(/^\d{1,9}$/.exec(before ?? '')?.[0] ?? 0);
  const all = (await outboundDates(read, asked))
    .map((row) => ({ ...row, dueAt: row.cutoff_at ?? row.ship_by }))
    .filter(({ dueAt }) => urgency === undefined || urgencyOf(dueAt, now) === urgency)
    .map(({ order_key: key, order_number: number, priority, dueAt, cutoff_at: cutoffAt, created_at: createdAt }) => ({
      ...{ key, number, priority, shipBy: dueAt, createdAt },
      isCutoffNear: isCutoffNear(cutoffAt, now),
    }))
    .sort(byUrgency);
  const keys = all.slice(from, from + limit).map(({ key }) => key);
  const rows = new Map(
    keys.length === 0 ? [] : (await outboundWithKeys(read, keys)).map((row) => [row.order_key, row]),
  );
  const shown = keys.flatMap((key) => rows.get(key) ?? []);
  return { shown, next: all.length > from + limit ? String(from + limit) : null };
}

async function withProgress(read: Runner, orders: readonly OutboundRow[], now: number): Promise<OutboundOrderRow[]> {
  if (orders.length === 0) return [];
  const keys = orders.map((order) => order.order_key);
  const progress = new Map((await progressOfOutbound(read, keys)).map((row) => [row.order_key, row]));
  return orders.map((order) => {
    const done = progress.get(order.order_key);
    const wanted = done?.wanted ?? 0;
    const release: ReleaseStatus = axis(wanted, done?.some_released ?? 0, done?.all_released ?? 0, releaseWords);
    const shipment: ShipmentStatus = axis(wanted, done?.some_shipped ?? 0, done?.all_shipped ?? 0, shipmentWords);
    return {
      sourceSystem: order.source_system,
      orderNumber: order.order_number,
      ownNumber: order.own_number ?? order.order_number,
      status: order.status,
      releaseStatus: release,
      shipmentStatus: shipment,
      holdCodes: JSON.parse(order.hold_codes) as string[],
      urgency: order.status === 'open' ? urgencyOf(order.cutoff_at ?? order.ship_by, now) : 'normal',
      customer: consigneeNameOf(order.consignee),
      carrier: order.carrier || null,
      priority: order.priority,
      shipComplete: order.ship_complete === 1,
      shipBy: order.ship_by === null ? null : instant(order.ship_by),
      cutoffAt: order.cutoff_at === null ? null : instant(order.cutoff_at),
      lines: done?.lines ?? 0,
      lacking: done?.lacking ?? 0,
      released: done?.released ?? 0,
      shipped: done?.shipped ?? 0,
      createdAt: instant(order.created_at),
    };
  });
}

const releaseWords = ['open', 'partially_released', 'released'] as const;
const shipmentWords = ['open', 'partially_shipped', 'shipped'] as const;

/** Where an order is on an axis, by how many of its wanted lines are begun and done there. */
function axis<Word>(wanted: number, begun: number, done: number, words: readonly [Word, Word, Word]): Word {
  if (wanted === 0 || begun === 0) return words[0];
  return done >= wanted ? words[2] : words[1];
}

function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '').sort();
}
