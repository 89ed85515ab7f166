import type { OutboundAnswer } from '#shared/orders/outbound-answer.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import { sumBy } from './exact.ts';
import type { StockRow } from './on-hand.ts';
import type { Picked } from './picks.ts';

/** Goods of another item that were picked for a line and wait for their truck, in steps. */
export type Instead = Omit<Picked, 'lot' | 'serial'>;

/**
 * What is promised of the stock is what orders were promised of it, to the unit: so no two were promised the same. Of
 * items of which less was there than was promised orders may still ask for the rest; then it is no more than they ask for.
 * What somebody carries to a pick face is nobody else's meanwhile. `deltas` are those of locations.
 */
export function checkPromises(
  orders: readonly OutboundAnswer[],
  rows: readonly StockRow[],
  deeds: readonly Deed[],
  instead: readonly Instead[],
  deltas: readonly DeltaRow[],
): string[] {
  const expected = sumBy(
    orders.flatMap(({ sourceSystem, lines }) => lines.map((line) => ({ sourceSystem, ...line }))),
    ({ sourceSystem, item }) => `${sourceSystem}:${item}`,
    ({ base }) => base.reserved,
  );
  const add = (key: string, steps: number): unknown => expected.set(key, (expected.get(key) ?? 0) + steps);
  for (const { order, line: number, item, steps } of instead) {
    const [sourceSystem = ''] = order.split(':');
    const known = orders.find((each) => `${each.sourceSystem}:${each.orderNumber}` === order);
    const ordered = known?.lines.find(({ lineNumber }) => lineNumber === number)?.item;
    if (ordered === undefined || ordered === item) continue;
    add(`${sourceSystem}:${ordered}`, -steps);
    add(`${sourceSystem}:${item}`, steps);
  }
  const found = sumBy(
    rows,
    ({ owner, item }) => `${owner}:${item}`,
    ({ reserved }) => reserved,
  );
  const short = new Set([
    ...deeds.flatMap(({ type, body, made }) =>
      shortening.includes(type) && made ? [`${body.sourceSystem}:${body.item}`] : [],
    ),
    ...deltas.flatMap(({ reason, quantity, owner, item }) =>
      reason === 'count' && quantity < 0 ? [`${owner}:${item}`] : [],
    ),
  ]);
  const carried = carriedToFaces(deeds);
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) => {
    const [asked, promised] = [expected.get(key) ?? 0, found.get(key) ?? 0];
    const most = asked + (carried.get(key) ?? 0);
    const isRight = promised <= most && (short.has(key) || promised >= asked);
    return isRight ? [] : [`${key}: ${promised / 1000} are promised, orders were promised ${asked / 1000}`];
  });
}

/** Commands that may say that less is there than was promised. */
const shortening: readonly string[] = ['picking.short_pick', 'replenishment.pick'];

/** What was fetched for pick faces and not put down there, in steps. */
function carriedToFaces(deeds: readonly Deed[]): Map<string, number> {
  const put = new Set(
    deeds.flatMap(({ type, body, made }) => (type === 'replenishment.put' && made ? [body.work] : [])),
  );
  return sumBy(
    deeds.filter(({ type, body, made }) => type === 'replenishment.pick' && made !== undefined && !put.has(body.work)),
    ({ body }) => `${body.sourceSystem}:${body.item}`,
    ({ body }) => Number(body.quantity),
  );
}
