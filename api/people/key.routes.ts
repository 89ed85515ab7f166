import type * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import { type KeyList, keyBody, keyList, madeKey, type ShownKey, shownKey } from '#shared/people/key.ts';
import { permitsIn, tokenHash } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import { asPersonInAll, everyWarehouse, noteChange } from '../platform/http/administrator.ts';
import type { Person } from '../platform/http/caller.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asPerson, type Call, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  insertKey,
  type KeyColumns,
  keyOf,
  keys,
  lockKey,
  revokeKey,
  warehousesBySystem,
  warehousesOf,
} from './key.queries.ts';

const permit = 'integration.administer';
const tag = 'Administration';
const path = '/api/admin/keys';

/**
 * Keys of machines. Integrators make and revoke those of source systems whose warehouses are all theirs; keys that reach
 * everywhere are for administrators.
 */
export function addKeyRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'Keys of machines, revoked ones too; never the keys themselves',
      tag,
      access: { permit },
      answers: { 200: { description: 'The keys, oldest first', schema: keyList } },
    },
    async ({ c, caller }) => {
      const systems = await warehousesBySystem(store.read);
      const visible = (await keys(store.read)).filter((key) =>
        mayChange(asPerson(caller), key, systems.get(key.source_system ?? '') ?? null),
      );
      return jsonWithEtag(c, { items: visible.map(shown) } satisfies KeyList);
    },
  );

  routes.add(
    {
      method: 'get',
      path: `${path}/{id}`,
      summary: 'A key, without the key itself',
      tag,
      access: { permit },
      answers: { 200: { description: 'The key', schema: shownKey } },
    },
    async ({ c, caller, path: { id = '' } }) => {
      const key = await keyOf(store.read, id);
      const warehouses = key?.source_system ? await warehousesOf(store.read, key.source_system) : null;
      if (!key || !mayChange(asPerson(caller), key, warehouses)) throw notFound(id);
      return jsonWithEtag(c, shown(key), tagOf(key));
    },
  );

  routes.add(
    {
      method: 'post',
      path,
      summary: 'Make a key; this answer is the only one that shows it',
      tag,
      access: { permit },
      idempotency: 'sealed',
      body: keyBody,
      answers: { 201: { description: 'The key and its id', schema: madeKey } },
    },
    (call) => makeKey(services, call),
  );

  routes.add(
    {
      method: 'delete',
      path: `${path}/{id}`,
      summary: 'Revoke a key; it stops working at once here, within a second on other nodes',
      tag,
      access: { permit },
      isConditional: true,
      answers: { 204: { description: 'Revoked' } },
    },
    async ({ c, caller, path: { id = '' } }) => {
      await store.write(async (trx) => {
        const key = await lockKey(trx, id);
        const warehouses = key?.source_system ? await warehousesOf(trx, key.source_system) : null;
        const actor = asPerson(caller);
        if (!key || !mayChange(actor, key, warehouses)) throw notFound(id);
        requireMatch(c, [tagOf(key)]);
        if (key.revoked_at !== null) return;
        await revokeKey(trx, id);
        const after = shown({ ...key, revoked_at: trx.now });
        noteChange(services, trx, { actor, action: 'key.revoked', subject: `key/${id}`, before: shown(key), after });
      });
      services.credentials.forget();
      return c.body(null, 204);
    },
  );
}

async function makeKey(
  services: Services,
  { caller, body }: Call<unknown, z.infer<typeof keyBody>>,
): Promise<Response> {
  const { store, clock, random } = services;
  const sourceSystem = body.sourceSystem ?? null;
  const expiresAt = body.expiresAt ? Date.parse(body.expiresAt) : null;
  const scopes = [...new Set(body.scopes)];
  const key = `tm_${Buffer.from(random.bytes(32)).toString('base64url')}`;
  const id = uuidV7(clock.now(), random.bytes(10));
  const tag = await store.write(async (trx) => {
    const warehouses = sourceSystem === null ? null : await warehousesOf(trx, sourceSystem);
    const errors = faultsOf({ scopes, sourceSystem, expiresAt }, warehouses !== null, trx.now);
    const actor = asPersonInAll(caller, reachOf(sourceSystem, warehouses), neededFor(scopes, sourceSystem));
    if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
    await insertKey(trx, { id, hash: tokenHash(key), name: body.name, sourceSystem, scopes, expiresAt });
    const made = await keyOf(trx, id);
    if (!made) throw new Error(`the key ${id} was made and is not there`);
    noteChange(services, trx, { actor, action: 'key.made', subject: `key/${id}`, before: null, after: shown(made) });
    return tagOf(made);
  });
  return changedJson({ id, key }, 201, tag);
}

/** An `erp` key without its source system, one that does not exist, and a key that would never have worked. */
function faultsOf(
  asked: {
    readonly scopes: readonly string[];
    readonly sourceSystem: string | null;
    readonly expiresAt: number | null;
  },
  isKnown: boolean,
  now: number,
): FieldError[] {
  const { scopes, sourceSystem, expiresAt } = asked;
  const errors: FieldError[] = [];
  if (sourceSystem === null && scopes.includes('erp')) {
    errors.push({ pointer: '/sourceSystem', code: 'key.source_system_missing' });
  }
  if (sourceSystem !== null && !isKnown) {
    const params = { sourceSystem };
    errors.push({ pointer: '/sourceSystem', code: 'source_system.unknown', params, value: sourceSystem });
  }
  if (expiresAt !== null && expiresAt <= now) {
    errors.push({ pointer: '/expiresAt', code: 'key.expired_already', value: instant(expiresAt) });
  }
  return errors;
}

/** The warehouses that a key reaches into: those of its source system, or all. */
function reachOf(sourceSystem: string | null, warehouses: readonly string[] | null): readonly string[] {
  if (sourceSystem !== null && warehouses && warehouses.length > 0) return warehouses;
  // Nobody's source system reaches nowhere: the request is told so, whoever sent it.
  return sourceSystem !== null && !warehouses ? [] : [everyWarehouse];
}

/** Integrators see to keys of source systems; one that reaches beyond those needs an administrator. */
function neededFor(scopes: readonly string[], sourceSystem: string | null): string {
  return sourceSystem === null || scopes.includes('monitor') ? 'people.administer' : permit;
}

function mayChange(person: Person, key: KeyColumns, warehouses: readonly string[] | null): boolean {
  const needed = neededFor(JSON.parse(key.scopes) as string[], key.source_system);
  const reach = reachOf(key.source_system, warehouses ?? []);
  return reach.every((warehouse) => isPermitted(permitsIn(person, warehouse), needed));
}

/** Being used changes nothing that anybody decides about. */
function tagOf(key: KeyColumns): string {
  return entityTag({ ...shown(key), lastUsedAt: null });
}

function shown(key: KeyColumns): ShownKey {
  const at = (ms: number | null) => (ms === null ? null : instant(ms));
  return {
    id: key.id,
    name: key.name,
    sourceSystem: key.source_system,
    scopes: JSON.parse(key.scopes) as string[],
    createdAt: instant(key.created_at),
    expiresAt: at(key.expires_at),
    revokedAt: at(key.revoked_at),
    lastUsedAt: at(key.last_used_at),
  };
}
