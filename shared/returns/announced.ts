import { type Problem, problem } from '#shared/kernel/problem.ts';
import { byPercent, fromBase } from '#shared/kernel/quantity.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { ReturnedShare } from './against-shipped.ts';

/** An order to receive that the ERP has sent, which may announce goods that come back. */
export interface AnnouncedReturn {
  readonly key: string;
  readonly number: string;
  readonly sourceSystem: string;
  readonly warehouse: string;
  readonly status: string;
  readonly orderType: string;
  /** It is of the type that the source system's returns have, or a customer sends it. */
  readonly isReturn: boolean;
  readonly lines: readonly AnnouncedLine[];
}

/** `item` is a key, quantities are base steps. `registeredBase`: what came of it so far. */
export interface AnnouncedLine {
  readonly line: number;
  readonly item: string;
  readonly lot: string | null;
  readonly status: string;
  readonly owner: string;
  readonly orderedBase: number;
  readonly overPercent: number;
  readonly registeredBase: number;
}

const ended: readonly string[] = ['cancelled', 'closed_short'];

/**
 * Why nothing can come back on an order, in this order: `returns.order_ambiguous`, `receiving.wrong_warehouse`,
 * `returns.no_return_order` goods of it are received as those of other orders are, `receiving.order_closed`.
 */
export function whyNotAnnounced(orders: readonly AnnouncedReturn[], warehouse: string): Problem | null {
  const [order, other] = orders;
  if (!order) return null;
  const { number, status, orderType } = order;
  if (other) {
    const sourceSystems = orders.map(({ sourceSystem }) => sourceSystem).join(', ');
    return problem('returns.order_ambiguous', { order: number, sourceSystems });
  }
  if (order.warehouse !== warehouse) {
    return problem('receiving.wrong_warehouse', { order: number, warehouse: order.warehouse });
  }
  if (!order.isReturn) return problem('returns.no_return_order', { order: number, orderType: orderType || '–' });
  return ended.includes(status) ? problem('receiving.order_closed', { order: number, status }) : null;
}

interface Asked {
  readonly lot?: string | undefined;
  readonly serials?: readonly string[] | undefined;
}

/**
 * What comes back on which lines of the order that announces it, or why it cannot: `returns.item_not_announced`,
 * `returns.more_than_announced` with what of it came already; over-delivery of the lines is let in. The ERP has said that
 * it takes them, so no policy is asked. A supervisor may let in more: it goes to the last line.
 */
export function againstAnnounced(
  { lot, serials }: Asked,
  { number: order, lines }: AnnouncedReturn,
  item: StockItem,
  quantityBase: number,
  isApproved: boolean,
): readonly ReturnedShare[] | Problem {
  const ofItem = lines.filter((line) => line.item === item.key && line.status !== 'cancelled');
  if (ofItem.length === 0) return problem('returns.item_not_announced', { item: item.number, order });
  // Of a lot that was announced first; customers send what they have.
  const ordered = [...ofItem].sort((one, next) => rankOf(one, lot) - rankOf(next, lot) || one.line - next.line);
  const oneBase = serials ? 10 ** item.decimals : 1;
  const taken = new Map<AnnouncedLine, number>();
  let restBase = quantityBase;
  for (const mostOf of [announcedBase, limitBase]) {
    for (const line of ordered) {
      const before = taken.get(line) ?? 0;
      const roomBase = Math.min(restBase, Math.max(0, mostOf(line) - line.registeredBase - before));
      const partBase = roomBase - (roomBase % oneBase);
      taken.set(line, before + partBase);
      restBase -= partBase;
    }
  }
  const last = ordered.at(-1);
  if (restBase > 0 && !(isApproved && last)) return moreThanAnnounced(order, item, ofItem);
  if (last) taken.set(last, (taken.get(last) ?? 0) + restBase);
  return sharesOf(taken, serials, oneBase);
}

function rankOf(line: AnnouncedLine, lot: string | undefined): number {
  if (line.lot === null) return 1;
  return line.lot === lot ? 0 : 2;
}

function announcedBase({ orderedBase }: AnnouncedLine): number {
  return orderedBase;
}

function limitBase({ orderedBase, overPercent }: AnnouncedLine): number {
  return byPercent(orderedBase, overPercent);
}

/** Each line with what comes on it; pieces with serial numbers one by one. */
function sharesOf(
  taken: ReadonlyMap<AnnouncedLine, number>,
  serials: readonly string[] | undefined,
  oneBase: number,
): ReturnedShare[] {
  const filled = [...taken].filter(([, quantityBase]) => quantityBase > 0);
  if (!serials) {
    return filled.map(([announced, quantityBase]) => ({ line: null, announced, quantityBase, serial: null }));
  }
  const pieces = filled.flatMap(([announced, base]) => Array.from({ length: base / oneBase }, () => announced));
  return serials.map((serial, index) => {
    const announced = pieces[index];
    return { line: null, ...(announced && { announced }), quantityBase: oneBase, serial };
  });
}

function moreThanAnnounced(order: string, item: StockItem, lines: readonly AnnouncedLine[]): Problem {
  const sum = (of: (line: AnnouncedLine) => number) =>
    fromBase(
      lines.reduce((base, line) => base + of(line), 0),
      item.decimals,
    );
  return problem('returns.more_than_announced', {
    ...{ order, item: item.number, unit: item.baseUnit },
    announced: sum(announcedBase),
    returned: sum(({ registeredBase }) => registeredBase),
    left: sum((line) => Math.max(0, limitBase(line) - line.registeredBase)),
  });
}
