import type { Runner } from '../db/connection.ts';
import { lockFirst, lockingStatement } from '../db/locking.ts';
import { remembered } from '../db/remember.ts';
import { statement } from '../db/statement.ts';
import { localDay } from '../local-day.ts';
import type { AppTrx } from '../store.ts';

const zone = statement<{ warehouse: string }>()((k, p) =>
  k.selectFrom('warehouse').select('time_zone').where('code', '=', p('warehouse')),
);

const warehouseToLock = lockingStatement<{ code: string }>()((k, p) =>
  k.selectFrom('warehouse').select('code').where('code', '=', p('code')),
);

/** The time zone of a warehouse, such as `Europe/Berlin`; UTC where there is no such warehouse. */
export async function timeZoneOf(read: Runner, warehouse: string): Promise<string> {
  return remembered(
    read,
    `time zone ${warehouse}`,
    async () => (await read.one(zone, { warehouse }))?.time_zone ?? 'UTC',
  );
}

/** The day `YYYY-MM-DD` that an instant (ms since 1970) falls on where the warehouse is. */
export async function dayIn(read: Runner, warehouse: string, instant: number): Promise<string> {
  return localDay(instant, await timeZoneOf(read, warehouse));
}

const warehouses = statement<object>()((k) => k.selectFrom('warehouse').select('code').orderBy('code'));

export async function everyWarehouse(read: Runner): Promise<string[]> {
  return (await read.all(warehouses, {})).map(({ code }) => code);
}

export async function warehouseExists(read: Runner, code: string): Promise<boolean> {
  return (await read.one(warehouseToLock.read, { code })) !== undefined;
}

/** Nobody else changes what is set for the warehouse until the transaction ends; answers whether there is such a one. */
export async function lockWarehouse(trx: AppTrx, code: string): Promise<boolean> {
  await lockFirst(trx, warehouseToLock, { code });
  return warehouseExists(trx, code);
}
