import { create } from '#shared/waves/create.ts';
import { dueOrders } from '#shared/waves/due-orders.ts';
import { isDue } from '#shared/waves/is-due.ts';
import { ordersAtOnce } from '#shared/waves/parts.ts';
import { process } from '#shared/waves/process.ts';
import { release } from '#shared/waves/release.ts';
import { afterPublishing } from '../platform/after-publishing.ts';
import { byServer } from '../platform/by-server.ts';
import { everyWarehouse, timeZoneOf } from '../platform/facts/warehouses.queries.ts';
import { localTime } from '../platform/local-day.ts';
import type { Services } from '../platform/services.ts';
import { type Arrivals, endWaits } from './end-waits.ts';
import { expectArrivals } from './expect-arrivals.ts';
import { readCandidates, readOrders } from './read-orders.ts';
import { waitingFor } from './template.ts';
import { templatesOf } from './template-admin.queries.ts';
import { lastMadeBy, ordersSplitOff, ordersThatLack, ordersToGo, releasingByThemselves } from './waiting.queries.ts';

/**
 * Releases what may be released without anybody: what templates gather by the clock or by number, orders of source
 * systems that want it so, and what orders lacked and has come meanwhile. Looks whenever something changed and every
 * half minute. Several nodes may look at the same time: each release locks its orders and judges anew.
 */
export function startAutomaticRelease(services: Services): { stop(): Promise<void> } {
  const { published, clock, restMs, log } = services;
  const arrivals = new Map<string, Arrivals>();
  return afterPublishing({
    ...{ published, clock },
    everyMs: 30_000,
    restMs,
    work: async (isStopped) => {
      for (const warehouse of await everyWarehouse(services.store.read)) {
        if (isStopped()) return;
        await makeDueWaves(services, warehouse);
        await endWaits(services, warehouse, arrivalsIn(arrivals, warehouse));
        await releaseDueOrders(services, warehouse);
        await expectArrivals(services, warehouse);
      }
    },
    onError: (error) => log.error({ err: error }, 'nothing could be released by itself until the next look'),
  });
}

function arrivalsIn(known: Map<string, Arrivals>, warehouse: string): Arrivals {
  const arrivals = known.get(warehouse) ?? { position: 0, newest: new Map<string, number>() };
  known.set(warehouse, arrivals);
  return arrivals;
}

/** Makes the waves that templates of a warehouse want now, and releases them where those say so. */
export async function makeDueWaves(services: Services, warehouse: string): Promise<void> {
  const { store, clock } = services;
  const now = clock.now();
  const timeZone = await timeZoneOf(store.read, warehouse);
  for (const template of await templatesOf(store.read, warehouse)) {
    const { automatic, isActive, code } = template;
    if (!automatic || !isActive) continue;
    const waiting = await waitingFor(store.read, warehouse, template, now);
    const lastMade = await lastMadeBy(store.read, warehouse, code);
    if (!isDue(automatic, waiting, { now, lastMade, shown: localTime(now, timeZone) })) continue;
    const made = await byServer(services, create, warehouse, { template: code });
    if (made.outcome !== 'applied') continue;
    const { wave } = made.result as { wave: string };
    await byServer(services, automatic.release ? release : process, warehouse, { wave });
  }
}

/** Releases the orders of a warehouse for which there are goods now and that need nobody's word for it. */
export async function releaseDueOrders(services: Services, warehouse: string): Promise<void> {
  const { read } = services.store;
  const lacking = [
    ...(await read.all(ordersThatLack, { warehouse })),
    ...(await read.all(ordersSplitOff, { warehouse })),
  ];
  const automatic = await releasingByThemselves(read);
  const others = automatic.length === 0 ? [] : await ordersToGo(read, warehouse, automatic);
  const tried = new Set(lacking.map((row) => row.order_key));
  const keys = [...new Set([...lacking, ...others].map((row) => row.order_key))];
  if (keys.length === 0) return;
  const orders = await readOrders(read, warehouse, keys, services.clock.now(), true);
  const waiting = orders.map((order) => ({ order, isTried: tried.has(order.key) }));
  for (const { sourceSystem, numbers } of together(dueOrders(waiting, await readCandidates(read, warehouse, orders)))) {
    await byServer(services, release, warehouse, { orders: numbers, sourceSystem });
  }
}

interface Batch {
  readonly sourceSystem: string;
  readonly numbers: string[];
}

/** Orders that follow each other and have one source system, as many as are released at once. */
function together(orders: readonly { readonly number: string; readonly sourceSystem: string }[]): Batch[] {
  const batches: Batch[] = [];
  for (const { number, sourceSystem } of orders) {
    const last = batches.at(-1);
    if (last && last.sourceSystem === sourceSystem && last.numbers.length < ordersAtOnce) last.numbers.push(number);
    else batches.push({ sourceSystem, numbers: [number] });
  }
  return batches;
}
