import { problem } from '#shared/kernel/problem.ts';
import { sourceSystemOf } from '#shared/ledger/item-key.ts';
import type { SentPolicy, ShownPolicy } from '#shared/planning/policies-document.ts';
import { type JudgedPolicy, judgePolicies, type Policy, policiesOfVersion } from '#shared/planning/publish.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { nextNumber } from '../platform/counter.ts';
import { noteChange } from '../platform/http/administrator.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  activeVersion,
  insertVersion,
  keepPolicies,
  type PlanVersion,
  policiesIn,
  setVersionState,
  versionBefore,
  versionNamed,
} from './policies.queries.ts';
import { frozenSystems, withFacts } from './policy-facts.ts';
import { shownPolicies } from './shown-policies.ts';

/** Who publishes. */
export interface Publisher {
  /** As it stands in the audit log. */
  readonly name: string;
  readonly scope: string;
}

interface Asked {
  readonly services: Services;
  readonly trx: AppTrx;
  readonly by: Publisher;
  readonly version: string;
}

/**
 * Judges and writes a version. The active one may be sent again as it was: what could not be taken then is judged anew.
 * Throws 409 `planning.version_reused` where it says something else than before, `planning.version_over` where it is
 * older than the active one.
 */
export async function publish(
  { services, trx, by, version }: Asked,
  policies: readonly SentPolicy[],
): Promise<JudgedPolicy[]> {
  const { scope } = by;
  // Whoever publishes at the same time waits here.
  const number = await nextNumber(trx, 'plan version');
  const known = await versionNamed(trx, scope, version);
  const sent = canonicalJson(policies);
  if (known) refuseOther(known, sent);
  const active = await activeVersion(trx, scope);
  const inForce = active ? await policiesIn(trx, scope, active.version) : [];
  const sentAt = known?.publishedAt ?? trx.now;
  const judged = judgePolicies(version, await withFacts(trx, { scope, sentAt }, policies), inForce);
  if (known && judged.every(({ outcome }) => outcome !== 'accepted')) return judged;
  const frozen = await frozenSystems(
    trx,
    inForce.map(({ item }) => sourceSystemOf(item)),
  );
  const holds = policiesOfVersion(judged, inForce, ({ item }) => frozen.has(sourceSystemOf(item)));
  if (active && !known)
    await trx.one(setVersionState, { scope, version: active.version, state: 'superseded', at: trx.now });
  if (known) await trx.one(setVersionState, { scope, version, state: 'active', at: trx.now });
  else await trx.one(insertVersion, { scope, version, number, sent, by: by.name, at: trx.now });
  await keepPolicies(trx, { scope, version }, holds);
  await note({ services, trx, by, version }, 'plan.published', [active, inForce], [version, holds]);
  return judged;
}

function refuseOther({ version, sent: before, state }: PlanVersion, sent: string): void {
  if (before !== sent) throw new HttpProblem(409, problem('planning.version_reused', { version }));
  if (state !== 'active') throw new HttpProblem(409, problem('planning.version_over', { version, state }));
}

/** Throws 404 of a version that nobody published, 409 `planning.version_not_active` of any but the active one. */
export async function rollBack({ services, trx, by, version }: Asked): Promise<void> {
  const { scope } = by;
  await nextNumber(trx, 'plan version');
  const known = await versionNamed(trx, scope, version);
  if (!known) throw notFound(version);
  const { state, number } = known;
  if (state !== 'active') throw new HttpProblem(409, problem('planning.version_not_active', { version, state }));
  const before = await versionBefore(trx, scope, number);
  await trx.one(setVersionState, { scope, version, state: 'rolled_back', at: trx.now });
  if (before) await trx.one(setVersionState, { scope, version: before.version, state: 'active', at: trx.now });
  const held = await policiesIn(trx, scope, version);
  const holds = before ? await policiesIn(trx, scope, before.version) : [];
  await note({ services, trx, by, version }, 'plan.rolled_back', [known, held], [before?.version ?? null, holds]);
}

/** What counted before and what counts now, as far as it is not the same. */
async function note(
  { services, trx, by, version }: Asked,
  action: string,
  [active, held]: readonly [PlanVersion | null, readonly Policy[]],
  [planVersion, holds]: readonly [string | null, readonly Policy[]],
): Promise<void> {
  const [before, after] = [await shownPolicies(trx, held), await shownPolicies(trx, holds)];
  const changed = (of: readonly ShownPolicy[], than: readonly ShownPolicy[]) => {
    const same = new Set(than.map(canonicalJson));
    return of.filter((policy) => !same.has(canonicalJson(policy)));
  };
  noteChange(services, trx, {
    actor: { operator: by.name },
    action,
    subject: `plan/${by.scope === '' ? '' : `${by.scope}/`}${version}`,
    before: active && { planVersion: active.version, policies: changed(before, after) },
    after: planVersion === null ? null : { planVersion, policies: changed(after, before) },
  });
}
