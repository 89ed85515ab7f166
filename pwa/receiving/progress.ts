import type { Need, Prompt, World } from '../engine/flow.ts';
import type { Goods } from './goods.ts';
import { isLineDone } from './shown.ts';

/** What the steps of goods in the worker's hands look at. */
export function goodsNeeds({ order, item }: Pick<Goods, 'order' | 'item'>): Need[] {
  return [
    { kind: 'inboundOrder', key: order },
    { kind: 'item', key: item },
  ];
}

/** How much of the order is in: shown at every step. Nothing where the order has left the device's copy. */
export function progressIn({ order: key }: Pick<Goods, 'order'>, world: World): Pick<Prompt, 'progress'> {
  const order = world.thing('inboundOrder', key);
  if (!order) return {};
  const done = order.lines.filter((line) => isLineDone(order, line)).length;
  return { progress: { done, of: order.lines.length, unit: 'unit.lines' } };
}
