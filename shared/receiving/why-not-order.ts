import type { Command } from '#shared/command/envelope.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import type { ReceivingSettings, RegisterFacts } from './facts.ts';
import type { RegisterBody } from './register-body.ts';

/**
 * Why nothing can be registered on an order: `receiving.order_missing`, `receiving.order_unknown`, or of a load
 * `receiving.load_unknown`, `receiving.load_brings_nothing`, `receiving.load_completed`; `receiving.order_ambiguous`,
 * `receiving.wrong_warehouse`, `receiving.order_closed`.
 */
export function whyNotOrder({ body: asked, warehouse }: Command<RegisterBody>, facts: RegisterFacts): Problem | null {
  const load = asked.load ?? facts.announced?.load;
  if (asked.order === undefined && load === undefined) return problem('receiving.order_missing');
  const [first, second] = facts.orders;
  if (!first) {
    return asked.order === undefined
      ? whyNothingOn(load ?? '', warehouse, facts)
      : problem('receiving.order_unknown', { order: asked.order });
  }
  if (asked.order !== undefined && second) {
    const sourceSystems = facts.orders.map((order) => order.sourceSystem).join(', ');
    return problem('receiving.order_ambiguous', { order: asked.order, sourceSystems });
  }
  if (first.warehouse !== warehouse) {
    return problem('receiving.wrong_warehouse', { order: first.number, warehouse: first.warehouse });
  }
  const isOpen = facts.orders.some((order) => openOrderStatuses.includes(order.status));
  return isOpen ? null : problem('receiving.order_closed', { order: first.number, status: first.status });
}

const openOrderStatuses: readonly string[] = ['open', 'partially_received'];

/** What the source system of the order decides for itself. */
export function settingsOf({ orders: [order] }: RegisterFacts): ReceivingSettings {
  return order?.settings ?? standardSettings;
}

/**
 * Why nothing can be registered on the load that was named, or that announces the plate; or why one has to be named:
 * `receiving.plate_on_other_load`, `receiving.load_unknown`, `receiving.load_completed`, `receiving.order_not_on_load`;
 * `receiving.load_ambiguous`, `receiving.load_required`.
 */
export function whyNotLoad({ body: asked, warehouse }: Command<RegisterBody>, facts: RegisterFacts): Problem | null {
  const { announced, load } = facts;
  if (announced && asked.load !== undefined && announced.load !== asked.load) {
    const licensePlate = asked.licensePlate ?? '';
    return problem('receiving.plate_on_other_load', { licensePlate, load: announced.load });
  }
  const named = asked.load ?? announced?.load;
  if (named === undefined) return whyNotAnyLoad(asked, facts);
  if (!load || load.warehouse !== warehouse) return problem('receiving.load_unknown', { load: named });
  if (load.status !== 'open' && !takesMore(facts)) return problem('receiving.load_completed', { load: load.number });
  const isOnLoad = facts.orders.some((order) => load.orders.includes(order.key));
  return isOnLoad ? null : problem('receiving.order_not_on_load', { order: asked.order ?? '', load: load.number });
}

/** No order is on a load, be it that there is none of that number or that its orders were cancelled. */
function whyNothingOn(number: string, warehouse: string, { load }: RegisterFacts): Problem {
  if (load?.number !== number || load.warehouse !== warehouse) {
    return problem('receiving.load_unknown', { load: number });
  }
  return problem(load.status === 'open' ? 'receiving.load_brings_nothing' : 'receiving.load_completed', {
    load: number,
  });
}

/** None was named: the order's only one, or the one that this registration makes. */
function whyNotAnyLoad(asked: RegisterBody, facts: RegisterFacts): Problem | null {
  const openLoads = facts.orders[0]?.openLoads ?? [];
  const order = asked.order ?? '';
  if (openLoads.length > 1) return problem('receiving.load_ambiguous', { order, loads: openLoads.join(', ') });
  const { inboundLoadCreation } = settingsOf(facts);
  const isWanted = inboundLoadCreation === 'by-hand' || inboundLoadCreation === 'from-notice';
  return isWanted && openLoads.length === 0 ? problem('receiving.load_required', { order }) : null;
}

/** A completed load takes more where it may have several receipts, and over-receipt is not blocked on closed ones. */
function takesMore(facts: RegisterFacts): boolean {
  const { multipleReceiptsPerLoad, overReceipt } = settingsOf(facts);
  return facts.load?.status === 'received' && multipleReceiptsPerLoad && overReceipt === 'allow';
}
