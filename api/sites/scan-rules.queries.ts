import type { KeptScanRules } from '#shared/sites/scan-rules.ts';
import type { AppTrx } from '../platform/store.ts';

/** Keeps how the codes of a warehouse are read, null for as it is without rules, and tells devices. */
export async function keepScanRules(trx: AppTrx, warehouse: string, kept: KeptScanRules | null): Promise<void> {
  if (kept === null) {
    await trx.k.deleteFrom('scan_rules').where('warehouse', '=', warehouse).execute();
  } else {
    const rules = JSON.stringify(kept);
    await trx.k
      .insertInto('scan_rules')
      .values({ warehouse, rules, version: 1 })
      .onConflict((conflict) =>
        conflict.column('warehouse').doUpdateSet((eb) => ({ rules, version: eb('scan_rules.version', '+', 1) })),
      )
      .execute();
  }
  trx.memory.clear();
  trx.publish({ kind: 'thing', thing: 'scanRules', key: warehouse, warehouse, deleted: kept === null });
}

/** Those of the zones that no location of the warehouse is in. */
export async function zonesWithoutPlaces(trx: AppTrx, warehouse: string, zones: readonly string[]): Promise<string[]> {
  if (zones.length === 0) return [];
  const known = await trx.k
    .selectFrom('location')
    .select('zone')
    .distinct()
    .where('warehouse', '=', warehouse)
    .where('zone', 'in', [...new Set(zones)])
    .execute();
  return zones.filter((zone) => !known.some((row) => row.zone === zone));
}
