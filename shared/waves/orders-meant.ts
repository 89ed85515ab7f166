import { type Problem, problem } from '#shared/kernel/problem.ts';

/** What became of the order numbers that a command names. */
export interface OrdersMeant {
  readonly orders: readonly { readonly number: string; readonly sourceSystem: string }[];
  /** Numbers that no order of the warehouse has. */
  readonly unknown: readonly string[];
}

/** Refusals, in this order: `order.unknown_outbound`, `order.ambiguous`. */
export function whyNotOrders(asked: readonly string[], { orders, unknown }: OrdersMeant): Problem | null {
  const [order] = unknown;
  if (order !== undefined) return problem('order.unknown_outbound', { order });
  const twice = asked.find((number) => orders.filter((one) => one.number === number).length > 1);
  if (twice === undefined) return null;
  const sourceSystems = orders.filter((one) => one.number === twice).map((one) => one.sourceSystem);
  return problem('order.ambiguous', { order: twice, sourceSystems: sourceSystems.join(', ') });
}
