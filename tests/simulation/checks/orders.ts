import { overDeliveryPercent, type SimLine, type Word } from '../outside/sim-erp.ts';
import { differencesOf, exactly } from './exact.ts';
import type { KnownRegistration } from './registrations.ts';

/** An order as the server answers it. */
export interface OrderAnswer {
  readonly orderNumber: string;
  readonly status: string;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly status: string;
    readonly orderedQuantity: number;
    readonly base: { readonly registered: number; readonly received: number };
  }[];
}

/** An order is what its ERP said last of it and was accepted; its lines count what stands registered and was reported. */
export function checkOrder(
  order: OrderAnswer,
  words: readonly Word[],
  messages: ReadonlyMap<string, string>,
  registrations: readonly KnownRegistration[],
  reported: ReadonlyMap<string, unknown>,
): string[] {
  const { orderNumber, status } = order;
  const said = words.filter((word) => word.orderNumber === orderNumber && messages.get(word.messageId) === 'accepted');
  const last = said.at(-1);
  const wrong: string[] = [];
  const isEnded = status === 'cancelled' || status === 'closed_short';
  // Nothing remains of an order that has all come in: taking it back changes nothing.
  const mayBe = last?.lines === null ? isEnded || status === 'received' : !isEnded;
  if (last && !mayBe) wrong.push(`${orderNumber} is ${status}, ${last.messageId} said otherwise`);
  if (last?.lines) wrong.push(...whatIsNotAsSaid(order, last.lines));
  const own = registrations.filter(({ order: of, undoneAt }) => of === orderNumber && undoneAt === undefined);
  const sums = (which: 'registered' | 'received') =>
    new Map(order.lines.map(({ lineNumber, base }) => [String(lineNumber), exactly(base[which])]));
  const counted = (those: readonly KnownRegistration[]) => {
    const byLine = new Map<string, number>();
    for (const { line, delta } of those) {
      byLine.set(String(line), (byLine.get(String(line)) ?? 0) + exactly(delta?.quantity ?? 0));
    }
    return byLine;
  };
  const say = (what: string) => (line: string, expected: number, found: number) =>
    `${orderNumber} line ${line}: ${expected} ${what}, the order says ${found}`;
  // What a person took upon themselves is beyond what the ERP allowed.
  const isCapped = !own.some(({ isApproved }) => isApproved) && last?.lines != null;
  const over = order.lines.filter(({ status: of, orderedQuantity, base }) => {
    return of !== 'cancelled' && base.registered * 100 > orderedQuantity * (100 + overDeliveryPercent) + 1e-6;
  });
  if (isCapped) wrong.push(...over.map(({ lineNumber }) => `${orderNumber} line ${lineNumber} has got too much`));
  return [
    ...wrong,
    ...differencesOf(counted(own), sums('registered'), say('registered')),
    ...differencesOf(counted(own.filter(({ id }) => reported.has(id))), sums('received'), say('received')),
  ];
}

function whatIsNotAsSaid({ orderNumber, lines }: OrderAnswer, said: readonly SimLine[]): string[] {
  return said.flatMap(({ lineNumber, quantity }) => {
    const line = lines.find((each) => each.lineNumber === lineNumber);
    return line?.orderedQuantity === quantity
      ? []
      : [`${orderNumber} line ${lineNumber}: ${quantity} ordered, the order says ${line?.orderedQuantity}`];
  });
}
