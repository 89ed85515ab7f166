import { type Kysely, sql } from 'kysely';
import { createIndex, createTables, isPostgres } from './create-tables.ts';

/**
 * Balances in the order of their items: what there is of an item is read and written in one place. At a dock goods of all
 * items arrive one plate after the other, so the places' own index grows at its end, where an index of the items beside
 * balances in the order of places was changed all over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql.raw(`alter table balance drop constraint balance_pkey, add primary key (${key})`).execute(db);
    await sql.raw('drop index balance_item').execute(db);
  } else await rebuildBalance(db);
  await createIndex(db, 'balance_place', 'balance', 'warehouse, location, license_plate');
}

const key = 'item_key, warehouse, location, owner, lot, serial, inventory_status, license_plate';

/** SQLite cannot change the key of a table: a new one takes the place of the old. */
async function rebuildBalance(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'balance_new',
      `item_key text not null, warehouse text not null, location text not null, owner text not null, lot text not null,
       serial text not null, inventory_status text not null, license_plate text not null,
       quantity_base bigint not null, reserved_base bigint not null default 0,
       primary key (${key}),
       constraint balance_below_zero
         check (quantity_base >= 0 or (reserved_base = 0 and license_plate = '' and serial = ''))`,
      'clustered',
    ],
  ]);
  const columns = `${key}, quantity_base, reserved_base`;
  await sql.raw(`insert into balance_new (${columns}) select ${columns} from balance order by ${key}`).execute(db);
  await sql.raw('drop table balance').execute(db);
  await sql.raw('alter table balance_new rename to balance').execute(db);
  for (const [name, on] of keptIndexes) await createIndex(db, name, 'balance', on, `${on} <> ''`);
}

/** Those of the old table that are needed still; they went with it. */
const keptIndexes = [
  ['balance_plate', 'license_plate'],
  ['balance_lot', 'lot'],
  ['balance_serial', 'serial'],
] as const;
