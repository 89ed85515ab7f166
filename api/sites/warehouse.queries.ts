import { handsType } from '#shared/ledger/location-type.ts';
import type { ShownWarehouse } from '#shared/sites/warehouse.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import type { AppTrx } from '../platform/store.ts';

const warehouseRow = lockingStatement<{ code: string }>()((k, p) =>
  k.selectFrom('warehouse').selectAll().where('code', '=', p('code')),
);

export interface KeptWarehouse {
  readonly warehouse: ShownWarehouse;
  readonly version: number;
}

export async function keptWarehouse(read: Runner, code: string): Promise<KeptWarehouse | null> {
  const row = await read.one(warehouseRow.read, { code });
  if (!row) return null;
  return { warehouse: { code: row.code, name: row.name, timeZone: row.time_zone }, version: row.version };
}

/** The same, and nobody else changes it or its locations until the transaction ends. */
export async function lockWarehouse(trx: AppTrx, code: string): Promise<KeptWarehouse | null> {
  await lockFirst(trx, warehouseRow, { code });
  return keptWarehouse(trx, code);
}

/** Every warehouse with how many locations it has. */
export function warehouses(read: Runner) {
  return read.k
    .selectFrom('warehouse as w')
    .select((eb) => [
      'w.code',
      'w.name',
      'w.time_zone',
      eb
        .selectFrom('location as l')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('l.warehouse', '=', 'w.code')
        .where('l.type', '<>', handsType)
        .as('locations'),
    ])
    .orderBy('w.code')
    .execute();
}

/** Keeps a warehouse; false where another made one of the same code meanwhile. */
export async function keepWarehouse(
  trx: AppTrx,
  { code, name, timeZone }: ShownWarehouse,
  version: number,
): Promise<boolean> {
  const columns = { name, time_zone: timeZone, version };
  trx.memory.clear();
  if (version > 1) {
    await trx.k.updateTable('warehouse').set(columns).where('code', '=', code).execute();
    return true;
  }
  const made = await trx.k
    .insertInto('warehouse')
    .values({ code, ...columns })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('code')
    .execute();
  return made.length > 0;
}
