import { problem } from '#shared/kernel/problem.ts';
import { isExamplePrefix } from '#shared/scan/sscc.ts';
import {
  licensePlateSettings,
  type ShownLicensePlateSettings,
  shownLicensePlateSettings,
} from '#shared/sites/license-plates.ts';
import { companyPrefixOf, keepCompanyPrefix } from '../platform/facts/plate-numbers.queries.ts';
import { asPersonInAll, everyWarehouse, isSame, noteChange } from '../platform/http/administrator.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asPerson, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';

const permit = 'sites.administer';
const tag = 'Administration';
const path = '/api/admin/license-plates';

/** The company prefix of licence plates and cartons: one for all warehouses, as it belongs to the company that runs them. */
export function addLicensePlateSettingRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'What the numbers of licence plates and cartons begin with',
      tag,
      access: { permit },
      answers: { 200: { description: 'The GS1 company prefix', schema: shownLicensePlateSettings } },
    },
    async ({ c, caller }) => {
      asPerson(caller);
      const kept: ShownLicensePlateSettings = { companyPrefix: await companyPrefixOf(store.read) };
      return jsonWithEtag(c, kept, entityTag(kept));
    },
  );

  routes.add(
    {
      method: 'put',
      path,
      summary: 'Set the GS1 company prefix; devices get numbers under it at their next sign-in',
      tag,
      access: { permit },
      isConditional: true,
      body: licensePlateSettings,
      answers: { 200: { description: 'As it is now', schema: shownLicensePlateSettings } },
    },
    async ({ c, caller, body }) => {
      const actor = asPersonInAll(caller, [everyWarehouse], permit);
      if (services.mode === 'production' && isExamplePrefix(body.companyPrefix))
        throw examplePrefix(body.companyPrefix);
      await store.write(async (trx) => {
        const before: ShownLicensePlateSettings = { companyPrefix: await companyPrefixOf(trx) };
        requireMatch(c, [entityTag(before)]);
        if (isSame(before, body)) return;
        await keepCompanyPrefix(trx, body.companyPrefix);
        const action = 'license_plates.changed';
        noteChange(services, trx, { actor, action, subject: 'license-plates', before, after: body });
      });
      return changedJson(body, 200);
    },
  );
}

/** Numbers of examples are for the demo: a label that leaves the building with one says nothing to anybody. */
function examplePrefix(value: string): HttpProblem {
  const error = { pointer: '/companyPrefix', code: 'license_plate.example_prefix', value };
  return new HttpProblem(422, problem('request.invalid', {}, [error]));
}
