import type { LocationState } from '#shared/ledger/fits.ts';
import { handsType } from '#shared/ledger/location-type.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { limitsOf } from '../platform/facts/locations.queries.ts';

const place = statement<{ warehouse: string; code: string }>()((k, p) =>
  k
    .selectFrom('location')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('code'))
    .where('type', '<>', handsType),
);

/**
 * A location without what stands there, for rules that only ask whether it exists and what it is for. Hands are none:
 * goods come into them and leave them by picking alone.
 */
export async function findPlace(read: Runner, warehouse: string, code: string): Promise<LocationState | null> {
  const row = await read.one(place, { warehouse, code });
  if (!row) return null;
  return {
    code: row.code,
    type: row.type,
    zone: row.zone,
    walkSequence: row.walk_sequence,
    isActive: row.active === 1,
    ...limitsOf(row),
    plates: 0,
    hasLoose: false,
    contents: [],
  };
}
