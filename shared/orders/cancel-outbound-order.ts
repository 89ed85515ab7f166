import { accepted, faulty, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import type { KnownOutboundOrder } from './known-outbound-order.ts';
import type { OutboundOrderCancellation } from './outbound-order-document.ts';

export interface CancelOutboundOrderFacts {
  readonly known: KnownOutboundOrder | null;
  /** An earlier message that would have made the order never did, and is superseded by this one. */
  readonly supersedesEarlier: boolean;
}

/** Whether there is anything to write: the order's lines are cancelled whole, work for them taken back. */
export interface CancelOutboundOrderPlan {
  readonly isCancelled: boolean;
}

/**
 * An order is cancelled, with the work for it that nobody has begun. Cancelling twice is no fault, and an order that never
 * came to be because its message failed or waits for an item is cancelled with it. Faults: `order.unknown`;
 * `order.warehouse_differs` the cancellation names another warehouse; for each line of which something was picked or
 * shipped `order.cancel_blocked_picked`: only its remainder can be cancelled.
 */
export function decideCancelOutboundOrder(
  { document }: Message<OutboundOrderCancellation>,
  { known, supersedesEarlier }: CancelOutboundOrderFacts,
): MessageVerdict<CancelOutboundOrderPlan> {
  const { orderNumber: order, warehouse } = document;
  if (!known) {
    if (supersedesEarlier) return accepted({ isCancelled: false });
    return faulty([{ pointer: '/order/orderNumber', code: 'order.unknown', params: { order }, value: order }]);
  }
  if (warehouse && warehouse !== known.warehouse) {
    const params = { order, warehouse: known.warehouse };
    return faulty([{ pointer: '/order/warehouse', code: 'order.warehouse_differs', params, value: warehouse }]);
  }
  const picked = known.lines.filter((line) => line.pickedBase > 0 || line.shippedBase > 0);
  if (picked.length === 0) return accepted({ isCancelled: known.status === 'open' });
  const sent = new Map(document.lines?.map((line, index) => [line.lineNumber, index]));
  return faulty(
    picked.map(({ lineNumber: line }) => {
      const index = sent.get(line);
      const pointer = index === undefined ? '/order/orderNumber' : `/order/lines/${index}`;
      return { pointer, code: 'order.cancel_blocked_picked', params: { order, line } };
    }),
  );
}
