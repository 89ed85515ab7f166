import { sql } from 'kysely';
import type { Dialect } from './db/connection.ts';
import { settingOf } from './db/json.ts';
import { lockingStatement } from './db/locking.ts';
import { type ParameterOf, type Statement, statement } from './db/statement.ts';

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

interface EntryParameters {
  id: string;
  commandId: string;
  warehouse: string;
  itemKey: string;
  owner: string;
  lot: string | null;
  serial: string | null;
  quantityBase: number;
  fromLocation: string;
  fromPlate: string | null;
  fromStatus: string;
  toLocation: string;
  toPlate: string | null;
  toStatus: string;
  reason: string;
  reasonCode: string | null;
  corrects: string | null;
  coverage: string | null;
  operator: string;
  device: string;
  occurredAt: number;
  recordedAt: number;
  /** Null for the one in force. */
  channel: string | null;
  sourceSystem: string;
  direction: string;
}

/** Writes an entry; answers the channel it is told through, and the item's base unit as it is now. */
export const insertEntry: Readonly<Record<Dialect, Statement<EntryParameters, { channel: string; unit: string }>>> = {
  sqlite: insertEntryOn('sqlite'),
  postgres: insertEntryOn('postgres'),
};

function insertEntryOn(dialect: Dialect) {
  return statement<EntryParameters>()((k, p) =>
    k
      .insertInto('ledger_entry')
      .values({
        id: p('id'),
        command_id: p('commandId'),
        warehouse: p('warehouse'),
        item_key: p('itemKey'),
        owner: p('owner'),
        lot: p('lot'),
        serial: p('serial'),
        quantity_base: p('quantityBase'),
        from_location: p('fromLocation'),
        from_plate: p('fromPlate'),
        from_status: p('fromStatus'),
        to_location: p('toLocation'),
        to_plate: p('toPlate'),
        to_status: p('toStatus'),
        reason: p('reason'),
        reason_code: p('reasonCode'),
        corrects: p('corrects'),
        coverage: p('coverage'),
        operator: p('operator'),
        device: p('device'),
        occurred_at: p('occurredAt'),
        recorded_at: p('recordedAt'),
        channel: sql<string>`coalesce(cast(${p('channel')} as text), ${channelInForce(dialect, p)})`,
        unit: sql<string>`(select base_unit from item where item_key = ${p('itemKey')})`,
      })
      .returning([sql<string>`channel`.as('channel'), sql<string>`unit`.as('unit')]),
  );
}

/** Adds stock to a place. */
export const addToBalance = statement<BalanceKey & { quantityBase: number }>()((k, p) =>
  k
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
    })
    .onConflict((conflict) =>
      conflict
        .columns(['warehouse', 'location', 'item_key', 'owner', 'lot', 'serial', 'inventory_status', 'license_plate'])
        .doUpdateSet((eb) => ({ quantity_base: eb('balance.quantity_base', '+', eb.ref('excluded.quantity_base')) })),
    ),
);

/** Takes stock from a place; answers nothing where there is not that much. */
export const takeFromBalance = statement<BalanceKey & { quantityBase: number }>()((k, p) =>
  k
    .updateTable('balance')
    .set((eb) => ({ quantity_base: eb('quantity_base', '-', p('quantityBase')) }))
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .where('item_key', '=', p('itemKey'))
    .where('owner', '=', p('owner'))
    .where('lot', '=', p('lot'))
    .where('serial', '=', p('serial'))
    .where('inventory_status', '=', p('inventoryStatus'))
    .where('license_plate', '=', p('licensePlate'))
    .where('quantity_base', '>=', p('quantityBase'))
    .returning('quantity_base'),
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

interface CoverageParameters {
  id: string;
  kind: string;
  sourceSystem: string;
  direction: string;
}

/**
 * Notes that a change is to be told of; answers its channel. By the update log it is told of as it is made, by documents
 * it waits for one. What was noted before stays as it is.
 */
export const openCoverage: Readonly<Record<Dialect, Statement<CoverageParameters, { channel: string }>>> = {
  sqlite: openCoverageOn('sqlite'),
  postgres: openCoverageOn('postgres'),
};

function openCoverageOn(dialect: Dialect) {
  return statement<CoverageParameters>()((k, p: ParameterOf<CoverageParameters>) => ({
    compile: () =>
      sql<{ channel: string }>`
        insert into coverage (id, kind, state, document_number, channel)
        select cast(${p('id')} as text),
          case when f.channel = 'update-log' then ${sql.lit(updateLog)} else cast(${p('kind')} as text) end,
          case when f.channel = 'update-log' then 'reported' else 'pending' end, null, f.channel
        from (select ${channelInForce(dialect, p)} as channel) as f where true
        on conflict (id) do update set channel = coverage.channel returning channel`.compile(k),
  }));
}

/** What a change that the update log has told of is covered by. */
const updateLog = 'inventory-update-log';

/** The channel that a source system has chosen for a direction; documents, unless it has chosen. */
function channelInForce(dialect: Dialect, p: ParameterOf<{ sourceSystem: string; direction: string }>) {
  const chosen = settingOf(dialect, 'quantityChannel', p('direction'));
  return sql<string>`coalesce((select ${chosen} from source_system where code = ${p('sourceSystem')}), 'documents')`;
}

export const decimalsOfItem = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('item').select('decimals').where('item_key', '=', p('itemKey')),
);

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
