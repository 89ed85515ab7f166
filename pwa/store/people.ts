import type { TallymanDatabase } from './database.ts';
import type { Environment } from './environment.ts';

/** What the server says at sign-in, as far as the device needs it. */
export interface Signed {
  readonly session: string;
  readonly operator: { readonly badge: string; readonly name: string; readonly language: string };
  readonly permits: readonly string[];
  readonly warehouses: readonly { readonly code: string; readonly name: string; readonly timeZone: string }[];
}

/**
 * Somebody who signed in on this device, kept for a day so that the PIN opens it without a network. The PIN itself is
 * never kept, only a slow hash of it with a salt of its own.
 */
export interface KnownPerson {
  readonly badge: string;
  readonly signed: Signed;
  readonly salt: string;
  readonly pinHash: string;
  readonly knownUntilMs: number;
  readonly wrongPins: number;
  readonly lockedUntilMs: number;
}

const rememberedMs = 24 * 60 * 60 * 1000;
const wrongPinsBeforeLock = 5;
const lockMs = 5 * 60 * 1000;

type Needs = Pick<Environment, 'clock' | 'random' | 'slowHash'>;

/** Keeps who signed in just now for unlocking without a network. */
export async function rememberPerson(
  database: TallymanDatabase,
  environment: Needs,
  signed: Signed,
  pin: string,
): Promise<void> {
  const salt = [...environment.random.bytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const pinHash = await environment.slowHash(pin, salt);
  const knownUntilMs = environment.clock.now() + rememberedMs;
  const { badge } = signed.operator;
  await database.put('people', { badge, signed, salt, pinHash, knownUntilMs, wrongPins: 0, lockedUntilMs: 0 });
}

/** The result of an unlocking without a network: who it is, or the code of why not. */
export type Unlocked =
  | { readonly signed: Signed }
  | { readonly code: 'signIn.offlineUnknown' | 'signIn.wrongPin' }
  | { readonly code: 'signIn.locked'; readonly params: { readonly minutes: number } };

/** Opens the device for somebody who signed in on it within a day. Five wrong PINs lock for five minutes. */
export async function unlock(
  database: TallymanDatabase,
  environment: Needs,
  badge: string,
  pin: string,
): Promise<Unlocked> {
  const now = environment.clock.now();
  const person = await database.get('people', badge);
  if (!person || person.knownUntilMs <= now) return { code: 'signIn.offlineUnknown' };
  if (person.lockedUntilMs > now) {
    return { code: 'signIn.locked', params: { minutes: Math.ceil((person.lockedUntilMs - now) / 60_000) } };
  }
  if ((await environment.slowHash(pin, person.salt)) === person.pinHash) {
    await database.put('people', { ...person, wrongPins: 0, lockedUntilMs: 0 });
    return { signed: person.signed };
  }
  const wrongPins = person.wrongPins + 1;
  const isLocked = wrongPins >= wrongPinsBeforeLock;
  const lockedUntilMs = isLocked ? now + lockMs : 0;
  await database.put('people', { ...person, wrongPins: isLocked ? 0 : wrongPins, lockedUntilMs });
  return { code: 'signIn.wrongPin' };
}

/** Removes those whose day is over. */
export async function forgetPeople(database: TallymanDatabase, now: number): Promise<void> {
  for (const person of await database.getAll('people')) {
    if (person.knownUntilMs <= now) await database.delete('people', person.badge);
  }
}
