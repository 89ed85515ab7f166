import { type Problem, problem } from '#shared/kernel/problem.ts';

/** What became of the order numbers that a command names. */
export interface OrdersMeant {
  readonly heads: readonly MeantOrder[];
  /** Numbers that no order of the warehouse has. */
  readonly unknown: readonly string[];
}

export interface MeantOrder {
  readonly key: string;
  readonly number: string;
  readonly sourceSystem: string;
  readonly status: string;
  readonly holdCodes: readonly string[];
}

/** Refusals, in this order: `order.unknown_outbound`, `order.ambiguous`. */
export function whyNotOrders(asked: readonly string[], { heads, unknown }: OrdersMeant): Problem | null {
  const [order] = unknown;
  if (order !== undefined) return problem('order.unknown_outbound', { order });
  const systems = Map.groupBy(heads, ({ number }) => number);
  const twice = asked.find((number) => (systems.get(number)?.length ?? 0) > 1);
  if (twice === undefined) return null;
  const sourceSystems = (systems.get(twice) ?? []).map((one) => one.sourceSystem);
  return problem('order.ambiguous', { order: twice, sourceSystems: sourceSystems.join(', ') });
}

/** Refusals, in this order: `waves.order_not_open`, `waves.order_in_wave` of the first such. */
export function whyNotGather(heads: readonly MeantOrder[], inOtherWave: ReadonlyMap<string, string>): Problem | null {
  const ended = heads.find(({ status }) => status !== 'open');
  if (ended) return problem('waves.order_not_open', { order: ended.number, status: ended.status });
  const taken = heads.find(({ key }) => inOtherWave.has(key));
  if (!taken) return null;
  return problem('waves.order_in_wave', { order: taken.number, wave: inOtherWave.get(taken.key) ?? '' });
}
