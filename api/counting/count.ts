import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  type CountBody,
  type CountFacts,
  type CountPlan,
  type CountResult,
  type CountWorkState,
  count,
  decideCount,
} from '#shared/counting/count.ts';
import {
  claimCountWork,
  countWorkOfItems,
  endCountWork,
  releaseCountWork,
} from '../platform/facts/count-work.queries.ts';
import { locationUse } from '../platform/facts/locations.queries.ts';
import { keepLot, lotFacts } from '../platform/facts/lots.queries.ts';
import { limitsOf, mayDo } from '../platform/facts/people.queries.ts';
import { placesThatMayOwe } from '../platform/facts/places.queries.ts';
import { makePlate } from '../platform/facts/plates.queries.ts';
import { itemsByNumber, lockItem } from '../platform/facts/stock-items.queries.ts';
import { locationsOf } from '../platform/facts/withheld.queries.ts';
import { handler } from '../platform/handler.ts';
import { readHead } from '../platform/http/feed.ts';
import type { AppTrx } from '../platform/store.ts';
import { insertAttempt, keepCounted, noteCounted, noteCovered } from './count.queries.ts';
import { asCounted, beginCount, countedItems, lockCountWork, promisedAt, stockAt } from './count-facts.ts';
import { keepDifferences } from './keep-differences.ts';
import { settleCount } from './settle-count.ts';
import { stockThen } from './stock-then.ts';
import { wherePiecesAre, wherePlatesAre } from './where-known.ts';

export const countHandler = handler({ operation: count, facts, decide: decideCount, apply });

async function facts(trx: AppTrx, command: Command<CountBody>): Promise<CountFacts> {
  const { warehouse, operator, body: asked } = command;
  const work = await lockCountWork(trx, warehouse, asked.work);
  const told = [...new Set(asked.lines.map(({ item }) => item))];
  const named = (await Promise.all(told.map((number) => itemsByNumber(trx, number)))).flat();
  for (const { key } of [...named].sort((a, b) => (a.key < b.key ? -1 : 1))) await lockItem(trx, key);
  const places = await placesCounted(trx, command, work);
  const rows = await stockAt(trx, 'lock', { warehouse, locations: places, itemKey: work?.item ?? null });
  const others = rows.map((row) => row.item).filter((key) => named.every((item) => item.key !== key));
  const items = [
    ...(await Promise.all(named.map((item) => asCounted(trx, item)))),
    ...(await countedItems(trx, others)),
  ];
  const locations = new Map<string, { readonly type: string } | null>();
  for (const code of places) locations.set(code, await locationUse(trx, warehouse, code));
  return {
    warehouse,
    work,
    locations,
    items,
    rows,
    rowsThen: await stockThen(trx, { ...command, lines: asked.lines, items }, places, rows),
    promised: await promisedAt(trx, 'lock', { warehouse, locations: places }),
    mayOwe: await placesThatMayOwe(trx, warehouse, places),
    plates: await wherePlatesAre(
      trx,
      warehouse,
      asked.lines.flatMap(({ licensePlate }) => licensePlate ?? []),
    ),
    ...(await tracesTold(trx, asked, items)),
    limits: await limitsOf(trx, operator),
    isReviewer: await mayDo(trx, { operator, warehouse }, 'counting.review'),
  };
}

/**
 * The place of the count; of an item that is counted everywhere those that were told, or all where it is said to be
 * nowhere.
 */
async function placesCounted(
  trx: AppTrx,
  { warehouse, body: asked }: Command<CountBody>,
  work: CountFacts['work'],
): Promise<string[]> {
  const told = asked.lines.map(({ location }) => location);
  const own = work?.location ?? null;
  if (own !== null) return [own, ...told.filter((location) => location !== own)];
  if (told.length > 0 || work === null || work.item === null) return [...new Set(told)];
  return locationsOf(trx, warehouse, work.item);
}

/** What is known of the lots and serial numbers that were told. */
async function tracesTold(
  trx: AppTrx,
  { lines }: CountBody,
  items: CountFacts['items'],
): Promise<Pick<CountFacts, 'lots' | 'serials'>> {
  const lots = new Map<string, { readonly isKnown: boolean; readonly expiryDate: string | null }>();
  const pieces: { readonly itemKey: string; readonly serial: string }[] = [];
  for (const line of lines) {
    for (const { key } of items.filter(({ number }) => number === line.item)) {
      if (line.lot !== undefined) lots.set(JSON.stringify([key, line.lot]), await lotFacts(trx, key, line.lot));
      pieces.push(...(line.serials ?? []).map((serial) => ({ itemKey: key, serial })));
    }
  }
  return { lots, serials: await wherePiecesAre(trx, pieces) };
}

async function apply(
  trx: AppTrx,
  command: Command<CountBody>,
  { plan, result, entries }: Applied<CountPlan, CountResult>,
  { locations }: CountFacts,
): Promise<CountResult> {
  const { id: commandId, warehouse, operator } = command;
  const { work, outcome, attempts, notBy, differences, posting, reason } = plan;
  const number = work.count?.id ?? (await beginHere(trx, command, work));
  for (const lot of plan.newLots) {
    if (outcome === 'posted') await keepLot(trx, { itemKey: lot.item, lot: lot.lot, expiryDate: lot.expiryDate });
  }
  for (const plate of plan.newPlates) {
    if (outcome === 'posted') await makePlate(trx, { number: plate, warehouse, commandId });
  }
  const journal = posting ? await settleCount(trx, command, { posting, entries, reason }) : null;
  const counted = { commandId, countedBy: operator, at: trx.now, journal, notBy };
  await trx.one(noteCounted, { number, status: outcome, attempts, reason, ...counted });
  await trx.one(insertAttempt, { number, countedBy: operator, at: trx.now, commandId });
  await keepDifferences(trx, number, differences);
  // Who may not count it again leaves it to the others; anybody else is still standing there.
  if (outcome === 'recount') {
    const goesOn = notBy === operator ? releaseCountWork : claimCountWork;
    await goesOn(trx, warehouse, { id: work.id, by: operator });
  } else await endCounted(trx, command, work, locations.keys());
  return { ...result, count: number, ...(journal !== null && { journal }) };
}

/** The places were counted: the work ends, and what there was to count of single items there with it. */
async function endCounted(
  trx: AppTrx,
  { warehouse, operator }: Command<CountBody>,
  work: CountWorkState,
  places: Iterable<string>,
): Promise<void> {
  await endCountWork(trx, warehouse, work.id);
  const itemKey = work.item ?? '';
  for (const location of places) await trx.one(keepCounted, { warehouse, location, itemKey, at: trx.now });
  if (work.item !== null || work.location === null) return;
  for (const id of await countWorkOfItems(trx, { warehouse, location: work.location })) {
    const single = await lockCountWork(trx, warehouse, id);
    if (!single || single.notBy === operator) continue;
    await endCountWork(trx, warehouse, id);
    if (single.count) await trx.one(noteCovered, { number: single.count.id });
  }
}

/** Somebody counted at once what they were sent to. */
async function beginHere(trx: AppTrx, command: Command<CountBody>, work: CountWorkState): Promise<string> {
  const { id: commandId, warehouse } = command;
  const position = await readHead(trx);
  const { id, location, item: itemKey } = work;
  return beginCount(trx, { work: id, warehouse, location, itemKey, position, commandId });
}
