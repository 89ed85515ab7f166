import type { Command } from '#shared/command/envelope.ts';
import { type CompleteBody, type CompleteFacts, complete, decideComplete } from '#shared/receiving/complete.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { ReadThings } from '../store/read-things.ts';
import { ordersNamed, receivingLine, receivingOrder, registeredBase } from './order-facts.ts';

/** Completing on the device, by order. What the server would put on other loads is not known here. */
export const completeOnDevice = deviceOperation({
  operation: complete,
  facts: completeFacts,
  decide: decideComplete,
  effects: (_command, _plan, { orders }) => orders.map(({ key }) => ({ does: 'complete' as const, order: key })),
});

async function completeFacts(
  { body, warehouse }: Command<CompleteBody>,
  read: ReadThings,
): Promise<CompleteFacts | null> {
  const orders = await ordersNamed(read, body.order, body.sourceSystem);
  const [order, second] = orders;
  if (!order || second || body.load !== undefined || order.openLoads.length > 1) return null;
  const isBegun = order.openLoads.length > 0 || order.registrations.length > 0;
  return {
    orders: [receivingOrder(order, warehouse)],
    load: isBegun ? { number: order.openLoads[0] ?? '', warehouse, status: 'open' } : null,
    lines: order.lines.map((line) => ({
      ...receivingLine(order, line),
      onLoadBase: registeredBase(order, line.line),
      itemNumber: line.itemNumber,
      baseUnit: line.baseUnit,
      decimals: line.decimals,
    })),
  };
}
