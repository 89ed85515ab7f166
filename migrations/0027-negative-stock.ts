import { type Kysely, sql } from 'kysely';
import { addColumns, createIndex, createTables, isPostgres } from './create-tables.ts';

/**
 * Places whose profile lets more be taken than the books have there (`allows_negative`): their balances may be below
 * zero. What is promised, stands on a plate or has a serial number never is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [['location', 'allows_negative bigint not null default 0']]);
  if (!isPostgres(db)) return rebuildBalance(db);
  await sql.raw('alter table balance drop constraint balance_quantity_base_check').execute(db);
  await sql.raw(`alter table balance add constraint balance_below_zero check (${mayStand})`).execute(db);
}

const mayStand = `quantity_base >= 0 or (reserved_base = 0 and license_plate = '' and serial = '')`;

const columns =
  'warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate, quantity_base, reserved_base';

/** SQLite cannot change the check of a table: a new one takes the place of the old. */
async function rebuildBalance(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'balance_new',
      `warehouse text not null, location text not null, item_key text not null, owner text not null, lot text not null,
       serial text not null, inventory_status text not null, license_plate text not null,
       quantity_base bigint not null, reserved_base bigint not null default 0,
       primary key (warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate),
       constraint balance_below_zero check (${mayStand})`,
      'clustered',
    ],
  ]);
  await sql.raw(`insert into balance_new (${columns}) select ${columns} from balance`).execute(db);
  await sql.raw('drop table balance').execute(db);
  await sql.raw('alter table balance_new rename to balance').execute(db);
  for (const [name, on, where] of indexes) await createIndex(db, name, 'balance', on, where);
}

/** Those of the old table, which went with it. */
const indexes: readonly (readonly [name: string, columns: string, where?: string])[] = [
  ['balance_item', 'item_key, warehouse'],
  ['balance_plate', 'license_plate', "license_plate <> ''"],
  ['balance_lot', 'lot', "lot <> ''"],
  ['balance_serial', 'serial', "serial <> ''"],
];
