import type { Context } from 'hono';
import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import {
  type SourceSystem,
  type SourceSystemList,
  sourceSystemBody,
  sourceSystemCode,
} from '#shared/integration/source-system.ts';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import { permitsIn } from '../platform/auth.ts';
import type { Runner } from '../platform/db/connection.ts';
import { asPersonInAll, everyWarehouse, isSame, noteChange } from '../platform/http/administrator.ts';
import { namesIn } from '../platform/http/body.ts';
import type { Caller, Person } from '../platform/http/caller.ts';
import { changedJson, entityTag, jsonWithEtag, madeMeanwhile, requireMatch } from '../platform/http/etag.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asPerson, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { publishSettings } from './publish-settings.ts';
import {
  existingWarehouses,
  type KeptSystem,
  keepSourceSystem,
  lockSourceSystems,
  ownersWithStock,
  sourceSystem,
  sourceSystems,
} from './source-system.queries.ts';

const permit = 'integration.administer';
const tag = 'Administration';
const path = '/api/admin/source-systems';

/** The settings of source systems, for administrators and integrators of all the warehouses a system works with. */
export function addSourceSystemRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'Source systems with all their settings',
      tag,
      access: { permit },
      answers: { 200: { description: 'The source systems', schema: z.object({ items: z.array(sourceSystemBody) }) } },
    },
    async ({ c, caller }) => {
      const person = asPerson(caller);
      const visible = (await sourceSystems(store.read)).filter(({ system }) => mayChange(person, system));
      return jsonWithEtag(c, { items: visible.map(({ system }) => system) } satisfies SourceSystemList);
    },
  );

  routes.add(
    {
      method: 'get',
      path: `${path}/{code}`,
      summary: 'A source system with all its settings',
      tag,
      access: { permit },
      answers: { 200: { description: 'The source system', schema: sourceSystemBody } },
    },
    async ({ c, caller, path: { code = '' } }) => {
      const kept = await sourceSystem(store.read, code);
      if (!kept || !mayChange(asPerson(caller), kept.system)) throw notFound(code);
      return jsonWithEtag(c, kept.system, entityTag(kept.system));
    },
  );

  routes.add(
    {
      method: 'put',
      path: `${path}/{code}`,
      summary: 'Make a source system or change its settings; what is left out is as for the demo’s',
      tag,
      access: { permit },
      isConditional: true,
      body: sourceSystemBody,
      furtherFaults: (sent, { code = '' }) => faultsOfUnread(store.read, code, sent),
      answers: {
        200: { description: 'As it is now', schema: sourceSystemBody },
        201: { description: 'Made', schema: sourceSystemBody },
      },
    },
    async ({ c, caller, body, path: { code = '' } }) => {
      const change = (trx: AppTrx) => changeSystem({ services, trx, c, caller }, code, body);
      const { system, isNew } = await store.write(change);
      return changedJson(system, isNew ? 201 : 200);
    },
  );
}

interface Asked {
  readonly services: Services;
  readonly trx: AppTrx;
  readonly c: Context;
  readonly caller: Caller | undefined;
}

async function changeSystem(
  { services, trx, c, caller }: Asked,
  code: string,
  body: z.infer<typeof sourceSystemBody>,
): Promise<{ system: SourceSystem; isNew: boolean }> {
  const all = await lockSourceSystems(trx);
  const before = all.find(({ system }) => system.code === code);
  const { name = code, owners = [code], warehouses = await existingWarehouses(trx, null), ...settings } = body;
  const system: SourceSystem = { ...settings, code, name, warehouses, owners };
  const reach = [...reachOf(before?.system), ...reachOf(system)];
  const actor = asPersonInAll(caller, reach, permit);
  requireMatch(c, before ? [entityTag(before.system)] : []);
  const errors = [...faultsOfCode(code, body.code), ...(await faultsOfLists(trx, code, system, all))];
  if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
  if (before && isSame(before.system, system)) return { system, isNew: false };
  const kept = { system, version: (before?.version ?? 0) + 1 };
  if (!(await keepSourceSystem(trx, kept))) throw madeMeanwhile();
  if (before) await publishSettings(trx, before.system, system);
  noteChange(services, trx, {
    actor,
    action: before ? 'source_system.changed' : 'source_system.made',
    subject: `source-system/${code}`,
    before: before?.system ?? null,
    after: system,
  });
  return { system, isNew: before === undefined };
}

