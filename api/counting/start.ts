import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { CountWorkState } from '#shared/counting/count.ts';
import {
  decideStart,
  type StartBody,
  type StartFacts,
  type StartPlan,
  type StartResult,
  start,
} from '#shared/counting/start.ts';
import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { nextName } from '../platform/counter.ts';
import { claimCountWork, countWorkFor, openCountWork } from '../platform/facts/count-work.queries.ts';
import { locationUse } from '../platform/facts/locations.queries.ts';
import { itemsByKey, itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { lockWarehouse } from '../platform/facts/warehouses.queries.ts';
import { locationsOf } from '../platform/facts/withheld.queries.ts';
import { handler } from '../platform/handler.ts';
import { readHead } from '../platform/http/feed.ts';
import type { AppTrx } from '../platform/store.ts';
import { nextInZone } from './count.queries.ts';
import { beginCount, lockCountWork, stockAt } from './count-facts.ts';

export const startHandler = handler({ operation: start, facts, decide: decideStart, apply });

async function facts(trx: AppTrx, command: Command<StartBody>): Promise<StartFacts> {
  const { warehouse, body: asked } = command;
  const named = asked.item === undefined ? [] : await itemsByNumber(trx, asked.item);
  const meant = asked.item === undefined ? null : itemMeant(asked.item, named, [], asked.sourceSystem);
  const itemKey = meant === null || isProblem(meant) ? null : meant.key;
  const work = await workMeant(trx, command, itemKey);
  const location = work ? work.location : (asked.location ?? null);
  const item = work ? work.item : itemKey;
  const places = location === null ? (item === null ? [] : await locationsOf(trx, warehouse, item)) : [location];
  const rows = await stockAt(trx, 'lock', { warehouse, locations: places, itemKey: item });
  const there = await itemsByKey(trx, [...rows.map((row) => row.item), ...(item === null ? [] : [item])]);
  return {
    work: work && { ...work, count: work.count?.status ?? null },
    location: location === null ? null : await locationUse(trx, warehouse, location),
    items: [...there, ...named.filter(({ key }) => there.every((known) => known.key !== key))],
    rows,
    newWork: work ? '' : await nextName(trx, 'work', 'WK'),
    position: await readHead(trx),
  };
}

/** The work that was named, the next of the zone, or what is open for the same place and item. */
async function workMeant(
  trx: AppTrx,
  { warehouse, operator, body: asked }: Command<StartBody>,
  itemKey: string | null,
): Promise<CountWorkState | null> {
  if (asked.work !== undefined) return lockCountWork(trx, warehouse, asked.work);
  // One at a time in a warehouse: two that begin the same get the same work, two in a zone different places.
  await lockWarehouse(trx, warehouse);
  if (asked.zone !== undefined) {
    const next = await trx.one(nextInZone, {
      ...{ warehouse, operator, zone: asked.zone, expired: trx.now - claimLeaseMs },
    });
    return next ? lockCountWork(trx, warehouse, next.id) : null;
  }
  const open = await countWorkFor(trx, { warehouse, location: asked.location ?? '', itemKey });
  return open === undefined ? null : lockCountWork(trx, warehouse, open);
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse, operator }: Command<StartBody>,
  { plan: { work, isNewWork, location, item: itemKey } }: Applied<StartPlan, StartResult>,
  known: StartFacts,
): Promise<undefined> {
  if (isNewWork) await openCountWork(trx, { id: work, warehouse, location: location ?? '', itemKey, commandId });
  await claimCountWork(trx, warehouse, { id: work, by: operator });
  if (known.work !== null && known.work.count !== null) return;
  const { position } = known;
  await beginCount(trx, { work, warehouse, location, itemKey, position, commandId });
}
