import type { Policy } from '#shared/planning/publish.ts';
import { bulkTable } from '../platform/db/bulk.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

/** A version of a publisher; `scope` is the source system of its key, '' for a key of all. */
export interface PlanVersion {
  readonly version: string;
  readonly number: number;
  readonly state: 'active' | 'superseded' | 'rolled_back';
  /** The policies as they were sent, in canonical JSON. */
  readonly sent: string;
  readonly publishedAt: number;
}

const oneVersion = statement<{ scope: string; version: string }>()((k, p) =>
  k.selectFrom('plan_version').selectAll().where('scope', '=', p('scope')).where('version', '=', p('version')),
);

const activeOf = statement<{ scope: string }>()((k, p) =>
  k.selectFrom('plan_version').selectAll().where('scope', '=', p('scope')).where('state', '=', 'active'),
);

const beforeOf = statement<{ scope: string; number: number }>()((k, p) =>
  k
    .selectFrom('plan_version')
    .selectAll()
    .where('scope', '=', p('scope'))
    .where('number', '<', p('number'))
    .where('state', '=', 'superseded')
    .orderBy('number', 'desc')
    .limit(1),
);

export async function versionNamed(read: Runner, scope: string, version: string): Promise<PlanVersion | null> {
  return versionOf(await read.one(oneVersion, { scope, version }));
}

export async function activeVersion(read: Runner, scope: string): Promise<PlanVersion | null> {
  return versionOf(await read.one(activeOf, { scope }));
}

/** The version that was active before one; null for none. */
export async function versionBefore(read: Runner, scope: string, number: number): Promise<PlanVersion | null> {
  return versionOf(await read.one(beforeOf, { scope, number }));
}

function versionOf(row: RowOf<typeof oneVersion> | undefined): PlanVersion | null {
  if (!row) return null;
  const { version, number, sent, published_at: publishedAt } = row;
  return { version, number, state: row.state as PlanVersion['state'], sent, publishedAt };
}

export const insertVersion = statement<{
  scope: string;
  version: string;
  number: number;
  sent: string;
  by: string;
  at: number;
}>()((k, p) =>
  k.insertInto('plan_version').values({
    scope: p('scope'),
    version: p('version'),
    number: p('number'),
    state: 'active',
    sent: p('sent'),
    published_by: p('by'),
    published_at: p('at'),
    changed_at: p('at'),
  }),
);

/** Faces are looked at anew once a version has changed. */
export const setVersionState = statement<{
  scope: string;
  version: string;
  state: PlanVersion['state'];
  at: number;
}>()((k, p) =>
  k
    .updateTable('plan_version')
    .set({ state: p('state'), changed_at: p('at') })
    .where('scope', '=', p('scope'))
    .where('version', '=', p('version')),
);

const ofVersion = statement<{ scope: string; version: string }>()((k, p) =>
  k
    .selectFrom('plan_policy')
    .selectAll()
    .where('scope', '=', p('scope'))
    .where('version', '=', p('version'))
    .orderBy('item_key')
    .orderBy('warehouse')
    .orderBy('location')
    .orderBy('valid_from'),
);

/** All that a version holds, item by item. */
export async function policiesIn(read: Runner, scope: string, version: string): Promise<Policy[]> {
  return (await read.all(ofVersion, { scope, version })).map((row) => ({
    ...{ item: row.item_key, warehouse: row.warehouse, location: row.location, validFrom: row.valid_from },
    ...{ plan: row.plan, safetyStockBase: row.safety_stock_base, reorderPointBase: row.reorder_point_base },
    ...{ minimumBase: row.minimum_base, maximumBase: row.maximum_base },
  }));
}

const policyTable = bulkTable('plan_policy', [
  ['scope', 'text'],
  ['version', 'text'],
  ['item_key', 'text'],
  ['warehouse', 'text'],
  ['location', 'text'],
  ['valid_from', 'text'],
  ['plan', 'text'],
  ['safety_stock_base', 'bigint'],
  ['reorder_point_base', 'bigint'],
  ['minimum_base', 'bigint'],
  ['maximum_base', 'bigint'],
]);

const forget = statement<{ scope: string; version: string }>()((k, p) =>
  k.deleteFrom('plan_policy').where('scope', '=', p('scope')).where('version', '=', p('version')),
);

/** Writes all that a version holds. */
export async function keepPolicies(
  trx: AppTrx,
  { scope, version }: { readonly scope: string; readonly version: string },
  policies: readonly Policy[],
): Promise<void> {
  await trx.one(forget, { scope, version });
  await policyTable.insert(
    trx,
    policies.map((policy) => ({
      ...{ scope, version, item_key: policy.item, warehouse: policy.warehouse, location: policy.location },
      ...{ valid_from: policy.validFrom, plan: policy.plan, safety_stock_base: policy.safetyStockBase },
      ...{ reorder_point_base: policy.reorderPointBase, minimum_base: policy.minimumBase },
      ...{ maximum_base: policy.maximumBase },
    })),
  );
}

const itemColumns = ['item_key', 'number', 'source_system', 'base_unit', 'decimals'] as const;

const itemsNamed = statement<{ numbers: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('item')
    .select(itemColumns)
    .where(isOneOf(dialect, 'number', p('numbers')))
    .orderBy('source_system'),
);

const itemsMeant = statement<{ keys: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('item')
    .select(itemColumns)
    .where(isOneOf(dialect, 'item_key', p('keys'))),
);

export type PolicyItem = RowOf<typeof itemsNamed>;

/** Items of any of these numbers, and their units and decimals. */
export function itemsOfNumbers(read: Runner, numbers: readonly string[]): Promise<PolicyItem[]> {
  return read.all(itemsNamed, { numbers });
}

/** The same of their keys. */
export function itemsOfKeys(read: Runner, keys: readonly string[]): Promise<PolicyItem[]> {
  return read.all(itemsMeant, { keys });
}

const placesNamed = statement<{ codes: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('location')
    .select(['warehouse', 'code', 'type', 'fixed_item'])
    .where(isOneOf(dialect, 'code', p('codes'))),
);

/** Places of any of these names, in every warehouse. */
export function placesOfCodes(read: Runner, codes: readonly string[]) {
  return read.all(placesNamed, { codes });
}
