import { hash } from 'node:crypto';
import { permitsOf, type Role } from '#shared/command/roles.ts';
import { findKey, findSessionById, findSessionByToken } from './auth.queries.ts';
import type { Runner } from './db/connection.ts';
import type { Caller, Person } from './http/caller.ts';
import type { Author, FindAuthor } from './pipeline.ts';

/** How long a proved credential is believed without looking again: what is revoked stops within this, on every node. */
const believedMs = 1000;
const believedAtMost = 5000;

/** Keys and tokens are random and long, so one round of SHA-256 keeps them; they are looked up by the hash. */
export function tokenHash(token: string): string {
  return hash('sha256', token);
}

/** Proves bearer tokens: keys of machines, sessions of people. */
export class Credentials {
  readonly #read: Runner;
  readonly #now: () => number;
  readonly #believed = new Map<string, { readonly caller: Caller; readonly until: number }>();
  #keyUses = new Map<string, number>();

  constructor(read: Runner, now: () => number) {
    this.#read = read;
    this.#now = now;
  }

  /** The caller of a token, or undefined when it is unknown, expired, ended or revoked. */
  async callerOf(token: string): Promise<Caller | undefined> {
    const key = tokenHash(token);
    const known = this.#believed.get(key);
    if (known && known.until > this.#now()) return known.caller;
    const caller = (await this.#machineOf(key)) ?? (await this.#personOf(key));
    if (this.#believed.size > believedAtMost) this.#believed.clear();
    if (caller) this.#believed.set(key, { caller, until: this.#now() + believedMs });
    else this.#believed.delete(key);
    return caller;
  }

  /** After a session or key changed on this node: look again at once. */
  forget(): void {
    this.#believed.clear();
  }

  /** Keys that were looked up since this was asked last, and when: one that is used is looked up every second. */
  takeKeyUses(): ReadonlyMap<string, number> {
    const uses = this.#keyUses;
    this.#keyUses = new Map();
    return uses;
  }

  async #machineOf(keyHash: string): Promise<Caller | undefined> {
    const row = await this.#read.one(findKey, { hash: keyHash });
    const isValid = row && row.revoked_at === null && (row.expires_at === null || row.expires_at > this.#now());
    if (!isValid) return undefined;
    this.#keyUses.set(row.id, this.#now());
    return {
      kind: 'machine',
      key: row.id,
      scopes: JSON.parse(row.scopes) as string[],
      sourceSystem: row.source_system,
    };
  }

  async #personOf(keyHash: string): Promise<Caller | undefined> {
    const row = await this.#read.one(findSessionByToken, { hash: keyHash });
    const isOver = !row || row.ended_at !== null || row.revoked_at !== null || row.expires_at <= this.#now();
    return isOver ? undefined : personOf(row);
  }
}

/** The author of commands made in an earlier session: one that has ended since is as good, a revoked one is marked. */
export const findAuthor: FindAuthor = async (trx, session) => {
  const row = await trx.one(findSessionById, { id: session });
  return row && authorOf(personOf(row));
};

/** A person as the author of commands. */
export function authorOf(person: Person): Author {
  const known = new Map<string, readonly string[]>();
  return {
    operator: person.operator,
    session: person.session,
    isRevoked: person.isRevoked,
    permitsIn: (warehouse) => {
      const permits = known.get(warehouse) ?? permitsIn(person, warehouse);
      known.set(warehouse, permits);
      return permits;
    },
  };
}

/** What a person may do in a warehouse. */
export function permitsIn(person: Pick<Person, 'roles'>, warehouse: string): readonly string[] {
  // Whoever asks may call a warehouse anything, `constructor` too.
  const own = Object.hasOwn(person.roles, warehouse) ? person.roles[warehouse] : undefined;
  const held = [own, person.roles['*']].filter((role) => role !== undefined);
  return held.flatMap((role) => permitsOf(role));
}

/** The server itself: messages and jobs. */
export const server: Author = { operator: 'server', session: null, isRevoked: false, permitsIn: () => ['*'] };

interface SessionRow {
  readonly id: string;
  readonly badge: string;
  readonly device: string;
  readonly revoked_at: number | null;
  readonly roles: string;
}

function personOf(row: SessionRow): Person {
  return {
    kind: 'person',
    operator: row.badge,
    session: row.id,
    device: row.device,
    isRevoked: row.revoked_at !== null,
    roles: JSON.parse(row.roles) as Record<string, Role>,
  };
}
