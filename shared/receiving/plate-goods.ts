import { type Problem, problem } from '#shared/kernel/problem.ts';
import { isSetAside } from './discrepancy-found.ts';
import type { ExpectedLine, PlateFacts } from './plate-facts.ts';
import { type ShelfLifeVerdict, shelfLifeVerdict } from './shelf-life.ts';
import { whyNotTracking } from './tracking.ts';

/** What is still to come of one announced line of a plate. `serials` null: its item has none, or none was announced. */
export interface PlateGoods {
  readonly licensePlate: string;
  readonly expected: ExpectedLine;
  /** The status that the worker, else the notice, gives the goods; null: the order line's own. */
  readonly inventoryStatus: string | null;
  readonly quantityBase: number;
  readonly serials: readonly string[] | null;
}

const openOrderStatuses: readonly string[] = ['open', 'partially_received'];

/**
 * Why these goods cannot be taken as they were announced; somebody has to look at them one by one. In this order:
 * `receiving.line_unknown` the order has the line no more, `receiving.order_closed`, `receiving.line_closed` (both as good
 * as open with a supervisor's approval); lot, expiry, status and serials as in `whyNotTracking`; `receiving.expired`,
 * `receiving.shelf_life_short`.
 */
export function whyNotGoods(goods: PlateGoods, facts: PlateFacts, isApproved: boolean): Problem | null {
  const { expected, quantityBase, serials, inventoryStatus } = goods;
  const { line, item } = expected;
  const order = facts.orders.find(({ key }) => key === expected.order);
  const number = order?.number ?? expected.order.slice(expected.order.indexOf(':') + 1);
  const named = { order: number, line: expected.lineNumber };
  if (!line || !order || line.item !== item.key) return problem('receiving.line_unknown', named);
  if (!isApproved && !openOrderStatuses.includes(order.status)) {
    return problem('receiving.order_closed', { order: number, status: order.status });
  }
  if (!isApproved && line.status !== 'open') return problem('receiving.line_closed', named);
  const { lot, expiryDate } = expected;
  const asked = {
    ...(lot !== null && { lot }),
    ...(expiryDate !== null && { expiryDate }),
    ...(serials !== null && { serials: [...serials] }),
    ...(inventoryStatus !== null && { inventoryStatus }),
  };
  const known = { lot: expected.lotFacts, lines: [line], serialsInStock: facts.serialsInStock };
  const why = whyNotTracking(asked, known, item, quantityBase);
  if (why) return why;
  const verdict = shelfLifeOf(goods, facts);
  return verdict?.isRefused ? verdict.problem : null;
}

/** How long the goods are still good; nobody judges those that are set aside as they come. */
export function shelfLifeOf(goods: PlateGoods, { settings }: PlateFacts): ShelfLifeVerdict | null {
  const { expiryDate, lotFacts, shelfLife, item } = goods.expected;
  const { inventoryStatus } = goods;
  if (inventoryStatus !== null && isSetAside({ inventoryStatus })) return null;
  return shelfLifeVerdict(expiryDate ?? lotFacts?.expiryDate ?? null, shelfLife, settings, item);
}
