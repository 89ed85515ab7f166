import type { AppTrx } from '../platform/store.ts';

/**
 * Gives a person the role of an administrator in all warehouses, and a password that unlocks the badge. A person who does
 * not exist is made with the name; false where there is none. Their sessions end, since whoever has them may not be them.
 */
export async function putAdministrator(
  trx: AppTrx,
  asked: { readonly badge: string; readonly name: string | null; readonly passwordHash: string },
): Promise<boolean> {
  const { badge, name, passwordHash } = asked;
  const known = await trx.k
    .selectFrom('person')
    .select(['name', 'roles', 'version'])
    .where('badge', '=', badge)
    .execute();
  const [person] = known;
  if (!person && name === null) return false;
  const roles = { ...(person && (JSON.parse(person.roles) as Record<string, string>)), '*': 'administrator' };
  const columns = {
    name: name ?? person?.name ?? badge,
    roles: JSON.stringify(roles),
    password_hash: passwordHash,
    failed_attempts: 0,
    locked_until: null,
    version: (person?.version ?? 0) + 1,
  };
  if (person) {
    await trx.k.updateTable('person').set(columns).where('badge', '=', badge).execute();
    await trx.k
      .updateTable('session')
      .set({ ended_at: trx.now })
      .where('badge', '=', badge)
      .where('ended_at', 'is', null)
      .execute();
  } else {
    await trx.k
      .insertInto('person')
      .values({ badge, language: 'en', pin_hash: null, ...columns })
      .execute();
  }
  trx.publish({
    kind: 'audit',
    id: `administrator:${badge}:${columns.version}`,
    at: trx.now,
    actor: 'command line',
    action: person ? 'person.changed' : 'person.made',
    subject: `person/${badge}`,
    before: person ? { name: person.name, roles: JSON.parse(person.roles) } : null,
    after: { name: columns.name, roles, password: 'changed' },
    commandId: null,
  });
  return true;
}
