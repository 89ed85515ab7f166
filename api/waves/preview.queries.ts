import type { Runner } from '../platform/db/connection.ts';

/** Where each location of a warehouse stands. */
export function placesOf(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('location')
    .select(['code', 'zone', 'walk_sequence'])
    .where('warehouse', '=', warehouse)
    .execute();
}