/** The warehouses that a change of a source system reaches into; all where it works with none yet. */
function reachOf(system: SourceSystem | undefined): readonly string[] {
  if (!system) return [];
  return system.warehouses.length > 0 ? system.warehouses : [everyWarehouse];
}

function mayChange(person: Person, system: SourceSystem): boolean {
  return reachOf(system).every((warehouse) => isPermitted(permitsIn(person, warehouse), permit));
}

/** What is wrong with a body besides what its schema refuses, as far as it can be read. */
async function faultsOfUnread(read: Runner, code: string, sent: unknown): Promise<FieldError[]> {
  const { code: own, warehouses, owners } = Object(sent) as Readonly<Record<string, unknown>>;
  const lists = { warehouses: namesIn(warehouses), owners: owners === undefined ? [code] : namesIn(owners) };
  return [
    ...faultsOfCode(code, typeof own === 'string' ? own : undefined),
    ...(await faultsOfLists(read, code, lists, await sourceSystems(read))),
  ];
}

function faultsOfCode(code: string, sent: string | undefined): FieldError[] {
  const isFit = sourceSystemCode.safeParse(code).success;
  const differs = sent !== undefined && sent !== code;
  return [
    ...(isFit ? [] : [{ pointer: '/code', code: 'request.malformed', value: code }]),
    ...(differs ? [{ pointer: '/code', code: 'request.code_differs', params: { code }, value: sent }] : []),
  ];
}

type Lists = Pick<SourceSystem, 'warehouses' | 'owners'>;

async function faultsOfLists(
  read: Runner,
  code: string,
  lists: Lists,
  all: readonly KeptSystem[],
): Promise<FieldError[]> {
  const before = all.find(({ system }) => system.code === code)?.system;
  const others = all.map(({ system }) => system).filter((system) => system !== before);
  return [
    ...faultsOf(lists, others, await existingWarehouses(read, lists.warehouses)),
    ...(await lostOwners(read, code, before?.owners ?? [], lists.owners)),
  ];
}

/** Warehouses that do not exist, what is named twice, and owners that belong to another source system. */
function faultsOf(
  { warehouses, owners }: Lists,
  others: readonly SourceSystem[],
  existing: readonly string[],
): FieldError[] {
  return [
    ...warehouses.flatMap((warehouse, index) =>
      existing.includes(warehouse) || warehouse === ''
        ? []
        : [{ pointer: `/warehouses/${index}`, code: 'warehouse.unknown', params: { warehouse }, value: warehouse }],
    ),
    ...repeated('/warehouses', warehouses),
    ...repeated('/owners', owners),
    ...owners.flatMap((owner, index) => {
      const holder = others.find((other) => other.owners.includes(owner));
      if (!holder) return [];
      const params = { owner, sourceSystem: holder.code };
      return [{ pointer: `/owners/${index}`, code: 'source_system.owner_taken', params, value: owner }];
    }),
  ];
}

function repeated(pointer: string, values: readonly string[]): FieldError[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index || value === ''
      ? []
      : [{ pointer: `${pointer}/${index}`, code: 'request.repeated', value }],
  );
}

/** Goods always belong to an owner of their source system, so an owner who still has some stays. */
async function lostOwners(
  read: Runner,
  code: string,
  before: readonly string[],
  after: readonly string[],
): Promise<FieldError[]> {
  const lost = before.filter((owner) => !after.includes(owner));
  const holding = await ownersWithStock(read, code, lost);
  return holding.map((owner) => ({
    pointer: '/owners',
    code: 'source_system.owner_has_stock',
    params: { owner },
    value: owner,
  }));
}
