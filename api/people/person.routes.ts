import type * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import {
  badgeText,
  type PersonList,
  type PersonRow,
  personAnswer,
  personBody,
  personList,
  type ShownPerson,
} from '#shared/people/person.ts';
import { permitsIn } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { asPersonInAll, everyWarehouse, isSame, noteChange } from '../platform/http/administrator.ts';
import { namesIn } from '../platform/http/body.ts';
import type { Person } from '../platform/http/caller.ts';
import { changedJson, entityTag, jsonWithEtag, madeMeanwhile, requireMatch } from '../platform/http/etag.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asPerson, type Call, notFound, type Routes } from '../platform/http/routes.ts';
import { hashSecret } from '../platform/secrets.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  endSessions,
  everybody,
  type KeptPerson,
  keepPerson,
  keptPerson,
  lockEverybody,
  type NewSecrets,
  revokeSessions,
  warehousesAmong,
} from './person.queries.ts';

const permit = 'people.administer';
const tag = 'Administration';
const path = '/api/admin/people';

/** People, their roles, secrets and limits, for administrators of all the warehouses a person works in. */
export function addPersonRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'People with their roles and limits',
      tag,
      access: { permit },
      answers: { 200: { description: 'The people, in order of their badges', schema: personList } },
    },
    async ({ c, caller }) => {
      const reader = asPerson(caller);
      const visible = (await everybody(store.read)).filter(({ person }) => mayChange(reader, person));
      return jsonWithEtag(c, { items: visible.map(rowOf) } satisfies PersonList);
    },
  );

  routes.add(
    {
      method: 'get',
      path: `${path}/{badge}`,
      summary: 'A person',
      tag,
      access: { permit },
      answers: { 200: { description: 'The person', schema: personAnswer } },
    },
    async ({ c, caller, path: { badge = '' } }) => {
      const kept = await keptPerson(store.read, badge);
      if (!kept || !mayChange(asPerson(caller), kept.person)) throw notFound(badge);
      return jsonWithEtag(c, kept.person, tagOf(kept));
    },
  );

  routes.add(
    {
      method: 'put',
      path: `${path}/{badge}`,
      summary: 'Make a person or change one; PIN and password stay where they are left out',
      tag,
      access: { permit },
      isConditional: true,
      idempotency: 'sealed',
      body: personBody,
      hasSecrets: true,
      furtherFaults: (sent, { badge = '' }) => faultsOfUnread(store.read, badge, sent),
      answers: {
        200: { description: 'As they are now', schema: personAnswer },
        201: { description: 'Made', schema: personAnswer },
      },
    },
    async (call) => {
      // Hashing takes its time on purpose, so it is done before the transaction.
      const secrets = { pinHash: await hashOf(call.body.pin), passwordHash: await hashOf(call.body.password) };
      const { kept, isNew } = await store.write((trx) => changePerson({ services, trx }, call, secrets));
      services.credentials.forget();
      return changedJson(kept.person, isNew ? 201 : 200, tagOf(kept));
    },
  );
}

type Body = z.infer<typeof personBody>;

