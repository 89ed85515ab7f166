import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { Runner } from '../db/connection.ts';
import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { none, rowByRow, shippedState } from './literals.ts';
import { lockOrder } from './outbound-orders.queries.ts';
import { lockPickWork } from './pick-work.queries.ts';
import { reservationOf } from './reservations.queries.ts';
import { stockRow } from './stock-rows.queries.ts';

/** What is promised of an item at a place and has not left. */
export const promisesAt = lockingStatement<{ warehouse: string; location: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('reservation')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .where('item_key', '=', p('itemKey'))
    .where('state', '<>', shippedState)
    .orderBy('id'),
);

const rowsOfLot = lockingStatement<{ itemKey: string; lot: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .selectAll()
    .where('item_key', '=', p('itemKey'))
    .where(rowByRow('lot'), '=', p('lot'))
    .where('lot', '<>', none)
    .orderBy('warehouse')
    .orderBy('location')
    .orderBy('owner')
    .orderBy('serial')
    .orderBy('inventory_status')
    .orderBy('license_plate'),
);

const rowsOfItem = lockingStatement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .selectAll()
    .where('item_key', '=', p('itemKey'))
    .where('warehouse', '=', p('warehouse'))
    .orderBy('location')
    .orderBy('owner')
    .orderBy('lot')
    .orderBy('serial')
    .orderBy('inventory_status')
    .orderBy('license_plate'),
);

const itemsAt = statement<{ warehouse: string; location: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .select('item_key')
    .distinct()
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .orderBy('item_key'),
);

/** An item at a place: what stands there may be promised. */
interface ItemAt {
  readonly warehouse: string;
  readonly location: string;
  readonly item: string;
}

/** Keys of the items that are on the books at a place. */
export async function itemKeysAt(read: Runner, warehouse: string, location: string): Promise<string[]> {
  return (await read.all(itemsAt, { warehouse, location })).map(({ item_key }) => item_key);
}

/** All there is of a lot, in every warehouse; locked. */
export async function lockStockOfLot(
  trx: AppTrx,
  itemKey: string,
  lot: string,
): Promise<(StockRow & { readonly warehouse: string })[]> {
  const rows = await trx.all(rowsOfLot.lock[trx.dialect], { itemKey, lot });
  return rows.map((row) => ({ ...stockRow(row), warehouse: row.warehouse }));
}

/** The same to look at, before what it is promised to is locked. */
export async function placesOfLot(trx: AppTrx, itemKey: string, lot: string): Promise<ItemAt[]> {
  const rows = await trx.all(rowsOfLot.read, { itemKey, lot });
  return rows.map(({ warehouse, location }) => ({ warehouse, location, item: itemKey }));
}

/** All there is of an item in a warehouse; locked. */
export async function lockStockOfItem(trx: AppTrx, warehouse: string, itemKey: string): Promise<StockRow[]> {
  return (await trx.all(rowsOfItem.lock[trx.dialect], { warehouse, itemKey })).map(stockRow);
}

/** Where it is, to look at. */
export async function placesOfItem(trx: AppTrx, warehouse: string, itemKey: string): Promise<ItemAt[]> {
  const rows = await trx.all(rowsOfItem.read, { warehouse, itemKey });
  return rows.map(({ location }) => ({ warehouse, location, item: itemKey }));
}

/**
 * Locks what goods at these places are promised to, orders and then work, before the goods themselves are: everybody
 * locks them in this order.
 */
export async function lockHoldersOf(trx: AppTrx, places: readonly ItemAt[]): Promise<void> {
  const promised = await reservationsAt(trx, places, 'read');
  const orders = new Set(promised.map(({ order }) => order).filter((order) => order !== ''));
  for (const order of [...orders].sort()) await lockOrder(trx, order);
  for (const work of [...new Set(promised.flatMap(({ work }) => work ?? []))].sort()) await lockPickWork(trx, work);
}

/** What is promised of the goods at these places and has not left; locked. */
export async function lockPromisedAt(trx: AppTrx, places: readonly ItemAt[]): Promise<Reservation[]> {
  return reservationsAt(trx, places, 'lock');
}

async function reservationsAt(trx: AppTrx, places: readonly ItemAt[], how: 'read' | 'lock'): Promise<Reservation[]> {
  const found: Reservation[] = [];
  const distinct = new Map(
    places.map((place) => [[place.warehouse, place.location, place.item].join('\u0000'), place]),
  );
  for (const { warehouse, location, item: itemKey } of distinct.values()) {
    const asked = how === 'read' ? promisesAt.read : promisesAt.lock[trx.dialect];
    found.push(...(await trx.all(asked, { warehouse, location, itemKey })).map(reservationOf));
  }
  return found;
}
