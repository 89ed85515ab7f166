import { completeLimits, type Limits, standardLimits } from '#shared/command/limits.ts';
import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

const limitsRow = statement<{ badge: string }>()((k, p) =>
  k.selectFrom('person').select('limits').where('badge', '=', p('badge')),
);

/** The roles of a person, JSON by warehouse. */
export const rolesOf = statement<{ badge: string }>()((k, p) =>
  k.selectFrom('person').select('roles').where('badge', '=', p('badge')),
);

/** How far a person may change stock alone, as it is when the command is judged. */
export async function limitsOf(read: Runner, badge: string): Promise<Limits> {
  const row = await read.one(limitsRow, { badge });
  return row ? completeLimits(JSON.parse(row.limits) as Partial<Limits>) : standardLimits;
}
