import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { permitsOf, type Role } from '#shared/command/roles.ts';
import { readable } from '#shared/kernel/fields.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { tokenHash } from '../platform/auth.ts';
import type { Runner } from '../platform/db/connection.ts';
import { noteChange } from '../platform/http/administrator.ts';
import { sessionCookie } from '../platform/http/middleware.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asPerson, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { noteEnrolledBy, useEnrolment } from './device.queries.ts';
import { givenRange, rangeFor } from './plate-range.ts';
import { provePerson, refuseBadge } from './prove-person.ts';
import { allWarehouses, enrolDevice, findDevice, forgetFailures, insertSession } from './session.queries.ts';
import { signOff, type Vouching, vouching } from './sign-off.ts';

const sessionMs = 24 * 60 * 60 * 1000;

const credentials = z
  .strictObject({
    badge: z.string().min(1).max(64).optional(),
    pin: z.string().min(1).max(64).optional(),
    user: z.string().min(1).max(64).optional(),
    password: z.string().min(1).max(256).optional(),
    device: readable(z.string().min(1).max(64)).optional(),
    /** The code of an administrator that lets a new device in. */
    enrolment: z.string().min(1).max(64).optional(),
  })
  .refine((given) => (given.badge && given.pin) || (given.user && given.password), {
    params: { code: 'session.credentials_missing' },
  });

const signedIn = later(() =>
  z.object({
    token: z.string(),
    session: z.string(),
    operator: z.object({ badge: z.string(), name: z.string(), language: z.string() }),
    device: z.string(),
    roles: z.record(z.string(), z.string()),
    permits: z.array(z.string()),
    warehouses: z.array(z.object({ code: z.string(), name: z.string(), timeZone: z.string() })),
    lastSequence: z.number(),
    licensePlates: z.object({ from: z.number(), to: z.number(), companyPrefix: z.string().nullable() }),
    expiresAt: z.string(),
    serverTime: z.string(),
  }),
);

const whoIsSignedIn = later(() =>
  z.object({
    operator: z.string(),
    session: z.string(),
    roles: z.record(z.string(), z.string()),
    permits: z.array(z.string()),
    warehouses: signedIn.shape.warehouses,
  }),
);

/** Signing in and out: badge and PIN on the floor, user and password at the console. */
export function addSessionRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'post',
      path: '/api/session',
      summary: 'Sign in with badge and PIN, or user and password',
      tag: 'People',
      access: { open: true },
      idempotency: 'own',
      body: credentials,
      hasSecrets: true,
      answers: { 200: { description: 'Signed in; the token also works as a bearer', schema: signedIn } },
    },
    async ({ c, body }) => c.json(await signIn(services, c, body)),
  );

  routes.add<{ force?: 'true' | 'false' | undefined }, Vouching | undefined>(
    {
      method: 'delete',
      path: '/api/session',
      summary: 'Sign off; with goods in hand only with `force`, and a supervisor who vouches for them',
      tag: 'People',
      idempotency: 'own',
      access: { permit: 'any' },
      query: z.strictObject({ force: z.enum(['true', 'false']).optional() }),
      body: vouching.optional(),
      hasSecrets: true,
      answers: { 204: { description: 'Signed off' } },
    },
    async ({ c, caller, query, body }) => {
      await signOff(services, asPerson(caller), query.force === 'true' ? { by: body } : null);
      services.credentials.forget();
      deleteCookie(c, sessionCookie, { path: '/' });
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/session',
      summary: 'Who is signed in, and what they may do and where by now',
      tag: 'People',
      access: { permit: 'any' },
      answers: { 200: { description: 'The person and what they may do', schema: whoIsSignedIn } },
    },
    async ({ c, caller }) => {
      const { operator, session, roles } = asPerson(caller);
      const warehouses = await warehousesOf(services.store.read, roles);
      return c.json({ operator, session, roles, permits: permitsOfAll(roles), warehouses });
    },
  );
}

