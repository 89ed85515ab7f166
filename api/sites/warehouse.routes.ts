import type { Context } from 'hono';
import type * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import {
  type ShownWarehouse,
  shownWarehouse,
  type WarehouseList,
  warehouseBody,
  warehouseCode,
  warehouseList,
} from '#shared/sites/warehouse.ts';
import { permitsIn } from '../platform/auth.ts';
import { everyWarehouse, isSame, noteChange } from '../platform/http/administrator.ts';
import type { Person } from '../platform/http/caller.ts';
import { changedJson, entityTag, jsonWithEtag, madeMeanwhile, requireMatch } from '../platform/http/etag.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asPerson, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { type KeptWarehouse, keepWarehouse, keptWarehouse, lockWarehouse, warehouses } from './warehouse.queries.ts';

const permit = 'sites.administer';
const tag = 'Administration';
const path = '/api/admin/warehouses';

/** Warehouses: their administrators change them, and whoever administers all of them makes new ones. */
export function addWarehouseRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'Warehouses',
      tag,
      access: { permit },
      answers: { 200: { description: 'The warehouses, in order of their codes', schema: warehouseList } },
    },
    async ({ c, caller }) => {
      const person = asPerson(caller);
      const visible = (await warehouses(store.read)).filter(({ code }) => isPermitted(permitsIn(person, code), permit));
      const items = visible.map((row) => ({
        code: row.code,
        name: row.name,
        timeZone: row.time_zone,
        locations: row.locations ?? 0,
      }));
      return jsonWithEtag(c, { items } satisfies WarehouseList);
    },
  );

  routes.add(
    {
      method: 'get',
      path: `${path}/{code}`,
      summary: 'A warehouse',
      tag,
      access: { permit },
      answers: { 200: { description: 'The warehouse', schema: shownWarehouse } },
    },
    async ({ c, caller, path: { code = '' } }) => {
      const kept = await keptWarehouse(store.read, code);
      if (!kept) throw notFound(code);
      asPersonIn(caller, code, permit);
      return jsonWithEtag(c, kept.warehouse, entityTag(kept.warehouse));
    },
  );

  routes.add(
    {
      method: 'put',
      path: `${path}/{code}`,
      summary: 'Make a warehouse or change one',
      tag,
      access: { permit },
      isConditional: true,
      body: warehouseBody,
      furtherFaults: async (sent, { code = '' }) => faultsOfUnread(code, sent),
      answers: {
        200: { description: 'As it is now', schema: shownWarehouse },
        201: { description: 'Made', schema: shownWarehouse },
      },
    },
    async ({ c, caller, body, path: { code = '' } }) => {
      const { warehouse, isNew } = await store.write(async (trx) => {
        const before = await lockWarehouse(trx, code);
        const actor = asPersonIn(caller, before ? code : everyWarehouse, permit);
        return changeWarehouse({ services, trx, c, actor }, code, body, before);
      });
      return changedJson(warehouse, isNew ? 201 : 200);
    },
  );
}

interface Asked {
  readonly services: Services;
  readonly trx: AppTrx;
  readonly c: Context;
  readonly actor: Person;
}

async function changeWarehouse(
  { services, trx, c, actor }: Asked,
  code: string,
  body: z.infer<typeof warehouseBody>,
  before: KeptWarehouse | null,
): Promise<{ warehouse: ShownWarehouse; isNew: boolean }> {
  requireMatch(c, before ? [entityTag(before.warehouse)] : []);
  const errors = faultsOf(code, body);
  if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
  const warehouse = { code, name: body.name ?? code, timeZone: body.timeZone };
  if (before && isSame(before.warehouse, warehouse)) return { warehouse, isNew: false };
  if (!(await keepWarehouse(trx, warehouse, (before?.version ?? 0) + 1))) throw madeMeanwhile();
  noteChange(services, trx, {
    actor,
    action: before ? 'warehouse.changed' : 'warehouse.made',
    subject: `warehouse/${code}`,
    before: before?.warehouse ?? null,
    after: warehouse,
  });
  return { warehouse, isNew: before === null };
}

/** What is wrong with a body besides what its schema refuses, as far as it can be read. */
function faultsOfUnread(code: string, sent: unknown): FieldError[] {
  const { code: own, timeZone } = Object(sent) as Readonly<Record<string, unknown>>;
  const known = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return faultsOf(code, { code: known(own), timeZone: known(timeZone) });
}

function faultsOf(code: string, sent: { readonly [name in 'code' | 'timeZone']?: string | undefined }): FieldError[] {
  const errors: FieldError[] = [];
  if (!warehouseCode.safeParse(code).success) errors.push({ pointer: '/code', code: 'request.malformed', value: code });
  else if (sent.code !== undefined && sent.code !== code) {
    errors.push({ pointer: '/code', code: 'request.code_differs', params: { code }, value: sent.code });
  }
  const { timeZone } = sent;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    errors.push({ pointer: '/timeZone', code: 'warehouse.time_zone_unknown', params: { timeZone }, value: timeZone });
  }
  return errors;
}

function isTimeZone(name: string): boolean {
  try {
    // Offsets such as +01:00 are zones for the platform too, but no place keeps one the whole year by itself.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    // RangeError: the platform knows no such zone.
    return false;
  }
}
