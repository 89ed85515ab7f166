import type { PutawayRule } from '#shared/ledger/putaway-rule.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockWarehouse } from '../platform/facts/warehouses.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { ownRules } from './rules.queries.ts';

/** The own rules of a warehouse, which nobody else changes until the transaction ends; null for no such warehouse. */
export async function lockRules(trx: AppTrx, warehouse: string): Promise<readonly PutawayRule[] | null> {
  return (await lockWarehouse(trx, warehouse)) ? ownRules(trx, warehouse) : null;
}

/** Keeps these rules in this order, in the place of those before, and tells devices. */
export async function keepRules(trx: AppTrx, warehouse: string, rules: readonly PutawayRule[]): Promise<void> {
  const before = await trx.k
    .selectFrom('putaway_rule')
    .select(['code', 'version'])
    .where('warehouse', '=', warehouse)
    .execute();
  const versions = new Map(before.map(({ code, version }) => [code, version]));
  await trx.k.deleteFrom('putaway_rule').where('warehouse', '=', warehouse).execute();
  for (const [index, rule] of rules.entries()) {
    const version = (versions.get(rule.code) ?? 0) + 1;
    await trx.k
      .insertInto('putaway_rule')
      .values({ warehouse, code: rule.code, position: index + 1, rule: JSON.stringify(rule), version })
      .execute();
  }
  trx.publish({ kind: 'thing', thing: 'putawayRules', key: warehouse, warehouse, deleted: rules.length === 0 });
}

/** Those of the zones that no location of the warehouse is in. */
export async function unknownZones(read: Runner, warehouse: string, zones: readonly string[]): Promise<string[]> {
  if (zones.length === 0) return [];
  const known = await read.k
    .selectFrom('location')
    .select('zone')
    .distinct()
    .where('warehouse', '=', warehouse)
    .where('zone', 'in', [...new Set(zones)])
    .execute();
  return zones.filter((zone) => !known.some((row) => row.zone === zone));
}
