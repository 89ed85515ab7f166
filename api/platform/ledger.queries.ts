import type { Kysely } from 'kysely';
import type { Dialect } from './db/connection.ts';
import { settingOf } from './db/json.ts';
import { lockingStatement } from './db/locking.ts';
import type { Database } from './db/schema.ts';
import { type ParameterOf, type Statement, statement } from './db/statement.ts';
import type { LedgerEntry } from './published-row.ts';

interface BalanceKey {
  warehouse: string;
  location: string;
  itemKey: string;
  owner: string;
  lot: string;
  serial: string;
  inventoryStatus: string;
  licensePlate: string;
}

export const insertEntry = statement<LedgerEntry>()((k, p) =>
  k.insertInto('ledger_entry').values({
    id: p('id'),
    command_id: p('command_id'),
    warehouse: p('warehouse'),
    item_key: p('item_key'),
    owner: p('owner'),
    lot: p('lot'),
    serial: p('serial'),
    quantity_base: p('quantity_base'),
    from_location: p('from_location'),
    from_plate: p('from_plate'),
    from_status: p('from_status'),
    to_location: p('to_location'),
    to_plate: p('to_plate'),
    to_status: p('to_status'),
    reason: p('reason'),
    reason_code: p('reason_code'),
    corrects: p('corrects'),
    coverage: p('coverage'),
    operator: p('operator'),
    device: p('device'),
    occurred_at: p('occurred_at'),
    recorded_at: p('recorded_at'),
    channel: p('channel'),
    unit: p('unit'),
  }),
);

/** Adds stock to a place; `reservedBase` of it is promised to orders. */
export const addToBalance = statement<AddedStock>()((k, p) => addingTo(k, p));

/** The same where the place may have owed it. Answers what is there then, which costs as much again. */
export const settleBalance = statement<AddedStock>()((k, p) => addingTo(k, p).returning('quantity_base'));

type AddedStock = BalanceKey & { readonly quantityBase: number; readonly reservedBase: number };

function addingTo(k: Kysely<Database>, p: ParameterOf<AddedStock>, isUnpromised = false) {
  return k
    .insertInto('balance')
    .values({
      warehouse: p('warehouse'),
      location: p('location'),
      item_key: p('itemKey'),
      owner: p('owner'),
      lot: p('lot'),
      serial: p('serial'),
      inventory_status: p('inventoryStatus'),
      license_plate: p('licensePlate'),
      quantity_base: p('quantityBase'),
      reserved_base: p('reservedBase'),
    })
    .onConflict((conflict) => {
      const added = conflict
        .columns(['warehouse', 'location', 'item_key', 'owner', 'lot', 'serial', 'inventory_status', 'license_plate'])
        .doUpdateSet((eb) => ({
          quantity_base: eb('balance.quantity_base', '+', eb.ref('excluded.quantity_base')),
          reserved_base: eb('balance.reserved_base', '+', eb.ref('excluded.reserved_base')),
        }));
      return isUnpromised ? added.where('balance.reserved_base', '=', 0) : added;
    });
}

/** Whether a place's profile lets its stock go below zero. */
export const allowsNegative = statement<{ warehouse: string; location: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select('allows_negative')
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('location'))
    .where('allows_negative', '=', 1),
);

/** Changes a balance whatever is there, also below zero, where nothing of it is promised. Else it answers nothing. */
export const changeUnpromised = statement<AddedStock>()((k, p) => addingTo(k, p, true).returning('quantity_base'));

/**
 * Takes stock from a place, `reservedBase` of it promised to orders. Answers nothing where there is not that much, or
 * where it would take what is promised to others.
 */
export const takeFromBalance = statement<BalanceKey & { quantityBase: number; reservedBase: number }>()((k, p) =>
  k
    .updateTable('balance')
    .set((eb) => ({
      quantity_base: eb('quantity_base', '-', p('quantityBase')),
      reserved_base: eb('reserved_base', '-', p('reservedBase')),
    }))
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .where('item_key', '=', p('itemKey'))
    .where('owner', '=', p('owner'))
    .where('lot', '=', p('lot'))
    .where('serial', '=', p('serial'))
    .where('inventory_status', '=', p('inventoryStatus'))
    .where('license_plate', '=', p('licensePlate'))
    .where((eb) =>
      // With a column on each side: PostgreSQL cannot tell of what type the difference of two parameters is.
      eb(eb('quantity_base', '-', p('quantityBase')), '>=', eb('reserved_base', '-', p('reservedBase'))),
    )
    .where('reserved_base', '>=', p('reservedBase'))
    .returning('quantity_base'),
);

/** Promises goods of a place, or gives them back (negative). Answers nothing where not that much is free, or promised. */
export const changeReserved = statement<BalanceKey & { reservedBase: number }>()((k, p) =>
  k
    .updateTable('balance')
    .set((eb) => ({ reserved_base: eb('reserved_base', '+', p('reservedBase')) }))
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .where('item_key', '=', p('itemKey'))
    .where('owner', '=', p('owner'))
    .where('lot', '=', p('lot'))
    .where('serial', '=', p('serial'))
    .where('inventory_status', '=', p('inventoryStatus'))
    .where('license_plate', '=', p('licensePlate'))
    .where((eb) => eb.between(eb('reserved_base', '+', p('reservedBase')), eb.lit(0), eb.ref('quantity_base')))
    .returning('reserved_base'),
);

/** An empty place needs no row. */
export const dropEmptyBalance = statement<BalanceKey>()((k, p) =>
  k
    .deleteFrom('balance')
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .where('item_key', '=', p('itemKey'))
    .where('owner', '=', p('owner'))
    .where('lot', '=', p('lot'))
    .where('serial', '=', p('serial'))
    .where('inventory_status', '=', p('inventoryStatus'))
    .where('license_plate', '=', p('licensePlate'))
    .where('quantity_base', '=', 0)
    .where('reserved_base', '=', 0),
);

/** Notes that a change is to be told of, or was; changes nothing where that is noted already. */
export const openCoverage = statement<{ id: string; kind: string; state: string; channel: string }>()((k, p) =>
  k
    .insertInto('coverage')
    .values({ id: p('id'), kind: p('kind'), state: p('state'), document_number: null, channel: p('channel') })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** The channel that a source system has chosen for a direction; null where it has not chosen. */
export const chosenChannel: Readonly<Record<Dialect, Statement<ChannelOf, { channel: string | null }>>> = {
  sqlite: chosenChannelOn('sqlite'),
  postgres: chosenChannelOn('postgres'),
};

interface ChannelOf {
  sourceSystem: string;
  direction: string;
}

function chosenChannelOn(dialect: Dialect) {
  return statement<ChannelOf>()((k, p) =>
    k
      .selectFrom('source_system')
      .select(settingOf(dialect, 'quantityChannel', p('direction')).as('channel'))
      .where('code', '=', p('sourceSystem')),
  );
}

/** Locked by whoever adds so much that others have to see it first. */
export const scaleOfItem = lockingStatement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('item').select(['decimals', 'base_unit']).where('item_key', '=', p('itemKey')),
);

/** All that is there of an item, in all warehouses. */
export const onHandOfItem = statement<{ itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('quantity_base'), eb.lit(0)).as('quantity_base'))
    .where('item_key', '=', p('itemKey')),
);
