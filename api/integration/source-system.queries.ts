import type { SourceSystem } from '#shared/integration/source-system.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { comingStatuses } from '../platform/facts/coming-orders.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import type { AppTrx } from '../platform/store.ts';

const systemRow = statement<{ code: string }>()((k, p) =>
  k.selectFrom('source_system').selectAll().where('code', '=', p('code')),
);

const everySystem = lockingStatement<object>()((k) => k.selectFrom('source_system').selectAll().orderBy('code'));

/** A source system with all its settings, and the version of its row; null when there is none of the code. */
export async function sourceSystem(read: Runner, code: string): Promise<KeptSystem | null> {
  const row = await read.one(systemRow, { code });
  return row ? keptSystem(row) : null;
}

/** All of them, and nobody else changes one until the transaction ends: no owner may belong to two. */
export async function lockSourceSystems(trx: AppTrx): Promise<KeptSystem[]> {
  await lockFirst(trx, everySystem, {});
  return sourceSystems(trx);
}

export async function sourceSystems(read: Runner): Promise<KeptSystem[]> {
  return (await read.all(everySystem.read, {})).map(keptSystem);
}

export interface KeptSystem {
  readonly system: SourceSystem;
  readonly version: number;
}

/** Keeps a source system; false where another made one of the same code meanwhile. */
export async function keepSourceSystem(trx: AppTrx, { system, version }: KeptSystem): Promise<boolean> {
  const { code, name, warehouses, owners, ...settings } = system;
  trx.memory.clear();
  const columns = {
    name,
    warehouses: JSON.stringify(warehouses),
    owners: JSON.stringify(owners),
    settings: JSON.stringify(settings),
    version,
  };
  if (version > 1) {
    await trx.k.updateTable('source_system').set(columns).where('code', '=', code).execute();
    return true;
  }
  const made = await trx.k
    .insertInto('source_system')
    .values({ code, ...columns })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('code')
    .execute();
  return made.length > 0;
}

/** Which of these warehouses exist. */
export async function existingWarehouses(read: Runner, codes: readonly string[] | null): Promise<string[]> {
  if (codes?.length === 0) return [];
  const every = read.k.selectFrom('warehouse').select('code').orderBy('code');
  const rows = await (codes === null ? every : every.where('code', 'in', codes)).execute();
  return rows.map(({ code }) => code);
}

/** Orders of a source system that devices keep: those that can be received, and those whose load is to be completed. */
export function ordersAtDock(read: Runner, code: string) {
  return read.k
    .selectFrom('inbound_order as o')
    .select(['o.order_key', 'o.warehouse'])
    .where('o.source_system', '=', code)
    .where((eb) =>
      eb.or([
        eb('o.status', 'in', comingStatuses),
        eb.exists(
          eb
            .selectFrom('inbound_shipment as s')
            .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
            .select('s.load_number')
            .whereRef('s.order_key', '=', 'o.order_key')
            .where('d.status', '=', 'open'),
        ),
      ]),
    )
    .execute();
}

export function loadsAtDock(read: Runner, code: string) {
  return read.k
    .selectFrom('inbound_load')
    .select(['load_number', 'warehouse'])
    .where('source_system', '=', code)
    .where('status', '=', 'open')
    .execute();
}

/** Shipments of a source system that are in the building. */
export function shipmentsOnFloor(read: Runner, code: string) {
  return read.k
    .selectFrom('outbound_shipment')
    .select(['shipment', 'warehouse'])
    .where('source_system', '=', code)
    .where('status', 'not in', ['shipped', 'cancelled'])
    .execute();
}

/** Orders of a source system that want goods as they come in. */
export async function ordersWantingArrivals(read: Runner, code: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select('l.order_key')
    .distinct()
    .where('o.source_system', '=', code)
    .where('l.status', '=', 'open')
    .where('l.cross_dock_source', 'is not', null)
    .execute();
  return rows.map(({ order_key: orderKey }) => orderKey);
}

/** Owners of these who have goods of this source system in the building. */
export async function ownersWithStock(read: Runner, code: string, owners: readonly string[]): Promise<string[]> {
  if (owners.length === 0) return [];
  const rows = await read.k
    .selectFrom('balance')
    .select('owner')
    .distinct()
    .where('owner', 'in', owners)
    .where('item_key', '>=', `${code}:`)
    .where('item_key', '<', `${code};`)
    .where('quantity_base', '<>', 0)
    .execute();
  return rows.map(({ owner }) => owner);
}

function keptSystem(row: {
  readonly code: string;
  readonly name: string;
  readonly settings: string;
  readonly warehouses: string;
  readonly owners: string;
  readonly version: number;
}): KeptSystem {
  const system = {
    code: row.code,
    name: row.name,
    warehouses: JSON.parse(row.warehouses) as string[],
    owners: JSON.parse(row.owners) as string[],
    ...settingsFrom(row.settings),
  };
  return { system, version: row.version };
}
