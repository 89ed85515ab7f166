import { type ExpressionBuilder, sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import type { Database } from '../platform/db/schema.ts';
import { none, rowByRow } from '../platform/facts/literals.ts';

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
  let query = read.k
    .selectFrom('balance as b')
    .innerJoin('item as i', 'i.item_key', 'b.item_key')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'b.warehouse').onRef('l.code', '=', 'b.location'),
    )
    .leftJoin('lot as t', (join) => join.onRef('t.item_key', '=', 'b.item_key').onRef('t.lot', '=', 'b.lot'))
    .select([
      'b.location',
      'l.type as location_type',
      'b.license_plate',
      'i.number',
      'i.source_system',
      'i.description',
      'i.base_unit',
      'i.decimals',
      'b.lot',
      't.expiry_date',
      'b.serial',
      'b.inventory_status',
      'b.owner',
      'b.quantity_base',
      'b.reserved_base',
    ])
    .where(meant.by === 'licensePlate' || meant.by === 'item' ? rowByRow('b.warehouse') : 'b.warehouse', '=', warehouse)
    .where('b.quantity_base', '>', 0);
  if (meant.by === 'location') query = query.where('b.location', '=', meant.code);
  if (meant.by === 'licensePlate')
    query = query.where('b.license_plate', '=', meant.code).where('b.license_plate', '<>', none);
  if (meant.by === 'item') query = query.where('b.item_key', 'in', meant.itemKeys);
  if (meant.by === 'putaway') query = query.where((eb) => eb.exists(openPutaway(eb)));
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

/** The open put-away that a balance waits for: of its plate, or of loose goods of its item where they stand. */
function openPutaway(eb: ExpressionBuilder<Database & { b: Database['balance'] }, 'b'>) {
  return eb
    .selectFrom('work as w')
    .select('w.id')
    .whereRef('w.warehouse', '=', 'b.warehouse')
    .where('w.type', '=', 'putaway')
    .where('w.status', '=', 'open')
    .where((or) =>
      or.or([
        or('w.license_plate', '=', or.ref('b.license_plate')),
        or.and([
          or('w.license_plate', 'is', null),
          or('b.license_plate', '=', ''),
          or('w.item_key', '=', or.ref('b.item_key')),
          or('w.from_location', '=', or.ref('b.location')),
        ]),
      ]),
    );
}
