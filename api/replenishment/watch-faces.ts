import { isLow, judgeFace } from '#shared/replenishment/fill-face.ts';
import { afterPublishing } from '../platform/after-publishing.ts';
import { byServer } from '../platform/by-server.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { dayIn, everyWarehouse } from '../platform/facts/warehouses.queries.ts';
import type { Services } from '../platform/services.ts';
import { aimAnew } from './aim-anew.ts';
import { endWaiting, waitMs } from './end-waiting.ts';
import { factsOfFaces } from './face-facts.ts';
import { type FilledFace, filledFacesOf, itemsMovedBehind, limitedItems, stampOfLimits } from './faces.queries.ts';
import { fillFace } from './fill-face.ts';
import { lackingIn } from './lacking.queries.ts';
import { candidatesByItem } from './reserve.queries.ts';
import { partsToServe, serveFacts, serveNeed } from './serve-need.ts';
import { fetchedForNobody } from './turn-back.queries.ts';
import { turnBackFill } from './turn-back.ts';
import { fillsWithoutStock, waitsTooLong } from './waiting.queries.ts';

/** All faces are looked at so often: goods become free, and places come into use, without any stock changing. */
const allEveryMs = 60_000;

/** What is remembered of a warehouse from one look to the next; without it everything is looked at again. */
interface Seen {
  readonly position: number;
  readonly stamp: string;
  readonly allAt: number;
  /** Keys of the items of which some faces are to hold so much. */
  readonly limited: readonly string[];
}

/**
 * Sees to it that pick faces hold what they should, and that what is asked for there comes: looks at those whose items
 * moved whenever stock changes, and at all of them when their limits changed, and every minute. Several nodes may look at
 * the same time: each filling is judged anew, with its face locked.
 */
export function startFaceWatch(services: Services): { stop(): Promise<void> } {
  const { published, clock, restMs, log } = services;
  const seen = new Map<string, Seen>();
  return afterPublishing({
    ...{ published, clock },
    everyMs: 5000,
    restMs,
    work: async (isStopped) => {
      for (const warehouse of await everyWarehouse(services.store.read)) {
        if (isStopped()) return;
        seen.set(warehouse, await look(services, warehouse, seen.get(warehouse), isStopped));
      }
    },
    onError: (error) => log.error({ err: error }, 'pick faces could not be looked at until the next time'),
  });
}

async function look(
  services: Services,
  warehouse: string,
  before: Seen | undefined,
  isStopped: () => boolean,
): Promise<Seen> {
  const { read } = services.store;
  const now = services.clock.now();
  const stamp = await stampOfLimits(read);
  const isDue = before === undefined || now >= before.allAt + allEveryMs;
  const position = services.published.position;
  const isAll = isDue || before.stamp !== stamp;
  const limited = isAll ? await limitedItems(read, warehouse) : before.limited;
  const waiting = await read.all(fillsWithoutStock, { of: warehouse });
  const isIdle = limited.length === 0 && waiting.length === 0;
  const moved = isAll ? null : new Set(isIdle ? [] : await itemsMovedBehind(read, warehouse, before.position));
  for (const item of await bringOthers(services, warehouse)) moved?.add(item);
  const served = waiting.filter((one) => moved?.has(one.item_key) ?? true);
  await serveWaiting(services, warehouse, served);
  const items = moved ? limited.filter((key) => moved.has(key)) : limited;
  if (items.length > 0) await fillFaces(services, warehouse, items, isStopped);
  await turnBack(services, warehouse);
  if (isAll && waiting.length > 0) await endWaits(services, warehouse, now);
  return { position, stamp, limited, allAt: isAll ? now : before.allAt };
}

/** Fills the faces of some items. What day it is there is only asked where there are any: time zones take 8 MB to know. */
async function fillFaces(
  services: Services,
  warehouse: string,
  items: readonly string[],
  isStopped: () => boolean,
): Promise<void> {
  const { read } = services.store;
  const day = await dayIn(read, warehouse, services.clock.now());
  for await (const faces of filledFacesOf(read, warehouse, items, day)) {
    if (isStopped()) return;
    await fillLow(services, warehouse, faces);
  }
}

/** Goods are gone that somebody is sent for: others are brought. Answers the items. */
async function bringOthers(services: Services, warehouse: string): Promise<string[]> {
  const lacking = await lackingIn(services.store.read, warehouse);
  for (const { work } of lacking) await byServer(services, aimAnew, warehouse, { work });
  return lacking.map(({ item }) => item);
}

/** What somebody waits for is sent for, where there is some by now; before what faces lack by themselves. */
async function serveWaiting(
  services: Services,
  warehouse: string,
  waiting: readonly RowOf<typeof fillsWithoutStock>[],
): Promise<void> {
  if (waiting.length === 0) return;
  const { read } = services.store;
  const inReserve = await candidatesByItem(read, warehouse, [...new Set(waiting.map((one) => one.item_key))]);
  for (const one of waiting) {
    // What goods never came of is nobody looked at more closely: there may be thousands.
    if (!inReserve.get(one.item_key)?.length) continue;
    const facts = await serveFacts(read, warehouse, one);
    if (facts && !('code' in partsToServe(facts))) await byServer(services, serveNeed, warehouse, { work: one.id });
  }
}

/** Goods that never came are waited for no longer. */
async function endWaits(services: Services, warehouse: string, now: number): Promise<void> {
  for (const { id: work } of await services.store.read.all(waitsTooLong, { warehouse, before: now - waitMs })) {
    await byServer(services, endWaiting, warehouse, { work });
  }
}

/** What was fetched for orders that are cancelled goes back to where it was. */
async function turnBack(services: Services, warehouse: string): Promise<void> {
  for (const { id: work } of await services.store.read.all(fetchedForNobody, { warehouse })) {
    await byServer(services, turnBackFill, warehouse, { work });
  }
}

/** Fills those of some faces that are low and that something can be brought to. */
async function fillLow(services: Services, warehouse: string, faces: readonly FilledFace[]): Promise<void> {
  for (const [face, facts] of await factsOfFaces(services.store.read, warehouse, faces.filter(isLow))) {
    if (judgeFace(facts).state !== 'to-fill') continue;
    await byServer(services, fillFace, warehouse, { location: face.location, item: face.item });
  }
}
