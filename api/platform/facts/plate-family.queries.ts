import type { Kysely } from 'kysely';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { Runner } from '../db/connection.ts';
import { lockFirst, lockingStatement } from '../db/locking.ts';
import type { Database } from '../db/schema.ts';
import { type ParameterOf, statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { none, openStatus } from './literals.ts';
import { stockRow } from './stock-rows.queries.ts';

interface OfPlate {
  readonly licensePlate: string;
}

/**
 * A plate and all that is nested in it, however deep. `union` comes to an end even where plates stand in a ring. Rows of
 * them are asked for by `in`: of a join SQLite thinks that it is cheaper to read everything and look which are of them.
 */
function withFamily(k: Kysely<Database>, p: ParameterOf<OfPlate>) {
  return k.withRecursive('family', (db) =>
    db
      .selectFrom('license_plate')
      .select('license_plate.number')
      .where('license_plate.number', '=', p('licensePlate'))
      .union(
        db
          .selectFrom('license_plate as child')
          .innerJoin('family', 'family.number', 'child.parent')
          .select('child.number'),
      ),
  );
}

const familyPlates = lockingStatement<OfPlate>('license_plate')((k, p) =>
  withFamily(k, p)
    .selectFrom('license_plate')
    .select('license_plate.number')
    .where('license_plate.number', 'in', (eb) => eb.selectFrom('family').select('family.number'))
    .orderBy('license_plate.number'),
);

const familyStock = lockingStatement<OfPlate>('balance')((k, p) =>
  withFamily(k, p)
    .selectFrom('balance')
    .selectAll('balance')
    .where('balance.license_plate', 'in', (eb) => eb.selectFrom('family').select('family.number'))
    .where('balance.license_plate', '<>', none)
    .orderBy('balance.location')
    .orderBy('balance.item_key')
    .orderBy('balance.lot')
    .orderBy('balance.serial')
    .orderBy('balance.license_plate'),
);

const familyWork = statement<OfPlate>()((k, p) =>
  withFamily(k, p)
    .selectFrom('work')
    .where('work.license_plate', 'in', (eb) => eb.selectFrom('family').select('family.number'))
    .select(['work.id', 'work.license_plate', 'work.claimed_by'])
    .where('work.status', '=', openStatus)
    .orderBy('work.id'),
);

const carriers = statement<OfPlate>()((k, p) =>
  k
    .withRecursive('above', (db) =>
      db
        .selectFrom('license_plate as g')
        .select('g.parent as number')
        .where('g.number', '=', p('licensePlate'))
        .where('g.parent', 'is not', null)
        .union(
          db
            .selectFrom('license_plate as h')
            .innerJoin('above as a', 'a.number', 'h.number')
            .select('h.parent as number')
            .where('h.parent', 'is not', null),
        ),
    )
    .selectFrom('above')
    .innerJoin('license_plate as p', 'p.number', 'above.number')
    .select('p.number'),
);

const nest = statement<OfPlate & { parent: string | null }>()((k, p) =>
  k
    .updateTable('license_plate')
    .set({ parent: p('parent') })
    .where('number', '=', p('licensePlate')),
);

/** All that stands on a plate and on the plates nested in it, for goods that are about to move with all of them. */
export async function lockStockOfFamily(trx: AppTrx, licensePlate: string): Promise<StockRow[]> {
  if (licensePlate === '') return [];
  await lockFirst(trx, familyPlates, { licensePlate });
  return (await trx.all(familyStock.lock[trx.dialect], { licensePlate })).map(stockRow);
}

/** The same, to look at. */
export async function stockOfFamily(read: Runner, licensePlate: string): Promise<StockRow[]> {
  if (licensePlate === '') return [];
  return (await read.all(familyStock.read, { licensePlate })).map(stockRow);
}

/** A plate and those nested in it. */
export async function familyOf(read: Runner, licensePlate: string): Promise<string[]> {
  return (await read.all(familyPlates.read, { licensePlate })).map(({ number }) => number);
}

/** Open work of a plate and of those nested in it. */
export async function workOfFamily(
  read: Runner,
  licensePlate: string,
): Promise<{ id: string; licensePlate: string; claimedBy: string | null }[]> {
  const rows = await read.all(familyWork, { licensePlate });
  return rows.map((row) => ({ id: row.id, licensePlate: row.license_plate ?? '', claimedBy: row.claimed_by }));
}

/** The plates that a plate stands on, however many on top of one another. */
export async function carriersOf(read: Runner, licensePlate: string): Promise<string[]> {
  return (await read.all(carriers, { licensePlate })).map(({ number }) => number);
}

/** Devices know of a plate also what stands on it: those that a plate stands on are others with it. */
export async function publishCarriers(trx: AppTrx, warehouse: string, licensePlate: string): Promise<void> {
  for (const key of await carriersOf(trx, licensePlate)) {
    trx.publish({ kind: 'thing', thing: 'licensePlate', key, warehouse, deleted: false });
  }
}

/**
 * Plates that goods came onto or left are others for devices than before, and so are those that they stand on; '' stands
 * for goods on none.
 */
export async function publishPlates(trx: AppTrx, warehouse: string, numbers: Iterable<string>): Promise<void> {
  for (const key of new Set(numbers)) {
    if (key === '') continue;
    trx.publish({ kind: 'thing', thing: 'licensePlate', key, warehouse, deleted: false });
    await publishCarriers(trx, warehouse, key);
  }
}

/** A plate is carried away from those that it stood on, which are others without it. */
export async function takeOffCarriers(trx: AppTrx, warehouse: string, licensePlate: string): Promise<void> {
  const carriers = await carriersOf(trx, licensePlate);
  await publishPlates(trx, warehouse, carriers);
  if (carriers.length > 0) await nestPlate(trx, licensePlate, null);
}

const settleIn = statement<OfPlate & { warehouse: string }>()((k, p) =>
  k
    .updateTable('license_plate')
    .set({ warehouse: p('warehouse') })
    .where('number', '=', p('licensePlate'))
    .where('warehouse', '<>', p('warehouse')),
);

/** A plate is another warehouse's from now on: it goes there, came there, or is back. Answers whether it was not before. */
export async function settlePlateIn(trx: AppTrx, warehouse: string, licensePlate: string): Promise<boolean> {
  return (await trx.count(settleIn, { licensePlate, warehouse })) > 0;
}

/**
 * Goods came in onto a plate that had none, their entries posted: it is where they are. It stands on its pallet still,
 * unless that is in another warehouse or elsewhere in this one.
 */
export async function fillEmptyPlate(
  trx: AppTrx,
  { warehouse, location }: { readonly warehouse: string; readonly location: string },
  licensePlate: string,
): Promise<void> {
  if (await settlePlateIn(trx, warehouse, licensePlate)) return takeOffCarriers(trx, warehouse, licensePlate);
  for (const carrier of await carriersOf(trx, licensePlate)) {
    const isElsewhere = (await stockOfFamily(trx, carrier)).some((row) => row.location !== location);
    if (isElsewhere) return takeOffCarriers(trx, warehouse, licensePlate);
  }
}

/** Puts a plate onto another, or takes it off. */
export async function nestPlate(trx: AppTrx, licensePlate: string, parent: string | null): Promise<void> {
  await trx.one(nest, { licensePlate, parent });
}
