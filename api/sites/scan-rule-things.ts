import type { ScanRules } from '#shared/ledger/scan-rules.ts';
import { rulesInUse, scanRulesBody } from '#shared/sites/scan-rules.ts';
import { scanRulesDocument } from '../platform/facts/scan-rules.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';

/** Devices know how the codes of their warehouse are read, so that they read them without a network too. */
export function addScanRuleThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('scanRules', async (read, keys, warehouse) => {
    const kept = keys.includes(warehouse) ? await scanRulesDocument(read, warehouse) : null;
    return new Map<string, ScanRules>(kept === null ? [] : [[warehouse, rulesInUse(scanRulesBody.parse(kept))]]);
  });
}
