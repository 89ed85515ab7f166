import type { Command } from '#shared/command/envelope.ts';
import { isPermitted, type Role } from '#shared/command/roles.ts';
import { type AssignWorkBody, type AssignWorkFacts, assignWork, decideAssignWork } from '#shared/waves/assign-work.ts';
import type { PickerList } from '#shared/waves/console.ts';
import { permitsIn } from '../platform/auth.ts';
import type { Runner } from '../platform/db/connection.ts';
import { rolesOf } from '../platform/facts/people.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { everybody, setClaimant, worksClaimed } from './supervised-work.queries.ts';
import { workFacts } from './supervised-work.ts';

export const assignWorkHandler = handler({
  operation: assignWork,
  facts,
  decide: decideAssignWork,
  apply: async (trx, { warehouse, body: { badge } }, { plan: { work } }) => {
    await trx.one(setClaimant, { work, badge, at: trx.now });
    trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
    return undefined;
  },
});

async function facts(trx: AppTrx, command: Command<AssignWorkBody>): Promise<AssignWorkFacts> {
  const person = await trx.one(rolesOf, { badge: command.body.badge });
  return {
    ...(await workFacts(trx, command)),
    mayPick: person !== undefined && mayPick(person.roles, command.warehouse),
  };
}

/** Who may pick in a warehouse, and how much each has to do already. */
export async function readPickers(read: Runner, warehouse: string): Promise<PickerList> {
  const claimed = new Map((await read.all(worksClaimed, { warehouse })).map((row) => [row.claimed_by, row.works]));
  const people = (await read.all(everybody, {})).filter(({ roles }) => mayPick(roles, warehouse));
  return { items: people.map(({ badge, name }) => ({ badge, name, works: Number(claimed.get(badge) ?? 0) })) };
}

function mayPick(roles: string, warehouse: string): boolean {
  const person = { roles: JSON.parse(roles) as Readonly<Record<string, Role>> };
  return isPermitted(permitsIn(person, warehouse), 'picking.claim');
}
