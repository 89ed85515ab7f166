import { fromBase } from '#shared/kernel/quantity.ts';
import {
  type CrossDockOffer,
  type CrossDockWish,
  crossDockOffers,
  type DockRow,
  taggedAs,
} from '#shared/ledger/cross-dock.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { theOneUnderWay } from '#shared/ledger/the-one-under-way.ts';
import { byUrgency, isCutoffNear } from '#shared/ledger/urgency.ts';
import type { Runner } from '../db/connection.ts';
import type { ThingRow } from '../published-row.ts';
import type { AppTrx } from '../store.ts';
import {
  cameUnderTags,
  comingForOrder,
  loosePutAwayForOrder,
  madeUpAt,
  openLinesOf,
  putAwayForOrder,
  taggedOrdersOn,
  wishesForItems,
} from './cross-dock.queries.ts';
import { lotFacts } from './lots.queries.ts';
import { firstPlaceOf } from './places.queries.ts';
import { goodUntilOf, shipDayOf } from './ship-day.ts';
import { shipmentsUnderWay } from './shipments-under-way.queries.ts';
import { settingsOf } from './source-systems.queries.ts';
import { itemsByKey } from './stock-items.queries.ts';
import { timeZoneOf } from './warehouses.queries.ts';

/** Goods at a dock of a warehouse. */
interface AtDock {
  readonly warehouse: string;
  readonly rows: readonly StockRow[];
  readonly nowMs: number;
}

/**
 * What of goods at a dock is offered to orders, the most urgent first. One question for all items, unless some order
 * points to them. Whoever acts on the answer locks the orders and asks again.
 */
export async function crossDockOffersFor(read: Runner, { warehouse, rows, nowMs }: AtDock): Promise<CrossDockOffer[]> {
  const itemKeys = [...new Set(rows.map(({ item }) => item))];
  const byItem = await crossDockWishesFor(read, { warehouse, itemKeys, nowMs });
  const wishes = itemKeys.flatMap((itemKey) => byItem.get(itemKey) ?? []);
  if (wishes.length === 0) return [];
  const wanted = rows.filter(({ item }) => wishes.some((wish) => wish.item === item));
  return crossDockOffers(await withExpiry(read, wanted), wishes, await taggedIn(read, wanted));
}

/** Order lines that wait for goods of items which carry their tag, by item, the most urgent first. */
export async function crossDockWishesFor(
  read: Runner,
  { warehouse, itemKeys, nowMs }: { warehouse: string; itemKeys: readonly string[]; nowMs: number },
): Promise<Map<string, CrossDockWish[]>> {
  const found = itemKeys.length === 0 ? [] : await read.all(wishesForItems, { warehouse, itemKeys });
  if (found.length === 0) return new Map();
  const timeZone = await timeZoneOf(read, warehouse);
  const urgency = (row: (typeof found)[number]) => ({
    number: row.order_number,
    priority: row.priority,
    shipBy: row.cutoff_at ?? row.ship_by,
    isCutoffNear: isCutoffNear(row.cutoff_at, nowMs),
    createdAt: row.created_at,
  });
  found.sort((a, b) =>
    a.order_key === b.order_key ? a.line_number - b.line_number : byUrgency(urgency(a), urgency(b)),
  );
  const orderKeys = [...new Set(found.map((row) => row.order_key))];
  const openLines = new Map((await read.all(openLinesOf, { orderKeys })).map((row) => [row.order_key, row.lines]));
  const stagings = Map.groupBy(await read.all(madeUpAt, { orderKeys }), (row) => row.order_key);
  const firstStaging = (await firstPlaceOf(read, warehouse, 'staging'))?.code ?? null;
  const wishes: CrossDockWish[] = [];
  for (const row of found) {
    const { crossDockRequests: policy, shipmentOrderMatching: isOnlyOne } = await settingsOf(read, row.source_system);
    const openBase = row.quantity_base - row.cancelled_base - row.released_base;
    const meantBase = (row.cross_dock_base ?? row.quantity_base) - row.cross_docked_base;
    const quantityBase = Math.min(openBase - row.reserved_base, meantBase);
    if (policy === 'ignore' || quantityBase <= 0) continue;
    const orderKey = row.order_key;
    // A second shipment is not to be made beside the one that is on the truck.
    if (isOnlyOne && theOneUnderWay(await read.all(shipmentsUnderWay.read, { orderKey }))?.isLoaded) continue;
    wishes.push({
      order: orderKey,
      orderNumber: row.order_number,
      line: row.line_number,
      tag: row.cross_dock_source ?? '',
      item: row.item_key,
      owner: row.owner,
      inventoryStatus: row.inventory_status,
      lot: row.lot,
      serial: row.serial,
      goodUntil: goodUntilOf(row, shipDayOf(row.ship_by, nowMs, timeZone)),
      quantityBase,
      openBase,
      isShipComplete: row.ship_complete === 1,
      openLines: Number(openLines.get(orderKey) ?? 0),
      isRequired: policy === 'require',
      to: stagings.get(orderKey)?.[0]?.staging ?? firstStaging,
    });
  }
  return Map.groupBy(wishes, ({ item }) => item);
}

