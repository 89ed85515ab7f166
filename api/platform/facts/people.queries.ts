import { completeLimits, type Limits, standardLimits } from '#shared/command/limits.ts';
import { isPermitted, type Role } from '#shared/command/roles.ts';
import { permitsIn } from '../auth.ts';
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

/** Whether a person may do something in a warehouse, as their roles are when the command is judged. */
export async function mayDo(
  read: Runner,
  who: { readonly operator: string; readonly warehouse: string },
  operation: string,
): Promise<boolean> {
  const row = await read.one(rolesOf, { badge: who.operator });
  const roles = JSON.parse(row?.roles ?? '{}') as Readonly<Record<string, Role>>;
  return isPermitted(permitsIn({ roles }, who.warehouse), operation);
}

/** What people are called, by their badges. */
export async function namesOf(read: Runner, badges: readonly string[]): Promise<Map<string, string>> {
  if (badges.length === 0) return new Map();
  const rows = await read.k.selectFrom('person').select(['badge', 'name']).where('badge', 'in', badges).execute();
  return new Map(rows.map(({ badge, name }) => [badge, name]));
}
