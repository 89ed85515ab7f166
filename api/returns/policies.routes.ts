import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { type ReturnPolicies, returnPolicies } from '#shared/returns/policy.ts';
import type { Runner } from '../platform/db/connection.ts';
import { reachOf } from '../platform/facts/source-systems.queries.ts';
import { asPersonInAll, everyWarehouse, isSame, noteChange } from '../platform/http/administrator.ts';
import type { Caller } from '../platform/http/caller.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepPolicies, lockPolicies } from './policies.queries.ts';
import { policiesOf } from './register.queries.ts';

const permit = 'integration.administer';
const path = '/api/admin/return-policies/{sourceSystem}';
const tag = 'Administration';
const shown = later(() => z.object({ policies: z.array(z.looseObject({ policy: z.string() })) }));

/**
 * What a source system takes back of single items and of categories: for all others its settings say it. Whoever may
 * change those may change these.
 */
export function addReturnPolicyRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      ...{ method: 'get', path, tag, access: { permit } },
      summary: 'What a source system takes back of single items and of categories',
      answers: { 200: { description: 'Its policies', schema: shown } },
    },
    async ({ c, caller, path: { sourceSystem = '' } }) => {
      await mayChange(store.read, caller, sourceSystem);
      const kept = await keptPolicies(store.read, sourceSystem);
      return jsonWithEtag(c, kept, entityTag(kept));
    },
  );

  routes.add(
    {
      ...{ method: 'put', path, tag, access: { permit } },
      summary: 'Say what a source system takes back of single items and of categories: all of them at once',
      isConditional: true,
      body: returnPolicies,
      answers: { 200: { description: 'Its policies as they are now', schema: shown } },
    },
    async ({ c, caller, body, path: { sourceSystem = '' } }) => {
      await store.write(async (trx) => {
        const actor = await mayChange(trx, caller, sourceSystem);
        await lockPolicies(trx, sourceSystem);
        const before = await keptPolicies(trx, sourceSystem);
        requireMatch(c, [entityTag(before)]);
        if (isSame(before, body)) return;
        await trx.one(keepPolicies, { sourceSystem, policies: JSON.stringify(body.policies) });
        const subject = `return-policies/${sourceSystem}`;
        noteChange(services, trx, { actor, action: 'return_policies.changed', subject, before, after: body });
      });
      return changedJson(body, 200);
    },
  );
}

async function keptPolicies(read: Runner, sourceSystem: string): Promise<ReturnPolicies> {
  const row = await read.one(policiesOf, { sourceSystem });
  return { policies: row ? (JSON.parse(row.policies) as ReturnPolicies['policies']) : [] };
}

async function mayChange(read: Runner, caller: Caller | undefined, sourceSystem: string) {
  const reach = await reachOf(read, sourceSystem);
  if (!reach) throw notFound(sourceSystem);
  return asPersonInAll(caller, reach.warehouses.length > 0 ? reach.warehouses : [everyWarehouse], permit);
}
