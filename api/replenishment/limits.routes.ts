import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import {
  type LimitsAnswer,
  type LimitsBody,
  limitsAnswer,
  limitsBody,
  readLimits,
} from '#shared/replenishment/limits-document.ts';
import type { Runner } from '../platform/db/connection.ts';
import { locationFacts, lockLocation } from '../platform/facts/locations.queries.ts';
import { itemsByKey, itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { isSame, noteChange } from '../platform/http/administrator.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { type Call, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepLimits, limitsAt } from './limits.queries.ts';

const permit = 'replenishment.set_limits';
const mayRead = 'replenishment.read';
const tag = 'Administration';
const path = '/api/admin/pick-faces/{warehouse}/{location}';

/** How much of its items a pick face is to hold. Whoever supervises the floor of a warehouse sets it. */
export function addFaceLimitRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'How much of which items a place for picking is to hold, as people set it; nothing unless they did',
      tag,
      access: { permit: mayRead },
      answers: { 200: { description: 'The limits', schema: limitsAnswer } },
    },
    async ({ c, caller, path: { warehouse = '', location = '' } }) => {
      asPersonIn(caller, warehouse, mayRead);
      if (!(await locationFacts(store.read, warehouse, location))) throw notFound(location);
      const shown = await shownLimits(store.read, warehouse, location);
      return jsonWithEtag(c, shown, entityTag(shown));
    },
  );

  routes.add(
    {
      method: 'put',
      path,
      summary: 'Set how much of which items a place for picking is to hold; what is not named has no limits any more',
      tag,
      access: { permit },
      isConditional: true,
      body: limitsBody,
      answers: { 200: { description: 'As it is now', schema: limitsAnswer } },
    },
    async (call) => changedJson(await putLimits(services, call), 200),
  );
}

async function putLimits(
  services: Services,
  { c, caller, body, path: { warehouse = '', location = '' } }: Call<unknown, LimitsBody>,
): Promise<LimitsAnswer> {
  return services.store.write(async (trx) => {
    const actor = asPersonIn(caller, warehouse, permit);
    const place = await lockLocation(trx, warehouse, location);
    if (!place) throw notFound(location);
    const before = await shownLimits(trx, warehouse, location);
    requireMatch(c, [entityTag(before)]);
    const items = [];
    for (const { item, sourceSystem } of body.items) {
      items.push(itemMeant(item, await itemsByNumber(trx, item), [], sourceSystem ?? undefined));
    }
    const { limits, errors } = readLimits(body, place, items);
    if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
    await keepLimits(trx, { warehouse, location }, limits);
    const after = await shownLimits(trx, warehouse, location);
    if (isSame(before, after)) return after;
    const subject = `pick-face/${warehouse}/${location}`;
    noteChange(services, trx, { actor, action: 'pick_face.limits_set', subject, before, after });
    return after;
  });
}

async function shownLimits(read: Runner, warehouse: string, location: string): Promise<LimitsAnswer> {
  const rows = await limitsAt(read, { warehouse, location });
  const items = new Map(
    (
      await itemsByKey(
        read,
        rows.map(({ item }) => item),
      )
    ).map((item) => [item.key, item]),
  );
  return {
    warehouse,
    location,
    items: rows.flatMap(({ item: key, minimumBase, maximumBase }) => {
      const item = items.get(key);
      if (!item) return [];
      const { number, sourceSystem, decimals, baseUnit: unit } = item;
      const [minimum, maximum] = [fromBase(minimumBase, decimals), fromBase(maximumBase, decimals)];
      return [{ item: number, sourceSystem, minimum, maximum, unit }];
    }),
  };
}
