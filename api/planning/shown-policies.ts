import { fromBase } from '#shared/kernel/quantity.ts';
import type { ShownPolicy } from '#shared/planning/policies-document.ts';
import type { Policy } from '#shared/planning/publish.ts';
import type { Runner } from '../platform/db/connection.ts';
import { itemsOfKeys } from './policies.queries.ts';

/** Policies as planners read them: numbers of items, levels in base units. */
export async function shownPolicies(read: Runner, policies: readonly Policy[]): Promise<ShownPolicy[]> {
  const keys = [...new Set(policies.map(({ item }) => item))];
  const items = new Map((await itemsOfKeys(read, keys)).map((row) => [row.item_key, row]));
  return policies.map((policy) => {
    const { number = '', source_system: sourceSystem = '', decimals = 0 } = items.get(policy.item) ?? {};
    const shown = (base: number | null) => (base === null ? null : fromBase(base, decimals));
    return {
      ...{ item: number, sourceSystem, warehouse: policy.warehouse, location: policy.location || null },
      ...{ safetyStock: shown(policy.safetyStockBase), reorderPoint: shown(policy.reorderPointBase) },
      ...{ minimum: shown(policy.minimumBase), maximum: shown(policy.maximumBase) },
      ...{ validFrom: policy.validFrom || null, planVersion: policy.plan },
    };
  });
}
