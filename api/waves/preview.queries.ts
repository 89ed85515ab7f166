import type { Runner } from '../platform/db/connection.ts';
import { openStatus, pickType } from '../platform/facts/literals.ts';

/** Where each location of a warehouse stands. */
export function placesOf(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('location')
    .select(['code', 'zone', 'walk_sequence'])
    .where('warehouse', '=', warehouse)
    .execute();
}

/** How many people have pick work that they were heard of since `since` (ms). */
export async function pickersNow(read: Runner, warehouse: string, since: number): Promise<number> {
  const row = await read.k
    .selectFrom('work')
    .select((eb) => eb.fn.count<number>('claimed_by').distinct().as('people'))
    .where('warehouse', '=', warehouse)
    .where('type', '=', pickType)
    .where('status', '=', openStatus)
    .where('claimed_at', '>', since)
    .executeTakeFirst();
  return Number(row?.people ?? 0);
}
