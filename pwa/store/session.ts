import type { Problem, ProblemParams } from '#shared/kernel/problem.ts';
import { noteClock } from './clock-offset.ts';
import { type Meta, readMeta, type TallymanDatabase, writeMeta } from './database.ts';
import { deviceName } from './device.ts';
import type { Environment, NetworkAnswer } from './environment.ts';
import { withPatience } from './patience.ts';
import { rememberPerson, type Signed, unlock } from './people.ts';
import { takePlateRange } from './plates.ts';

/** Who works on the device, in which warehouse. */
export interface Session extends Signed {
  readonly warehouse: string;
}

/** Why somebody was not let in: a key of the locale tables or a problem code of the server. */
export interface NotSignedIn {
  readonly code: string;
  readonly params?: ProblemParams;
}

export type SignedIn = { readonly session: Session; readonly isOffline: boolean } | NotSignedIn;

/** The answer of `POST /api/session`. */
interface SessionAnswer extends Signed {
  readonly token: string;
  readonly lastSequence?: number;
  readonly licensePlates?: { readonly from: number; readonly to: number };
  readonly serverTime?: string;
}

const patienceMs = 8000;

/**
 * Badge and PIN, asked of the server; where no answer comes, of the device itself. A person who was let in offline works
 * under the session of their last sign-in, which stays valid for what they do, so nothing is sent under another's name.
 */
export async function signIn(
  database: TallymanDatabase,
  environment: Environment,
  badge: string,
  pin: string,
): Promise<SignedIn> {
  const answer = await ask(database, environment, badge, pin);
  if (answer === null || answer.status >= 500) {
    const opened = await unlock(database, environment, badge, pin);
    if (!('signed' in opened)) return opened;
    return { session: await begin(database, opened.signed), isOffline: true };
  }
  if (answer.status !== 200) {
    const { code, params } = (answer.body ?? {}) as Partial<Problem> & { code?: string };
    return { code: code ?? 'signIn.refused', ...(params && { params }) };
  }
  const signed = answer.body as SessionAnswer;
  await takeOver(database, signed);
  await rememberPerson(database, environment, onlyWhatIsKept(signed), pin);
  return { session: await begin(database, signed), isOffline: false };
}

/** The token stays out of the storage: the browser's own cookie, which no script can read, speaks for the device. */
function onlyWhatIsKept({ session, operator, permits, warehouses }: Signed): Signed {
  return { session, operator, permits, warehouses };
}

async function ask(
  database: TallymanDatabase,
  environment: Environment,
  badge: string,
  pin: string,
): Promise<NetworkAnswer | null> {
  const device = await deviceName(database, environment.random);
  const enrolment = await readMeta(database, 'enrolment');
  const sentMs = environment.clock.now();
  const answer = await withPatience(
    environment,
    environment.network({
      method: 'POST',
      path: '/api/session',
      body: { badge, pin, device, ...(enrolment && { enrolment }) },
    }),
    patienceMs,
  );
  const { serverTime } = (answer?.status === 200 ? answer.body : {}) as Partial<SessionAnswer>;
  if (serverTime !== undefined) {
    const receivedMs = environment.clock.now();
    await noteClock(database, { sentMs, receivedMs, serverMs: Date.parse(serverTime), grainMs: 1 });
  }
  return answer;
}

async function takeOver(database: TallymanDatabase, signed: SessionAnswer): Promise<void> {
  await writeMeta(database, 'cookieSession', signed.session);
  await writeMeta(database, 'cookieBadge', signed.operator.badge);
  await database.delete('meta', 'enrolment');
  if (signed.licensePlates) await takePlateRange(database, signed.licensePlates);
  // Storage restored from an older copy: numbers that the server has seen are used, whatever this storage remembers.
  const last = (await readMeta(database, 'lastSequence')) ?? 0;
  const seen = signed.lastSequence ?? 0;
  if (seen > last) await writeMeta(database, 'lastSequence', seen);
}

async function begin(database: TallymanDatabase, signed: Signed): Promise<Session> {
  const before = await readMeta(database, 'signedIn');
  const codes = signed.warehouses.map(({ code }) => code);
  const warehouse = before && codes.includes(before.warehouse) ? before.warehouse : (codes[0] ?? '');
  await writeMeta(database, 'signedIn', { badge: signed.operator.badge, warehouse });
  // The app that is opened anew in the middle of a shift goes on in it.
  await writeMeta(database, 'language', signed.operator.language);
  return { ...onlyWhatIsKept(signed), warehouse };
}

/**
 * Works in another warehouse from now on. The copy of the old one goes at once: a place of the same name there is
 * another place.
 */
export async function changeWarehouse(
  database: TallymanDatabase,
  session: Session,
  warehouse: string,
): Promise<Session> {
  const transaction = database.transaction(['things', 'meta'], 'readwrite');
  const cursor = (await transaction.objectStore('meta').get('cursor')) as Meta['cursor'] | undefined;
  if (cursor?.warehouse !== warehouse) {
    await transaction.objectStore('things').clear();
    await transaction.objectStore('meta').delete('cursor');
  }
  await transaction.objectStore('meta').put({ badge: session.operator.badge, warehouse }, 'signedIn');
  await transaction.done;
  return { ...session, warehouse };
}

/** Who was working when the app was closed or killed: goes on without asking again, for as long as the person is known. */
export async function resumeSession(
  database: TallymanDatabase,
  environment: Pick<Environment, 'clock'>,
): Promise<Session | null> {
  const signedIn = await readMeta(database, 'signedIn');
  const person = signedIn && (await database.get('people', signedIn.badge));
  if (!person || person.knownUntilMs <= environment.clock.now()) return null;
  return { ...person.signed, warehouse: signedIn.warehouse };
}

/** What signing off may need: a supervisor who vouches for goods that stay in the worker's hands. */
export interface Vouching {
  readonly badge: string;
  readonly pin: string;
}

/**
 * Signs off. The server is told where it can be reached and the cookie is this person's; otherwise the session ends by
 * itself within its day. What waits in the queue stays, under the name of who did it. Answers why not, or null.
 */
export async function signOff(
  database: TallymanDatabase,
  environment: Environment,
  session: Session,
  vouching?: Vouching,
): Promise<NotSignedIn | null> {
  const isOurs = (await readMeta(database, 'cookieSession')) === session.session;
  if (isOurs) {
    const answer = await withPatience(
      environment,
      environment.network({
        method: 'DELETE',
        path: vouching ? '/api/session?force=true' : '/api/session',
        ...(vouching && { body: vouching }),
      }),
      patienceMs,
    );
    const isRefused = answer !== null && answer.status >= 400 && answer.status < 500 && answer.status !== 401;
    if (isRefused) {
      const { code, params } = (answer.body ?? {}) as Partial<Problem>;
      return { code: code ?? 'signIn.refused', ...(params && { params }) };
    }
  }
  await database.delete('meta', 'signedIn');
  return null;
}
