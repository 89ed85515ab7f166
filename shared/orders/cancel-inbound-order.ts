import { accepted, faulty, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { type InboundLineStatus, type InboundOrderStatus, inboundOrderMachine } from './inbound-order.machine.ts';
import type { InboundOrderCancellation } from './inbound-order-document.ts';
import type { KnownOrder } from './put-inbound-order.ts';

export interface CancelInboundOrderFacts {
  readonly known: KnownOrder | null;
  /** An earlier message that would have made the order never did, and is superseded by this one. */
  readonly supersedesEarlier: boolean;
}

export interface CancelInboundOrderPlan {
  /** What the order becomes; null: there is nothing to write. */
  readonly status: InboundOrderStatus | null;
  readonly lines: readonly { readonly lineNumber: number; readonly status: InboundLineStatus }[];
}

/**
 * An order is cancelled. Nothing registered: cancelled. Something registered: what came stays and will be reported, the
 * rest is no longer expected, the order is closed short. What is finished already stays as it is, and so does the ERP's
 * answer: cancelling twice is no fault. An order that never came to be because its message failed or waits for an item is
 * cancelled with it. Faults: `order.unknown`; `order.warehouse_differs` the cancellation names another warehouse.
 */
export function decideCancelInboundOrder(
  { document }: Message<InboundOrderCancellation>,
  { known, supersedesEarlier }: CancelInboundOrderFacts,
): MessageVerdict<CancelInboundOrderPlan> {
  const nothing = accepted({ status: null, lines: [] });
  const { orderNumber: order, warehouse } = document;
  if (!known) return supersedesEarlier ? nothing : faulty([fault('orderNumber', 'order.unknown', { order }, order)]);
  if (warehouse && warehouse !== known.warehouse) {
    const params = { order, warehouse: known.warehouse };
    return faulty([fault('warehouse', 'order.warehouse_differs', params, warehouse)]);
  }
  const isOver = known.status === 'received' || inboundOrderMachine.final.some((status) => status === known.status);
  if (isOver) return nothing;
  const hasGoods = known.lines.some((line) => line.registeredBase > 0 || line.receivedBase > 0);
  const open = known.lines.filter((line) => line.status === 'open');
  return accepted({
    status: hasGoods ? 'closed_short' : 'cancelled',
    lines: open.map(({ lineNumber, registeredBase, receivedBase }) => ({
      lineNumber,
      status: registeredBase > 0 || receivedBase > 0 ? 'closed' : 'cancelled',
    })),
  });
}

function fault(member: string, code: string, params: FieldError['params'] & object, value: unknown): FieldError {
  return { pointer: `/order/${member}`, code, params, value };
}