async function changePerson(
  { services, trx }: { readonly services: Services; readonly trx: AppTrx },
  { c, caller, body, path: { badge = '' } }: Call<unknown, Body>,
  secrets: NewSecrets,
): Promise<{ kept: KeptPerson; isNew: boolean }> {
  const all = await lockEverybody(trx);
  const before = all.find(({ person }) => person.badge === badge) ?? null;
  const { pin, password, badge: sent, ...written } = body;
  const person: ShownPerson = { ...written, badge };
  const reach = [...Object.keys(before?.person.roles ?? {}), ...Object.keys(person.roles)];
  const actor = asPersonInAll(caller, reach, permit);
  requireMatch(c, before ? [tagOf(before)] : []);
  const kept: KeptPerson = {
    person,
    version: (before?.version ?? 0) + 1,
    hasPin: secrets.pinHash === undefined ? (before?.hasPin ?? false) : secrets.pinHash !== null,
    hasPassword: secrets.passwordHash === undefined ? (before?.hasPassword ?? false) : secrets.passwordHash !== null,
    lockedUntil: before?.lockedUntil ?? null,
  };
  const errors = await faultsOf(trx, badge, sent, Object.keys(person.roles));
  if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
  const isUntouched = pin === undefined && password === undefined && isSame(before?.person, person);
  if (before && isUntouched) return { kept: before, isNew: false };
  const isLast = before !== null && isInCharge(before) && !isInCharge(kept);
  if (isLast && !all.some((other) => other !== before && isInCharge(other))) {
    throw new HttpProblem(409, problem('person.last_administrator', { badge }));
  }
  if (!(await keepPerson(trx, person, kept.version, secrets))) throw madeMeanwhile();
  if (Object.keys(person.roles).length === 0) await revokeSessions(trx, badge);
  else if (before && (pin !== undefined || password !== undefined)) await endSessions(trx, badge, actor.session);
  noteChange(services, trx, {
    actor,
    action: before ? 'person.changed' : 'person.made',
    subject: `person/${badge}`,
    before: before && auditOf(before, {}),
    after: auditOf(kept, { pin, password }),
  });
  return { kept, isNew: before === null };
}

function hashOf(secret: string | null | undefined): Promise<string> | null | undefined {
  return secret === null || secret === undefined ? secret : hashSecret(secret);
}

/** A new PIN changes nothing that is shown, and yet whoever writes over it must have known of it. */
function tagOf({ person, version }: KeptPerson): string {
  return entityTag([person, version]);
}

/** An administrator of every warehouse who can sign in. */
function isInCharge({ person, hasPin, hasPassword }: KeptPerson): boolean {
  return person.roles[everyWarehouse] === 'administrator' && (hasPin || hasPassword);
}

function mayChange(reader: Person, { roles }: ShownPerson): boolean {
  return Object.keys(roles).every((warehouse) => isPermitted(permitsIn(reader, warehouse), permit));
}

function rowOf({ person, hasPin, hasPassword, lockedUntil }: KeptPerson): PersonRow {
  return { ...person, hasPin, hasPassword, lockedUntil: lockedUntil === null ? null : instant(lockedUntil) };
}

/** What the audit log tells of a person: never a secret, only that there is one and that it was changed. */
function auditOf({ person, hasPin, hasPassword }: KeptPerson, { pin, password }: Pick<Body, 'pin' | 'password'>) {
  return {
    ...person,
    pin: pin ? 'changed' : hasPin ? 'set' : 'none',
    password: password ? 'changed' : hasPassword ? 'set' : 'none',
  };
}

/** What is wrong with a body besides what its schema refuses, as far as it can be read. */
function faultsOfUnread(read: Runner, badge: string, sent: unknown): Promise<FieldError[]> {
  const { badge: own, roles } = Object(sent) as Readonly<Record<string, unknown>>;
  const places = namesIn(Object.keys(Object(roles))).filter((code) => code !== '');
  return faultsOf(read, badge, typeof own === 'string' ? own : undefined, places);
}

async function faultsOf(
  read: Runner,
  badge: string,
  sent: string | undefined,
  places: readonly string[],
): Promise<FieldError[]> {
  const codes = places.filter((code) => code !== everyWarehouse);
  const differs = sent !== undefined && sent !== badge;
  return [
    ...(badgeText.safeParse(badge).success ? [] : [{ pointer: '/badge', code: 'request.malformed', value: badge }]),
    ...(differs ? [{ pointer: '/badge', code: 'request.code_differs', params: { code: badge }, value: sent }] : []),
    ...unknownWarehouses(codes, await warehousesAmong(read, codes)),
  ];
}

function unknownWarehouses(codes: readonly string[], existing: readonly string[]): FieldError[] {
  return codes
    .filter((code) => !existing.includes(code))
    .map((code) => ({
      pointer: `/roles/${code.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'warehouse.unknown',
      params: { warehouse: code },
      value: code,
    }));
}
