import { problem } from '#shared/kernel/problem.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { isSecret } from '../platform/secrets.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { countFailure, findPerson, lockBadge, lockedUntil } from './session.queries.ts';

const attemptsBeforeLock = 5;
const lockMs = 5 * 60 * 1000;

/**
 * The person whose badge and secret these are. 401 `session.wrong_credentials` for nobody's, 429 `session.locked` after
 * too many wrong ones in a row.
 */
export async function provePerson(
  services: Pick<Services, 'store' | 'clock'>,
  given: { readonly badge: string; readonly pin?: string | undefined; readonly password?: string | undefined },
) {
  const { badge, pin, password } = given;
  const person = await services.store.read.one(findPerson, { badge });
  refuseLocked(person?.locked_until ?? null, services.clock.now());
  const stored = pin === undefined ? (person?.password_hash ?? null) : (person?.pin_hash ?? null);
  if ((await isSecret(pin ?? password ?? '', stored)) && person) return person;
  if (person) await noteWrongSecret(services, badge);
  throw new HttpProblem(401, problem('session.wrong_credentials'));
}

function refuseLocked(lockedUntil: number | null, now: number): void {
  if (lockedUntil === null || lockedUntil <= now) return;
  const minutes = Math.ceil((lockedUntil - now) / 60_000);
  const retryAfter = String(Math.ceil((lockedUntil - now) / 1000));
  throw new HttpProblem(429, problem('session.locked', { minutes }), { 'retry-after': retryAfter });
}

/**
 * Five wrong secrets in a row lock the badge. Guesses that were made at the same moment are refused like any other once
 * the badge is locked, the right one among them too: nobody learns from the answer which it was.
 */
async function noteWrongSecret(services: Pick<Services, 'store'>, badge: string): Promise<void> {
  await services.store.write(async (trx) => {
    const counted = await trx.one(countFailure, { badge, at: trx.now });
    if (!counted) return refuseBadge(trx, badge);
    if (counted.failed_attempts >= attemptsBeforeLock) await trx.one(lockBadge, { badge, until: trx.now + lockMs });
  });
}

export async function refuseBadge(trx: AppTrx, badge: string): Promise<void> {
  refuseLocked((await trx.one(lockedUntil, { badge }))?.locked_until ?? null, trx.now);
}
