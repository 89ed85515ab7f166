import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { chooseStock, type StockDemand } from '#shared/ledger/choose-stock.ts';
import { unreleasedBase } from '#shared/ledger/outbound-status.ts';
import { whyHeldBack } from '#shared/ledger/pick-work.ts';
import { availableBase } from '#shared/ledger/stock-row.ts';
import { theOneUnderWay } from '#shared/ledger/the-one-under-way.ts';
import { type ExplainedRow, whyNotForLine } from '#shared/orders/explain-stock.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { AskedWhy, Why } from '../platform/explainers.ts';
import { candidatesFor } from '../platform/facts/candidates.queries.ts';
import { countsOf } from '../platform/facts/outbound-counts.ts';
import { goodUntilOf, shipDayOf } from '../platform/facts/ship-day.ts';
import { shipmentsUnderWay } from '../platform/facts/shipments-under-way.queries.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { stockRow } from '../platform/facts/stock-rows.queries.ts';
import { timeZoneOf } from '../platform/facts/warehouses.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { openWorkLines, stockOfItem } from './explain-outbound.queries.ts';
import {
  type OutboundLineRow,
  type OutboundRow,
  outboundLinesWithItems,
  outboundWithNumber,
} from './outbound-reads.queries.ts';

/** Says of the lines of an outbound order why they cannot be released, or why what is released cannot be picked. */
export function addOutboundExplainer(_routes: Routes, { explainers, clock }: Services): void {
  explainers.set('outbound', (read, asked) => explain(read, asked, clock.now()));
}

async function explain(read: Runner, asked: AskedWhy, now: number): Promise<Why[]> {
  const { order: number, line: wanted, warehouse } = asked;
  if (number === undefined) return [];
  const orders = await outboundWithNumber(read, number, asked.sourceSystem);
  const answers: Why[] = [];
  for (const order of orders.filter((each) => each.warehouse === warehouse)) {
    const lines = await outboundLinesWithItems(read, [order.order_key]);
    const meant = lines.filter((line) => wanted === undefined || line.line_number === wanted);
    const subject = { order: order.order_number, sourceSystem: order.source_system, direction: 'outbound' };
    if (meant.length === 0) {
      const why = problem('order.line_unknown', { order: number, line: wanted ?? 0 });
      answers.push({ subject: { ...subject, line: wanted ?? null }, allowed: false, problem: why });
    }
    for (const line of meant) {
      const { problem: why, more, places } = await explainLine(read, order, line, now);
      const { item_number: item } = line;
      const named = { ...subject, line: line.line_number, item };
      const tells = places.map((location) => ({ location, item }));
      answers.push({ subject: named, allowed: why === null, problem: why, more, tells });
    }
  }
  return answers;
}

interface Answer {
  readonly problem: Problem | null;
  readonly more: Readonly<Record<string, unknown>>;
  /** Where it says how much of the item there is. */
  readonly places: readonly string[];
}

/**
 * What stands in the way of a line, in this order: `order.not_open`, `order.held`; of what is released `picking.blocked`
 * where nothing of it can be fetched yet, `picking.wave_on_hold`, `picking.work_not_released`; `order.nothing_to_release`,
 * `order.waits_for_shipment`, `order.waits_for_arrival`, `order.no_stock`. All stock of the item is named with why it does not serve.
 */
async function explainLine(read: Runner, order: OutboundRow, line: OutboundLineRow, now: number): Promise<Answer> {
  const counts = countsOf(line);
  const shown = (base: number) => fromBase(base, line.decimals);
  const work = await openWorkLines(read, order.order_key, line.line_number);
  const wantedBase = unreleasedBase(counts) - counts.reservedBase;
  const demand = await demandOf(read, order, line, Math.max(0, wantedBase), now);
  const rows = (await stockOfItem(read, order.warehouse, line.item_key)).map(
    (row): ExplainedRow => ({
      ...stockRow(row),
      locationType: row.type ?? '',
      expiryDate: row.expiry_date,
      isActive: row.active !== 0,
    }),
  );
  const stock = rows.map((row) => ({
    location: row.location,
    licensePlate: row.licensePlate || null,
    lot: row.lot || null,
    expiryDate: row.expiryDate,
    inventoryStatus: row.inventoryStatus,
    onHand: shown(row.quantityBase),
    available: shown(availableBase(row, row.locationType)),
    problem: whyNotForLine(row, demand),
  }));
  const toDo = work.map(({ work: id, line: of, location, claimed_by: claimedBy, blocked_by: blockedBy }) => ({
    ...{ work: id, line: of, location, claimedBy, blockedBy },
  }));
  const more = { unit: line.base_unit, wanted: shown(unreleasedBase(counts)), stock, work: toDo };
  const places = rows.map(({ location }) => location);
  return { problem: await whyNot(read, order, line, work, demand), more, places };
}

async function whyNot(
  read: Runner,
  order: OutboundRow,
  line: OutboundLineRow,
  work: Awaited<ReturnType<typeof openWorkLines>>,
  demand: StockDemand,
): Promise<Problem | null> {
  if (order.status !== 'open') return problem('order.not_open', { order: order.order_number, status: order.status });
  const holds = JSON.parse(order.hold_codes) as string[];
  if (holds.length > 0) return problem('order.held', { order: order.order_number, holds: holds.join(', ') });
  const [first] = work;
  if (first) {
    const isBlocked = first.blocked_by !== null && work.every(({ blocked_by }) => blocked_by !== null);
    if (isBlocked) return problem('picking.blocked', { location: first.location, work: first.blocked_by ?? '' });
    const isHeldBack = work.every(({ work_status: status }) => status === 'held');
    return isHeldBack ? whyHeldBack(first.work, { wave: first.wave, status: first.wave_status }) : null;
  }
  if (unreleasedBase(countsOf(line)) === 0) return problem('order.nothing_to_release', { line: line.line_number });
  if (await isOnTheTruck(read, order)) return problem('order.waits_for_shipment');
  if (demand.quantityBase === 0) return null;
  const { shortBase } = chooseStock(demand, await candidatesFor(read, order.warehouse, line.item_key));
  if (shortBase === 0) return null;
  const available = fromBase(demand.quantityBase - shortBase, line.decimals);
  const wanted = fromBase(demand.quantityBase, line.decimals);
  const { item_number: item, expected_on: expectedOn } = line;
  if (available === 0 && expectedOn !== null) return problem('order.waits_for_arrival', { item, expectedOn });
  return problem('order.no_stock', { item, available, wanted, unit: line.base_unit });
}

/** One shipment only stands for the order, and nothing more goes with that. */
async function isOnTheTruck(read: Runner, { order_key: orderKey, source_system: sourceSystem }: OutboundRow) {
  if (!(await settingsOf(read, sourceSystem)).shipmentOrderMatching) return false;
  return theOneUnderWay(await read.all(shipmentsUnderWay.read, { orderKey }))?.isLoaded === true;
}

async function demandOf(
  read: Runner,
  order: OutboundRow,
  line: OutboundLineRow,
  quantityBase: number,
  now: number,
): Promise<StockDemand> {
  const shipDay = shipDayOf(order.ship_by, now, await timeZoneOf(read, order.warehouse));
  return {
    item: line.item_key,
    owner: line.owner,
    inventoryStatus: line.inventory_status,
    lot: line.lot,
    serial: line.serial,
    goodUntil: goodUntilOf(line, shipDay),
    quantityBase,
  };
}