async function signIn(services: Services, c: Context, given: z.infer<typeof credentials>) {
  const badge = given.badge ?? given.user ?? '';
  const now = services.clock.now();
  const person = await provePerson(services, { ...given, badge });
  const roles = JSON.parse(person.roles) as Record<string, Role>;
  if (Object.keys(roles).length === 0) throw new HttpProblem(403, problem('session.no_role', { badge }));
  const token = Buffer.from(services.random.bytes(32)).toString('base64url');
  const session = uuidV7(now, services.random.bytes(10));
  const device = given.device ?? `console-${session}`;
  const enrolled = await services.store.write(async (trx) => {
    await letIn(trx, services, device, given);
    const known = await knowDevice(trx, device, given.device !== undefined);
    if (!(await trx.one(forgetFailures, { badge, at: trx.now }))) await refuseBadge(trx, badge);
    await trx.one(insertSession, {
      id: session,
      tokenHash: tokenHash(token),
      badge,
      device,
      createdAt: now,
      expiresAt: now + sessionMs,
    });
    return known;
  });
  setSessionCookie(c, token);
  return {
    token,
    session,
    operator: { badge, name: person.name, language: person.language },
    device,
    roles,
    permits: permitsOfAll(roles),
    warehouses: await warehousesOf(services.store.read, roles),
    lastSequence: enrolled.lastSequence,
    licensePlates: enrolled.licensePlates,
    expiresAt: new Date(now + sessionMs).toISOString(),
    serverTime: new Date(now).toISOString(),
  };
}

type Roles = Readonly<Record<string, Role>>;

function permitsOfAll(roles: Roles): string[] {
  return [...new Set(Object.values(roles).flatMap((role) => permitsOf(role)))];
}

/** The warehouses in which somebody has a role. */
async function warehousesOf(read: Runner, roles: Roles) {
  return (await read.all(allWarehouses, {}))
    .filter(({ code }) => roles[code] !== undefined || roles['*'] !== undefined)
    .map(({ code, name, time_zone }) => ({ code, name, timeZone: time_zone }));
}

/**
 * Whether somebody may work on the device. Demo mode lets any new one in; elsewhere it takes the code of an administrator,
 * once. Who signs in with a password sits at a console, which is no device that anybody enrols.
 */
async function letIn(
  trx: AppTrx,
  services: Services,
  device: string,
  { enrolment, badge, pin }: z.infer<typeof credentials>,
): Promise<void> {
  const known = await trx.one(findDevice, { id: device });
  const isWelcome = known ? known.revoked_at === null : services.mode === 'demo' || pin === undefined;
  if (isWelcome) return;
  if (enrolment === undefined) throw new HttpProblem(403, problem('device.unknown', { device }));
  const by = await useEnrolment(trx, tokenHash(enrolment), device);
  if (by === undefined) throw new HttpProblem(403, problem('device.enrolment_unknown'));
  await trx.one(enrolDevice, { id: device, at: trx.now });
  await noteEnrolledBy(trx, device, by);
  noteChange(services, trx, {
    actor: { operator: badge ?? '' },
    action: 'device.enrolled',
    subject: `device/${device}`,
    before: known ? { revokedAt: known.revoked_at } : null,
    after: { enrolledBy: by },
  });
}

/**
 * Knows the device from now on, and gives it its own range of licence plate numbers. A console makes no plates offline, and
 * is new at every sign-in: ranges for it would use the numbers up.
 */
async function knowDevice(trx: AppTrx, device: string, isHandheld: boolean) {
  const enrolled = await trx.one(enrolDevice, { id: device, at: trx.now });
  const licensePlates = isHandheld ? await rangeFor(trx, device, enrolled) : givenRange(enrolled);
  return { lastSequence: enrolled?.last_sequence ?? 0, licensePlates: licensePlates ?? noRange };
}

const noRange = { from: 0, to: 0, companyPrefix: null };

function setSessionCookie(c: Context, token: string): void {
  setCookie(c, sessionCookie, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: new URL(c.req.url).protocol === 'https:',
    maxAge: sessionMs / 1000,
  });
}
