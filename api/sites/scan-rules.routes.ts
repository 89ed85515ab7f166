import { type FieldError, problem } from '#shared/kernel/problem.ts';
import {
  faultsOfRules,
  type KeptScanRules,
  type ShownScanRules,
  scanRulesBody,
  shownScanRules,
} from '#shared/sites/scan-rules.ts';
import { scanRulesDocument } from '../platform/facts/scan-rules.queries.ts';
import { lockWarehouse, warehouseExists } from '../platform/facts/warehouses.queries.ts';
import { isSame, noteChange } from '../platform/http/administrator.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { keepScanRules, zonesWithoutPlaces } from './scan-rules.queries.ts';

const permit = 'sites.administer';
const tag = 'Administration';
const path = '/api/admin/warehouses/{warehouse}/scan-rules';

/** How the codes of a warehouse are read: its own codes by patterns, GS1 labels, check digits of places. */
export function addScanRuleRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      ...{ method: 'get', path, summary: 'How the codes of a warehouse are read', tag, access: { permit } },
      answers: { 200: { description: 'The rules that hold', schema: shownScanRules } },
    },
    async ({ c, caller, path: { warehouse = '' } }) => {
      if (!(await warehouseExists(store.read, warehouse))) throw notFound(warehouse);
      asPersonIn(caller, warehouse, permit);
      const shown = shownOf(warehouse, await scanRulesDocument(store.read, warehouse));
      return jsonWithEtag(c, shown, entityTag(shown));
    },
  );

  routes.add(
    {
      ...{ method: 'put', path, summary: 'Change how the codes of a warehouse are read', tag, access: { permit } },
      isConditional: true,
      body: scanRulesBody,
      answers: { 200: { description: 'The rules that hold now', schema: shownScanRules } },
    },
    async ({ c, caller, body, path: { warehouse = '' } }) => {
      const shown = await store.write(async (trx) => {
        const actor = asPersonIn(caller, warehouse, permit);
        if (!(await lockWarehouse(trx, warehouse))) throw notFound(warehouse);
        const before = shownOf(warehouse, await scanRulesDocument(trx, warehouse));
        requireMatch(c, [entityTag(before)]);
        const { warehouse: _warehouse, isDefault: _isDefault, ...rules } = body;
        const errors = [...faultsOfRules(rules), ...(await unknownZones(trx, warehouse, rules))];
        if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
        const after = shownOf(warehouse, isSame(rules, withoutRules) ? null : rules);
        if (isSame(before, after)) return before;
        await keepScanRules(trx, warehouse, after.isDefault ? null : rules);
        const subject = `scan-rules/${warehouse}`;
        noteChange(services, trx, { actor, action: 'scan_rules.changed', subject, before, after });
        return after;
      });
      return changedJson(shown, 200);
    },
  );
}

/** What holds where nobody has said anything. */
const withoutRules: KeptScanRules = scanRulesBody.parse({});

function shownOf(warehouse: string, kept: unknown): ShownScanRules {
  const rules = kept === null ? withoutRules : scanRulesBody.parse(kept);
  return { ...rules, warehouse, isDefault: kept === null };
}

async function unknownZones(trx: AppTrx, warehouse: string, { checkDigits }: KeptScanRules): Promise<FieldError[]> {
  const { otherZones } = checkDigits;
  return (await zonesWithoutPlaces(trx, warehouse, otherZones)).map((zone) => ({
    pointer: `/checkDigits/otherZones/${otherZones.indexOf(zone)}`,
    code: 'scan_rules.zone_unknown',
    params: { zone },
    value: zone,
  }));
}
