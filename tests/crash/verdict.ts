import type { Deed } from '../simulation/checks/deeds.ts';
import { checkCompletions, checkMakers, checkReceipts } from '../simulation/checks/documents.ts';
import { checkEffects } from '../simulation/checks/effects.ts';
import { checkErpBooks, checkLog } from '../simulation/checks/erp-books.ts';
import { picksOf } from '../simulation/checks/picks.ts';
import { registrationsOf } from '../simulation/checks/registrations.ts';
import { checkSlips, shippedOn, slipsInForce } from '../simulation/checks/slips.ts';
import { checkPlates } from '../simulation/checks/stock.ts';
import { checkVersions } from '../simulation/checks/versions.ts';
import type { KnownStop } from '../simulation/floor/papers.ts';
import type { DocumentRow, LogRow } from '../simulation/outside/books.ts';
import type { OrderStatusRow } from '../simulation/outside/outbound-desk.ts';
import type { EventRow } from '../simulation/outside/sim-erp.ts';
import type { DeltaRow } from '../simulation/outside/sim-planner.ts';
import type { Tracked } from './client.ts';
import type { Feeds } from './rows.ts';

/** The crash test works in this warehouse; most of the demo's own stock stands in the other. */
const own = 'WEST';

/** How long documents of the demo's ERP can be reversed. */
const dayMs = 86_400_000;

/**
 * What the feeds tell in the end, against what the clients did: each command once, to the piece, and nothing else. What
 * they told up to the position `begunAt` is the demo's.
 */
export function whatIsWrongWith(commands: readonly Tracked[], feeds: Feeds, begunAt: number): string[] {
  const deeds = commands.map(
    ({ id, type, body, outcome = '', result }): Deed => ({
      ...{ id, type, body, outcome, isCase: outcome === 'held' },
      made: outcome === 'applied' ? (result ?? {}) : undefined,
    }),
  );
  const ofOurs = <Row extends { warehouse: string; position: number }>(rows: readonly unknown[]): readonly Row[] =>
    (rows as readonly Row[]).filter(({ warehouse, position }) => warehouse === own && position > begunAt);
  const deltas = ofOurs<DeltaRow>(feeds['inventory-deltas']);
  const events = feeds.events as readonly unknown[] as readonly EventRow[];
  const log = ofOurs<LogRow>(feeds['inventory-update-log']);
  const registrations = registrationsOf(deeds, deltas, log);
  const told = {
    log,
    reports: [],
    sourceSystem: 'DEMO',
    receipts: ofOurs<DocumentRow>(feeds['shipment-receipts']),
    journals: ofOurs<DocumentRow>(feeds['counting-journals']),
    slips: ofOurs<DocumentRow>(feeds['packing-slips']),
    perUnit: () => 1,
  };
  return [
    ...checkEffects(deeds, deltas, () => 1),
    ...checkMakers([told], deeds, deltas),
    ...checkCompletions([told], deeds, registrations),
    ...checkVersions([...told.receipts, ...told.journals, ...told.slips], events, dayMs, Date.now()),
    ...checkReceipts(told, registrations),
    ...checkErpBooks(told, deltas, registrations, [Number.MAX_SAFE_INTEGER]),
    ...checkLog(told, deltas),
    ...checkPlates(deltas),
    ...checkSlips(told, deeds, deltas, picksOf(deeds, deltas, { stops: stopsOf(deeds) })),
    ...whatWasNotTold(told.slips, feeds['order-status']),
  ];
}

/** What each stop was made for, as whoever claimed it was answered; every order has one line. */
function stopsOf(deeds: readonly Deed[]): Map<string, KnownStop> {
  const claimed = deeds.flatMap(({ type, made }) => (type === 'picking.claim' && made ? (made.work as Claimed[]) : []));
  return new Map(
    claimed.flatMap(({ work, order, lines }) =>
      lines.map(({ line, item }) => [
        `${work} ${line}`,
        { work, line, order: `DEMO:${order}`, orderLine: 1, item: `DEMO:${item}` },
      ]),
    ),
  );
}

interface Claimed {
  readonly work: string;
  readonly order: string;
  readonly lines: readonly { readonly line: number; readonly item: string }[];
}

/** The last that is told of an order is what its slips say. */
function whatWasNotTold(slips: readonly DocumentRow[], told: readonly unknown[]): string[] {
  const rows = told as readonly OrderStatusRow[];
  const shipped = shippedOn(slipsInForce(slips));
  return [...new Set(slips.flatMap(({ lines }) => lines.map(({ orderNumber }) => orderNumber)))].flatMap((order) => {
    const last = rows.findLast(({ orderNumber }) => orderNumber === order);
    const said = last?.lines[0]?.shippedQuantity;
    const is = shipped.reduce((sum, one) => (one.orderNumber === order ? sum + one.quantity : sum), 0);
    return said === is ? [] : [`${order}: ${is} were shipped, its feed says ${said}`];
  });
}
