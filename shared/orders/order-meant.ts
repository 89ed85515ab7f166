import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { KnownOutboundOrder } from './known-outbound-order.ts';

/** An order that a command names by its number. */
export interface MeantOrder extends KnownOutboundOrder {
  readonly key: string;
  readonly sourceSystem: string;
}

/**
 * The one open order that is meant, or why there is none, in this order: `order.unknown_outbound`, `order.ambiguous`,
 * `order.not_open`.
 */
export function openOrder(order: string, meant: readonly MeantOrder[]): MeantOrder | Problem {
  const [first, second] = meant;
  if (!first) return problem('order.unknown_outbound', { order });
  if (second) {
    const sourceSystems = meant.map(({ sourceSystem }) => sourceSystem).join(', ');
    return problem('order.ambiguous', { order, sourceSystems });
  }
  return first.status === 'open' ? first : problem('order.not_open', { order, status: first.status });
}