async function withExpiry(read: Runner, rows: readonly StockRow[]): Promise<DockRow[]> {
  const dated: DockRow[] = [];
  for (const row of rows) {
    const expiryDate = row.lot === '' ? null : (await lotFacts(read, row.item, row.lot)).expiryDate;
    dated.push({ ...row, expiryDate });
  }
  return dated;
}

/** How much of each item came in under each tag where these rows stand. */
async function taggedIn(read: Runner, rows: readonly StockRow[]): Promise<Map<string, number>> {
  const tagged = new Map<string, number>();
  const places = Map.groupBy(rows, ({ item, licensePlate, location }) =>
    JSON.stringify([item, licensePlate, location]),
  );
  for (const [row] of places.values()) {
    if (!row) continue;
    const { item: itemKey, licensePlate, location } = row;
    for (const came of await read.all(cameUnderTags, { itemKey, licensePlate, location })) {
      const key = taggedAs(came.cross_dock_source ?? '', itemKey);
      tagged.set(key, (tagged.get(key) ?? 0) + Number(came.quantity_base));
    }
  }
  return tagged;
}

/** Offers as people are told of them, in the base unit of each item. `location` is where the goods go. */
export async function offersTold(read: Runner, offers: readonly CrossDockOffer[]) {
  const items = await itemsByKey(
    read,
    offers.map(({ item }) => item),
  );
  return offers.map(({ orderNumber: order, line, item: key, lot, quantityBase, to: location }) => {
    const item = items.find((known) => known.key === key);
    const quantity = fromBase(quantityBase, item?.decimals ?? 0);
    return { order, line, item: item?.number ?? '', quantity, unit: item?.baseUnit ?? '', lot: lot || null, location };
  });
}

/**
 * What devices are told anew when an order waits for other goods than before: those at the docks, and those still to
 * come.
 */
export async function thingsForOrder(read: Runner, orderKey: string): Promise<ThingRow[]> {
  const coming = await read.all(comingForOrder, { orderKey });
  const onPlates = await read.all(putAwayForOrder, { orderKey });
  const there = [...onPlates, ...(await read.all(loosePutAwayForOrder, { orderKey }))];
  return [
    ...coming.map(({ order_key: key, warehouse }) => ({ thing: 'inboundOrder', key, warehouse })),
    ...there.map(({ id: key, warehouse }) => ({ thing: 'work', key, warehouse })),
  ].map((row) => ({ kind: 'thing', ...row, deleted: false }));
}

/** Devices are told anew where goods go that come in for orders on a shipment: it is made up elsewhere by now, or no more. */
export async function tellWhereMadeUp(trx: AppTrx, shipment: string): Promise<void> {
  for (const { order_key: orderKey } of await trx.all(taggedOrdersOn, { shipment })) {
    for (const thing of await thingsForOrder(trx, orderKey)) trx.publish(thing);
  }
}
