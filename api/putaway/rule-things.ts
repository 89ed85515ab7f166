import type { PutawayRulesThing } from '#shared/ledger/thing.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { ownRules } from './rules.queries.ts';

/** Devices know the rules of put-away of their warehouse, so that they say where to go without a network too. */
export function addPutawayRuleThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('putawayRules', async (read, keys, warehouse) => {
    const rules = keys.includes(warehouse) ? await ownRules(read, warehouse) : [];
    return new Map<string, PutawayRulesThing>(rules.length > 0 ? [[warehouse, { rules }]] : []);
  });
}
