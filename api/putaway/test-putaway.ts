import type { Problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { withComing } from '#shared/ledger/after-put.ts';
import type { LocationState } from '#shared/ledger/fits.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { PutawayRule } from '#shared/ledger/putaway-rule.ts';
import { kilograms, litres, roomTakenOf } from '#shared/ledger/room-taken.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import type { PutawayTest, TestBody, TestedPlace } from '#shared/putaway/console.ts';
import { rulesInForce } from '#shared/putaway/default-rules.ts';
import { explainPutaway, type PutawayExplanation } from '#shared/putaway/explain.ts';
import { ruleOf } from '#shared/putaway/rule-document.ts';
import { proposeParts } from '#shared/putaway/split.ts';
import type { Runner } from '../platform/db/connection.ts';
import { putTargetsOf } from '../platform/facts/locations.queries.ts';
import { groundFor } from './proposal.ts';
import { type GoodsAsked, goodsAsked } from './tested-goods.ts';

/** What the rules of a warehouse do with goods at an instant, told in full; with other rules, what those would do. */
export async function testPutaway(read: Runner, body: TestBody, nowMs: number): Promise<PutawayTest | Problem> {
  const asked = await goodsAsked(read, body);
  if (isProblem(asked)) return asked;
  const { goods, from: fromCode, work } = asked;
  const ground = await groundFor(read, { warehouse: body.warehouse, goods, from: fromCode, work, nowMs });
  const rules = body.rules === undefined ? ground.rules : rulesInForce(body.rules.map(ruleOf));
  const locations = withComing(await putTargetsOf(read, body.warehouse), ground.coming);
  const explained = explainPutaway(goods, locations, rules, ground.from);
  return {
    goods: goodsShown(asked),
    proposal: proposalShown(explained, rules),
    parts: explained.proposal ? [] : partsShown(asked, locations, rules, ground.from),
    rules: explained.rules.map(({ rule, outcome, problem }) => ({
      rule,
      name: rules.find(({ code }) => code === rule)?.name ?? rule,
      outcome,
      problem: problem && shown(problem),
    })),
    reasons: reasonsOf(explained),
    places: placesShown(explained, body),
  };
}

function shown({ code, params }: Problem) {
  return { code, ...(params && { params: { ...params } }) };
}

function goodsShown({ goods, rows, items, from }: GoodsAsked): PutawayTest['goods'] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return {
    licensePlate: goods.licensePlate || null,
    from,
    contents: rows.map((row) => {
      const item = byKey.get(row.item);
      return {
        item: itemNumberOf(row.item),
        description: item?.description ?? '',
        lot: row.lot || null,
        inventoryStatus: row.inventoryStatus,
        category: item?.category ?? null,
        abcClass: item?.abcClass ?? null,
        quantity: fromBase(row.quantityBase, item?.decimals ?? 0),
        unit: item?.baseUnit ?? '',
      };
    }),
    weightKg: kilograms(goods.weightMilligrams ?? 0),
    volumeLitres: litres(goods.volumeMm3 ?? 0),
    unmeasured: items
      .filter(({ weightMilligrams, volumeMm3 }) => weightMilligrams === null || volumeMm3 === null)
      .map(({ number }) => number),
  };
}

function proposalShown({ proposal }: PutawayExplanation, rules: readonly PutawayRule[]): PutawayTest['proposal'] {
  if (!proposal) return null;
  return { ...proposal, ruleName: rules.find(({ code }) => code === proposal.rule)?.name ?? proposal.rule };
}

/** Only goods of one kind without serials are spread: of others a person says what goes where. */
function partsShown(
  { rows, items }: GoodsAsked,
  locations: readonly LocationState[],
  rules: readonly PutawayRule[],
  from: Parameters<typeof proposeParts>[4],
): PutawayTest['parts'] {
  const [row, ...more] = rows;
  const item = items.find(({ key }) => key === row?.item);
  if (!row || !item || more.length > 0 || item.isSerialTracked) return [];
  return proposeParts(row, item, locations, rules, from).map(({ location, quantityBase }) => ({
    location,
    quantity: fromBase(quantityBase, item.decimals),
    unit: item.baseUnit,
  }));
}

function reasonsOf({ candidates }: PutawayExplanation): PutawayTest['reasons'] {
  const counts = new Map<string, number>();
  for (const { problem } of candidates) {
    if (problem) counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

function placesShown({ candidates }: PutawayExplanation, { search, after, limit }: TestBody): PutawayTest['places'] {
  const wanted = (search ?? '').toUpperCase();
  const found = candidates.filter(({ location }) => location.code.toUpperCase().startsWith(wanted));
  const items = found.slice(after, after + limit).map(
    ({ location, isProposed, problem }): TestedPlace => ({
      location: location.code,
      type: location.type,
      zone: location.zone,
      isProposed,
      problem: problem && shown(problem),
      ...roomTakenOf(location),
    }),
  );
  const end = after + items.length;
  return { items, total: found.length, next: end < found.length ? end : null };
}
