import { completeLimits, type Limits } from '#shared/command/limits.ts';
import type { Role } from '#shared/command/roles.ts';
import type { ShownPerson } from '#shared/people/person.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import type { AppTrx } from '../platform/store.ts';
import { findPerson } from './session.queries.ts';

const everyPerson = lockingStatement<object>()((k) => k.selectFrom('person').selectAll().orderBy('badge'));

/** A person as kept. The hashes go no further than whether there are any. */
export interface KeptPerson {
  readonly person: ShownPerson;
  readonly version: number;
  readonly hasPin: boolean;
  readonly hasPassword: boolean;
  readonly lockedUntil: number | null;
}

export async function keptPerson(read: Runner, badge: string): Promise<KeptPerson | null> {
  const row = await read.one(findPerson, { badge });
  return row ? keptFrom(row) : null;
}

export async function everybody(read: Runner): Promise<KeptPerson[]> {
  return (await read.all(everyPerson.read, {})).map(keptFrom);
}

/** Everybody, and nobody else changes anybody until the transaction ends: there is always an administrator left. */
export async function lockEverybody(trx: AppTrx): Promise<KeptPerson[]> {
  await lockFirst(trx, everyPerson, {});
  return everybody(trx);
}

/** Hashes of new secrets; null takes a secret away, undefined leaves it. */
export interface NewSecrets {
  readonly pinHash: string | null | undefined;
  readonly passwordHash: string | null | undefined;
}

/** Keeps a person; false where another made one with the same badge meanwhile. A new secret unlocks the badge. */
export async function keepPerson(
  trx: AppTrx,
  { badge, name, language, roles, limits }: ShownPerson,
  version: number,
  { pinHash, passwordHash }: NewSecrets,
): Promise<boolean> {
  const isUnlocked = pinHash !== undefined || passwordHash !== undefined;
  const columns = {
    name,
    language,
    roles: JSON.stringify(roles),
    limits: JSON.stringify(limits),
    version,
    ...(pinHash !== undefined && { pin_hash: pinHash }),
    ...(passwordHash !== undefined && { password_hash: passwordHash }),
    ...(isUnlocked && { failed_attempts: 0, locked_until: null }),
  };
  if (version > 1) {
    await trx.k.updateTable('person').set(columns).where('badge', '=', badge).execute();
    return true;
  }
  const made = await trx.k
    .insertInto('person')
    .values({ badge, failed_attempts: 0, ...columns })
    .onConflict((conflict) => conflict.column('badge').doNothing())
    .returning('badge')
    .execute();
  return made.length > 0;
}

/** What was done in these sessions and is still on its way is kept for a supervisor. */
export async function revokeSessions(trx: AppTrx, badge: string): Promise<void> {
  await trx.k
    .updateTable('session')
    .set({ revoked_at: trx.now })
    .where('badge', '=', badge)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', trx.now)
    .execute();
}

/** Whoever is signed in has to sign in again; what they did still counts. The session of `but` goes on. */
export async function endSessions(trx: AppTrx, badge: string, but: string): Promise<void> {
  await trx.k
    .updateTable('session')
    .set({ ended_at: trx.now })
    .where('badge', '=', badge)
    .where('id', '<>', but)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', trx.now)
    .execute();
}

/** Which of these warehouses exist. */
export async function warehousesAmong(read: Runner, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await read.k.selectFrom('warehouse').select('code').where('code', 'in', codes).execute();
  return rows.map(({ code }) => code);
}

interface PersonColumns {
  readonly badge: string;
  readonly name: string;
  readonly language: string;
  readonly roles: string;
  readonly limits: string;
  readonly pin_hash: string | null;
  readonly password_hash: string | null;
  readonly locked_until: number | null;
  readonly version: number;
}

function keptFrom(row: PersonColumns): KeptPerson {
  const person = {
    badge: row.badge,
    name: row.name,
    language: row.language,
    roles: JSON.parse(row.roles) as Record<string, Role>,
    limits: completeLimits(JSON.parse(row.limits) as Partial<Limits>),
  };
  return {
    person,
    version: row.version,
    hasPin: row.pin_hash !== null,
    hasPassword: row.password_hash !== null,
    lockedUntil: row.locked_until,
  };
}
