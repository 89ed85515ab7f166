import { name64 } from '#shared/kernel/fields.ts';
import {
  type ActivePlan,
  activePlan,
  type PublishAnswer,
  policiesBody,
  publishAnswer,
  type SentPolicy,
} from '#shared/planning/policies-document.ts';
import type { JudgedPolicy } from '#shared/planning/publish.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { checked } from '../platform/http/body.ts';
import type { Caller } from '../platform/http/caller.ts';
import { refuseElsewhere } from '../platform/http/person-in.ts';
import { englishOf } from '../platform/http/problem.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { activeVersion, policiesIn } from './policies.queries.ts';
import { type Publisher, publish, rollBack } from './publish-policies.ts';
import { shownPolicies } from './shown-policies.ts';

const tag = 'Planning';
const path = '/api/planning/policies';
const bodyLimitBytes = 8 * 1024 * 1024;

const permit = 'planning.read';

/** What planning has approved: published by version, of which one is active, and rolled back. */
export function addPolicyRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'The active version of the plan, with all that it holds',
      tag,
      access: { scopes: ['planning', 'planning:publish'], permit },
      answers: { 200: { description: 'The plan', schema: activePlan } },
    },
    async ({ c, caller }) => {
      refuseElsewhere(caller, undefined, permit);
      return c.json(await shownPlan(store.read, scopeOf(caller)));
    },
  );

  routes.add(
    {
      method: 'put',
      path: `${path}/{planVersion}`,
      summary:
        'Publish a version of the plan, whole: it replaces the one before. What is rejected, or frozen, stays as it was',
      tag,
      access: { scopes: ['planning:publish'] },
      body: policiesBody,
      bodyLimitBytes,
      answers: { 200: { description: 'What became of each policy', schema: publishAnswer } },
    },
    async ({ c, caller, body, path: { planVersion = '' } }) => {
      const version = checked(name64, planVersion, '/planVersion');
      const by = publisher(caller);
      const judged = await store.write((trx) => publish({ services, trx, by, version }, body.policies));
      const items = body.policies.map((sent, index) => outcomeOf(sent, judged[index]));
      return c.json({ planVersion: version, items } satisfies PublishAnswer);
    },
  );

  routes.add(
    {
      method: 'post',
      path: `${path}/{planVersion}/rollback`,
      summary: 'Take the active version back: the one before it counts again, whole',
      tag,
      access: { scopes: ['planning:publish'] },
      answers: { 200: { description: 'The plan as it counts now', schema: activePlan } },
    },
    async ({ c, caller, path: { planVersion: version = '' } }) => {
      const by = publisher(caller);
      await store.write((trx) => rollBack({ services, trx, by, version }));
      return c.json(await shownPlan(store.read, by.scope));
    },
  );
}

function publisher(caller: Caller | undefined): Publisher {
  const name = caller?.kind === 'machine' ? `key:${caller.key}` : '';
  return { name, scope: scopeOf(caller) };
}

/** The source system that a key is limited to; '' for one of all, and for people. */
function scopeOf(caller: Caller | undefined): string {
  return caller?.kind === 'machine' ? (caller.sourceSystem ?? '') : '';
}

function outcomeOf(sent: SentPolicy, judged: JudgedPolicy | undefined): PublishAnswer['items'][number] {
  const { item, warehouse, location } = sent;
  const why = judged?.why ?? null;
  return {
    ...{ item, warehouse, ...(location && { location }) },
    outcome: judged?.outcome ?? 'rejected',
    reason: why?.code ?? null,
    detail: why && englishOf(why),
  };
}

async function shownPlan(read: Runner, scope: string): Promise<ActivePlan> {
  const active = await activeVersion(read, scope);
  if (!active) return { planVersion: null, publishedAt: null, policies: [] };
  const { version: planVersion, publishedAt } = active;
  const policies = await shownPolicies(read, await policiesIn(read, scope, planVersion));
  return { planVersion, publishedAt: instant(publishedAt), policies };
}
