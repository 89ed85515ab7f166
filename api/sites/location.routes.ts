import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { importReport, rowsAtOnce } from '#shared/sites/import.ts';
import { locationBody, type ShownLocation } from '#shared/sites/location.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { negotiate } from '../platform/http/negotiate.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { type Call, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { carryOut, importLocations } from './import-locations.ts';
import { keptLocation, keptLocations } from './location.queries.ts';
import { planLocations, type SentRow } from './plan-locations.ts';
import { readCsv } from './read-csv.ts';
import { keptWarehouse, lockWarehouse } from './warehouse.queries.ts';
import { writeCsv } from './write-csv.ts';

const permit = 'sites.administer';
const tag = 'Administration';
const path = '/api/admin/warehouses/{warehouse}/locations';
const csv = 'text/csv';
const importLimitBytes = 8 * 1024 * 1024;

/** What a row holds is checked row by row, so that each is told what is wrong with it. */
const rows = later(() => z.union([z.array(locationBody), z.strictObject({ locations: z.array(locationBody) })]));

/** The locations of a warehouse: one by one, or many at once. */
export function addLocationRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'The locations of a warehouse in walking order; as CSV ready to be changed and imported',
      tag,
      access: { permit },
      answers: {
        200: {
          description: 'The locations',
          schema: z.object({ items: z.array(locationBody) }),
          contentTypes: ['application/json', csv],
        },
      },
    },
    async ({ c, caller, path: { warehouse = '' } }) => {
      if (!(await keptWarehouse(store.read, warehouse))) throw notFound(warehouse);
      asPersonIn(caller, warehouse, permit);
      const items = (await keptLocations(store.read, warehouse)).map(({ location }) => location);
      if (negotiate(c, ['application/json', csv]) === 'application/json') return jsonWithEtag(c, { items });
      const headers = { 'content-type': `${csv}; charset=utf-8`, etag: entityTag(items) };
      return new Response(writeCsv(items), { headers });
    },
  );

  routes.add(
    {
      method: 'get',
      path: `${path}/{code}`,
      summary: 'A location',
      tag,
      access: { permit },
      answers: { 200: { description: 'The location', schema: locationBody } },
    },
    async ({ c, caller, path: { warehouse = '', code = '' } }) => {
      const kept = await keptLocation(store.read, warehouse, code);
      if (!kept) throw notFound(code);
      asPersonIn(caller, warehouse, permit);
      return jsonWithEtag(c, kept.location, entityTag(kept.location));
    },
  );

  routes.add(
    {
      method: 'put',
      path: `${path}/{code}`,
      summary: 'Make a location or describe it anew',
      tag,
      access: { permit },
      isConditional: true,
      body: locationBody,
      answers: {
        200: { description: 'As it is now', schema: locationBody },
        201: { description: 'Made', schema: locationBody },
      },
    },
    async (call) => {
      const { location, isNew } = await putLocation(services, call);
      return changedJson(location, isNew ? 201 : 200);
    },
  );

  routes.add(
    {
      method: 'post',
      path,
      summary: 'Make and change many locations, all or none, with a report row by row',
      tag,
      access: { permit },
      query: z.strictObject({
        dryRun: z.enum(['true', 'false']).optional().describe('true: says what would happen, and changes nothing.'),
      }),
      body: rows,
      bodyCheckedBy: 'handler',
      textType: csv,
      bodyLimitBytes: importLimitBytes,
      answers: { 200: { description: 'What became of each row', schema: importReport } },
    },
    async ({ c, caller, query, path: { warehouse = '' }, body }) => {
      const sent = sentRows(body);
      const report = await store.write(async (trx) => {
        if (!(await lockWarehouse(trx, warehouse))) throw notFound(warehouse);
        const actor = asPersonIn(caller, warehouse, permit);
        return importLocations({ services, trx, actor, warehouse }, sent, query.dryRun === 'true');
      });
      return c.json(report);
    },
  );
}

async function putLocation(
  services: Services,
  { c, caller, body, path: { warehouse = '', code = '' } }: Call<unknown, z.infer<typeof locationBody>>,
): Promise<{ location: ShownLocation; isNew: boolean }> {
  return services.store.write(async (trx) => {
    if (!(await lockWarehouse(trx, warehouse))) throw notFound(warehouse);
    const actor = asPersonIn(caller, warehouse, permit);
    const before = await keptLocation(trx, warehouse, code);
    requireMatch(c, before ? [entityTag(before.location)] : []);
    const known = before ? [before] : await keptLocations(trx, warehouse);
    const sent = { pointer: '', value: { ...body, code }, errors: codeFaults(code, body.code) };
    const plan = await planLocations(trx, warehouse, known, [sent], 'nothing');
    const [row] = plan.rows;
    if (!row?.after) throw new HttpProblem(422, problem('request.invalid', {}, row?.errors ?? []));
    await carryOut({ services, trx, actor, warehouse }, plan);
    return { location: row.after, isNew: before === null };
  });
}

function codeFaults(code: string, sent: string | undefined) {
  if (sent === undefined || sent === code) return [];
  return [{ pointer: '/code', code: 'request.code_differs', params: { code }, value: sent }];
}

/** The rows of a request: of a CSV file, of a list, or of a list that is named. */
function sentRows(body: unknown): SentRow[] {
  const isNamed = typeof body === 'object' && body !== null && 'locations' in body;
  const list: unknown = isNamed ? body.locations : body;
  const base = isNamed ? '/locations' : '';
  if (typeof body !== 'string' && !Array.isArray(list)) {
    throw new HttpProblem(422, problem('request.invalid', {}, [{ pointer: base, code: 'request.malformed' }]));
  }
  const sent =
    typeof body === 'string'
      ? readCsv(body)
      : (list as unknown[]).map((value, index) => ({ pointer: `${base}/${index}`, value, errors: [] }));
  if (sent.length > rowsAtOnce) throw new HttpProblem(413, problem('import.too_many', { limit: rowsAtOnce }));
  return sent;
}
