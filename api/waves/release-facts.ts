import type { Selectable } from 'kysely';
import { commandReference } from '#shared/command/envelope.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { theOneUnderWay } from '#shared/ledger/the-one-under-way.ts';
import { isCutoffNear } from '#shared/ledger/urgency.ts';
import type { ReleaseLine, ReleaseOrder } from '#shared/waves/plan-release.ts';
import type { WaveState, WaveStatus } from '#shared/waves/wave.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { Database } from '../platform/db/schema.ts';
import { bySystemFirst } from '../platform/facts/outbound-orders.queries.ts';
import { lockReservationsOfOrder } from '../platform/facts/reservations.queries.ts';
import { freeStockOf } from '../platform/facts/reserve-order.ts';
import { goodUntilOf, shipDayOf } from '../platform/facts/ship-day.ts';
import { shipmentsUnderWay } from '../platform/facts/shipments-under-way.queries.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { timeZoneOf } from '../platform/facts/warehouses.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  linesOfOrder,
  ordersWithNumber,
  orderWithKey,
  unfilledOfOrder,
  waveNamed,
  waveOfCommand,
} from './release-facts.queries.ts';

/** The orders that numbers mean, ready for the rule, and the numbers that mean none. `isByItself`: see `Reading`. */
export async function ordersMeant(
  trx: AppTrx,
  warehouse: string,
  numbers: readonly string[],
  sourceSystem: string | undefined,
  isByItself = false,
): Promise<{ orders: ReleaseOrder[]; unknown: string[] }> {
  const orders: ReleaseOrder[] = [];
  const unknown: string[] = [];
  const timeZone = await timeZoneOf(trx, warehouse);
  for (const number of [...new Set(numbers)].sort()) {
    const rows = await trx.all(ordersWithNumber.lock[trx.dialect], { warehouse, order: number });
    const named = rows.filter((row) => (sourceSystem ?? row.source_system) === row.source_system);
    const meant = bySystemFirst(named, number).filter((row) => !orders.some(({ key }) => key === row.order_key));
    if (named.length === 0) unknown.push(number);
    for (const row of meant) orders.push(await releaseOrderOf(trx, row, { ...locked(trx, timeZone), isByItself }));
  }
  return { orders, unknown };
}

/** The orders with these keys that are still in the warehouse, ready for the rule. */
export async function ordersWithKeys(trx: AppTrx, warehouse: string, keys: readonly string[]): Promise<ReleaseOrder[]> {
  const orders: ReleaseOrder[] = [];
  const timeZone = await timeZoneOf(trx, warehouse);
  for (const orderKey of [...keys].sort()) {
    const row = await trx.one(orderWithKey.lock[trx.dialect], { orderKey });
    if (row && row.warehouse === warehouse) orders.push(await releaseOrderOf(trx, row, locked(trx, timeZone)));
  }
  return orders;
}

/** What there is of every item that the orders still want, the items locked in the order of their keys. */
export async function candidatesOf(
  trx: AppTrx,
  warehouse: string,
  orders: readonly ReleaseOrder[],
): Promise<Map<string, StockCandidate[]>> {
  return freeStockOf(trx, warehouse, wantedItems(orders));
}

/** The items of which an order still wants some. */
export function wantedItems(orders: readonly ReleaseOrder[]): Set<string> {
  return new Set(orders.flatMap(({ lines }) => lines.filter(({ openBase }) => openBase > 0).map(({ item }) => item)));
}

/** A wave by its number or `command:<id>`, locked; null where there is none in this warehouse. */
export async function waveMeant(trx: AppTrx, warehouse: string, text: string): Promise<WaveState | null> {
  const commandId = commandReference(text);
  const wave = commandId === null ? text : await waveMadeBy(trx, commandId);
  const row = await trx.one(waveNamed.lock[trx.dialect], { wave });
  return row && row.warehouse === warehouse ? { ...row, status: row.status as WaveStatus } : null;
}

