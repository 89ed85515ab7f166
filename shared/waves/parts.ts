import { byUrgency, type Urgency } from '#shared/ledger/urgency.ts';
import type { ReleaseRules } from './plan-release.ts';

/** As many orders are released in one command; more are released part by part. */
export const ordersAtOnce = 20;

/** As many orders make a part: whoever sends another command meanwhile waits that long. */
const ordersInPart = 8;

/** What of an order decides whether it may be released, and in which part of a large wave. */
export interface OrderHead extends Urgency {
  readonly key: string;
  readonly sourceSystem: string;
  readonly status: string;
  readonly holdCodes: readonly string[];
  readonly consignee: string;
  readonly carrier: string;
  readonly rules: Pick<ReleaseRules, 'consolidation'>;
  /** Something of it is left to release. */
  readonly isLeft: boolean;
  /** The wave that is being filled and holds it. */
  readonly inWork: string | null;
}

/** The text that orders share a shipment by; their own key where they do not. */
export function shipmentKeyOf(
  order: Pick<OrderHead, 'key' | 'sourceSystem' | 'consignee' | 'carrier' | 'rules'>,
): string {
  const { key, sourceSystem, consignee, carrier, rules } = order;
  return rules.consolidation === 'same-consignee' ? JSON.stringify([sourceSystem, consignee, carrier]) : key;
}

/** Orders in parts, counted from 1, where it does not matter which are together. */
export function evenParts(keys: readonly string[]): { readonly key: string; readonly part: number }[] {
  return keys.map((key, index) => ({ key, part: 1 + Math.floor(index / ordersInPart) }));
}

/**
 * Orders in the parts in which they are released, counted from 1, the most urgent first. Orders that share a shipment
 * are in one part, with the most urgent of them, which may make it larger than others.
 */
export function partsOf(orders: readonly OrderHead[]): { readonly key: string; readonly part: number }[] {
  const together = [...Map.groupBy([...orders].sort(byUrgency), shipmentKeyOf).values()];
  let part = 1;
  let inPart = 0;
  return together.flatMap((group) => {
    if (inPart > 0 && inPart + group.length > ordersInPart) {
      part += 1;
      inPart = 0;
    }
    inPart += group.length;
    return group.map(({ key }) => ({ key, part }));
  });
}
