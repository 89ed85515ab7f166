import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { none, openStatus, putawayType, rowByRow } from '../platform/facts/literals.ts';
import { placedColumns } from './stock-line.ts';

/** Of how many items at most the stock is shown when their words are searched. */
const itemsSearched = 50;

/** What a text of the search box is taken for. */
export type StockMeant =
  | { readonly by: 'location' | 'licensePlate'; readonly code: string }
  | { readonly by: 'item'; readonly itemKeys: readonly string[] }
  | { readonly by: 'putaway' }
  | { readonly by: 'nothing' };

/**
 * A location or a plate by its whole code; an item by its number or a barcode, whole, or by a part of its number or
 * description. In this order; the first that there is.
 */
export async function stockMeantBy(read: Runner, warehouse: string, search: string): Promise<StockMeant> {
  const code = search.toUpperCase();
  const location = await read.k
    .selectFrom('location')
    .select('code')
    .where('warehouse', '=', warehouse)
    .where('code', 'in', [search, code])
    .executeTakeFirst();
  if (location) return { by: 'location', code: location.code };
  const plate = await read.k
    .selectFrom('license_plate')
    .select('number')
    .where('number', 'in', [search, code])
    .where('warehouse', '=', warehouse)
    .executeTakeFirst();
  if (plate) return { by: 'licensePlate', code: plate.number };
  const exact = await itemsNamed(read, search);
  const itemKeys = exact.length > 0 ? exact : await itemsLike(read, search);
  return itemKeys.length > 0 ? { by: 'item', itemKeys } : { by: 'nothing' };
}

/** GTINs are kept with 14 digits as often as with the digits of their label, so both are looked for. */
async function itemsNamed(read: Runner, search: string): Promise<string[]> {
  const codes = [search, ...(/^\d{8,13}$/.test(search) ? [search.padStart(14, '0')] : [])];
  const items = await read.k
    .selectFrom('item')
    .select('item_key')
    .where('number', 'in', [search, search.toUpperCase()])
    .union(read.k.selectFrom('item_barcode').select('item_key').where('code', 'in', codes))
    .execute();
  return items.map(({ item_key }) => item_key);
}

async function itemsLike(read: Runner, search: string): Promise<string[]> {
  const pattern = `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const items = await read.k
    .selectFrom('item')
    .select('item_key')
    .where((eb) =>
      eb.or([
        sql<boolean>`lower(number) like ${pattern} escape '\\'`,
        sql<boolean>`lower(description) like ${pattern} escape '\\'`,
      ]),
    )
    .orderBy('number')
    .limit(itemsSearched)
    .execute();
  return items.map(({ item_key }) => item_key);
}

/** The balances that are meant, in walking order. */
export function stockOf(read: Runner, warehouse: string, meant: StockMeant, limit: number) {
  const balances = meant.by === 'putaway' ? waitingForPutaway(read, warehouse) : allBalances(read);
  let query = read.k
    .selectFrom(balances.as('b'))
    .innerJoin('item as i', 'i.item_key', 'b.item_key')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'b.warehouse').onRef('l.code', '=', 'b.location'),
    )
    .leftJoin('lot as t', (join) => join.onRef('t.item_key', '=', 'b.item_key').onRef('t.lot', '=', 'b.lot'))
    .select(placedColumns)
    .where(meant.by === 'licensePlate' || meant.by === 'item' ? rowByRow('b.warehouse') : 'b.warehouse', '=', warehouse)
    .where('b.quantity_base', '<>', 0);
  if (meant.by === 'location') query = query.where('b.location', '=', meant.code);
  if (meant.by === 'licensePlate')
    query = query.where('b.license_plate', '=', meant.code).where('b.license_plate', '<>', none);
  if (meant.by === 'item') query = query.where('b.item_key', 'in', meant.itemKeys);
  return query
    .orderBy('i.number')
    .orderBy('l.walk_sequence')
    .orderBy('b.location')
    .orderBy('b.license_plate')
    .orderBy('b.lot')
    .orderBy('b.serial')
    .limit(limit)
    .execute();
}

function allBalances(read: Runner) {
  return read.k.selectFrom('balance').selectAll();
}

/**
 * The balances that an open put-away is for: of its plate, or of loose goods of its item where they stand. Found from the
 * work, of which there is little, not by looking at all stock.
 */
function waitingForPutaway(read: Runner, warehouse: string) {
  const open = read.k
    .selectFrom('work as w')
    .where('w.warehouse', '=', warehouse)
    .where('w.type', '=', putawayType)
    .where('w.status', '=', openStatus);
  const onPlates = open
    .innerJoin('balance as p', 'p.license_plate', 'w.license_plate')
    .where('p.license_plate', '<>', none)
    .selectAll('p');
  const loose = open
    .where('w.license_plate', 'is', null)
    .innerJoin('balance as p', (join) =>
      join
        .onRef('p.warehouse', '=', 'w.warehouse')
        .onRef('p.location', '=', 'w.from_location')
        .onRef('p.item_key', '=', 'w.item_key'),
    )
    .where('p.license_plate', '=', none)
    .selectAll('p');
  return onPlates.union(loose);
}