async function waveMadeBy(read: Runner, commandId: string): Promise<string> {
  const made = await read.one(waveOfCommand, { commandId });
  return made?.result ? ((JSON.parse(made.result) as { wave?: string }).wave ?? '') : '';
}

/** An order as the rule asks for it; where it was locked, with what is promised to it locked too. */
export async function releaseOrderOf(
  runner: Runner,
  row: Selectable<Database['outbound_order']>,
  { timeZone, now, reservationsOf, shipmentsOf, isByItself = false }: Reading,
): Promise<ReleaseOrder> {
  const { order_key: key, ship_by: shipBy } = row;
  const settings = await settingsOf(runner, row.source_system);
  const lines = await runner.all(linesOfOrder, { orderKey: key });
  const isPromised = lines.some(({ reserved_base: reservedBase }) => reservedBase > 0);
  const isOut = lines.some(({ released_base: releasedBase, picked_base: pickedBase }) => releasedBase > pickedBase);
  const reservations = isPromised ? await reservationsOf(key) : [];
  const isBegun = lines.some(({ released_base: released, shipped_base: shipped }) => released > shipped);
  const underWay = settings.shipmentOrderMatching && isBegun ? await shipmentsOf(key) : [];
  const unfilled = isOut ? await unfilledOf(runner, key) : [];
  const shipDay = shipDayOf(shipBy, now, timeZone);
  return {
    key,
    number: row.order_number,
    sourceSystem: row.source_system,
    status: row.status,
    priority: row.priority,
    isShipComplete: row.ship_complete === 1,
    holdCodes: JSON.parse(row.hold_codes) as string[],
    shipBy: row.cutoff_at ?? shipBy,
    isCutoffNear: isCutoffNear(row.cutoff_at, now),
    createdAt: row.created_at,
    consignee: row.consignee,
    carrier: row.carrier,
    rules: settings,
    underWay: theOneUnderWay(underWay),
    lines: lines.map((line): ReleaseLine => {
      const lacking = unfilled.filter((one) => one.line === line.line_number);
      const lackingBase = totalBase(lacking);
      const isWaiting = isByItself && line.waits_from !== null;
      const unreleasedBase = isWaiting ? 0 : line.quantity_base - line.released_base - line.cancelled_base;
      return {
        line: line.line_number,
        status: line.status,
        item: line.item_key,
        unit: line.unit,
        owner: line.owner,
        inventoryStatus: line.inventory_status,
        lot: line.lot,
        serial: line.serial,
        goodUntil: goodUntilOf(line, shipDay),
        openBase: line.status === 'open' ? unreleasedBase + lackingBase : 0,
        unfilled: lacking.map(({ shipment, quantityBase }) => ({ shipment, quantityBase })),
        reservations: reservations.filter((one) => one.line === line.line_number && one.state === 'order'),
      };
    }),
  };
}

/** How an order is read: for a command that changes it, or for somebody who only looks. */
interface Reading {
  readonly timeZone: string;
  readonly now: number;
  /** Nobody said so: backorders that wait for goods to come are left alone. */
  readonly isByItself?: boolean;
  readonly reservationsOf: (orderKey: string) => Promise<Reservation[]>;
  readonly shipmentsOf: (orderKey: string) => Promise<{ readonly shipment: string; readonly status: string }[]>;
}

function locked(trx: AppTrx, timeZone: string): Reading {
  return {
    timeZone,
    now: trx.now,
    reservationsOf: (orderKey) => lockReservationsOfOrder(trx, orderKey),
    shipmentsOf: (orderKey) => trx.all(shipmentsUnderWay.lock[trx.dialect], { orderKey }),
  };
}

async function unfilledOf(runner: Runner, orderKey: string) {
  const rows = await runner.all(unfilledOfOrder, { orderKey });
  return rows
    .map((row) => ({
      shipment: row.shipment,
      line: row.line_number,
      quantityBase: row.quantity_base - Number(row.promised_base),
    }))
    .filter(({ quantityBase }) => quantityBase > 0);
}
