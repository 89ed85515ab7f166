import type { OutboundAnswer } from '#shared/orders/outbound-answer.ts';
import type { OrderStatusRow, OutboundWord } from '../outside/outbound-desk.ts';
import { exactly } from './exact.ts';

/** What everybody else knows of a line, in steps. */
export interface LineKnown {
  readonly picked: number;
  readonly shipped: number;
  /** Picked and still in the building, as devices are told. */
  readonly waiting: number;
}

export interface OrderKnown {
  readonly words: readonly OutboundWord[];
  readonly messages: ReadonlyMap<string, string>;
  /** The last that its feed told. */
  readonly told: OrderStatusRow | undefined;
  readonly line: (lineNumber: number) => LineKnown;
}

/**
 * An order to ship is what its ERP said last of it and was accepted. Its counters are conserved: what was picked for it
 * came into somebody's hands, what was shipped is on its slips, the rest of what was picked is still here; each is part of
 * the one before. Its feed says the same.
 */
export function checkOutboundOrder(order: OutboundAnswer, known: OrderKnown): string[] {
  const { orderNumber, lines } = order;
  return [
    ...whyNotAsSaid(order, known),
    ...lines.flatMap((line) => whyNotConserved(line, known.line(line.lineNumber))),
    ...whyNotAsTold(order, known.told),
  ].map((what) => `${orderNumber} ${what}`);
}

function whyNotAsSaid(
  { orderNumber, status, lines }: OutboundAnswer,
  { words, messages }: Pick<OrderKnown, 'words' | 'messages'>,
): string[] {
  const said = words.filter((word) => word.orderNumber === orderNumber && messages.get(word.messageId) === 'accepted');
  const last = said.at(-1);
  if (!last) return ['was never accepted and is there'];
  // Nothing of one that has gone can be taken back: that is said to nobody.
  if (last.lines === null) return status === 'open' ? [`is open, ${last.messageId} cancelled it`] : [];
  return last.lines.flatMap(({ lineNumber, item, quantity, unit }) => {
    const line = lines.find((each) => each.lineNumber === lineNumber);
    const isSame = line?.item === item && line.orderedQuantity === quantity && line.unit === unit;
    return isSame
      ? []
      : [`line ${lineNumber} is ${line?.orderedQuantity} ${line?.unit}, ordered are ${quantity} ${unit}`];
  });
}

function whyNotConserved({ lineNumber, status, base }: OutboundAnswer['lines'][number], known: LineKnown): string[] {
  const { ordered, reserved, released, picked, shipped, cancelled, remaining, backordered } = base;
  const parts = [0, shipped, picked, released, ordered - cancelled].map(exactly);
  const isPart = parts.every((part, index) => index === 0 || part >= (parts[index - 1] ?? 0));
  const wrong: string[] = [];
  const say = (what: string): number => wrong.push(`line ${lineNumber}: ${what}`);
  if (!isPart) say(`${shipped} shipped, ${picked} picked, ${released} released, ${cancelled} of ${ordered} cancelled`);
  if (exactly(reserved) > exactly(ordered - cancelled - shipped)) say(`${reserved} are promised of what is left`);
  if (exactly(reserved) < exactly(picked - shipped)) say(`${reserved} are promised, more is picked`);
  if (exactly(remaining) !== exactly(ordered - cancelled - shipped)) say(`${remaining} remain`);
  if (exactly(backordered) > exactly(remaining)) say(`${backordered} are missing of ${remaining}`);
  if (exactly(picked) !== known.picked) say(`${known.picked / 1000} came into hands for it, it says ${picked}`);
  if (exactly(shipped) !== known.shipped) say(`its slips say ${known.shipped / 1000}, it says ${shipped}`);
  if (exactly(picked - shipped) !== known.waiting) {
    say(`${picked - shipped} should wait for their truck, devices are told of ${known.waiting / 1000}`);
  }
  if (status !== 'open' && exactly(picked) !== exactly(shipped)) say(`is ${status} with goods of it here`);
  return wrong;
}

const members = ['status', 'releaseStatus', 'shipmentStatus'] as const;
const counters = ['reserved', 'released', 'picked', 'shipped', 'backordered', 'cancelled'] as const;

function whyNotAsTold(order: OutboundAnswer, told: OrderStatusRow | undefined): string[] {
  if (!told) return ['was never told of in its feed'];
  const wrong = members.flatMap((member) =>
    told[member] === order[member] ? [] : [`is ${order[member]}, its feed says ${told[member]}`],
  );
  for (const { lineNumber, base } of order.lines) {
    const line = told.lines.find((each) => each.lineNumber === lineNumber);
    for (const counter of counters) {
      const said = line?.[`${counter}Quantity`];
      if (said !== base[counter]) wrong.push(`line ${lineNumber}: ${base[counter]} ${counter}, its feed says ${said}`);
    }
  }
  if (told.lines.length > order.lines.length) wrong.push('has fewer lines than its feed says');
  return wrong;
}
