import type { OutboundLineCounts } from '#shared/ledger/outbound-status.ts';

/** The columns of `outbound_order_line` that count how far its goods are. */
interface CountedColumns {
  readonly status: string;
  readonly quantity_base: number;
  readonly reserved_base: number;
  readonly released_base: number;
  readonly picked_base: number;
  readonly shipped_base: number;
  readonly cancelled_base: number;
}

/** How far goods of an order line are, as the rules ask for it. */
export function countsOf(line: CountedColumns): OutboundLineCounts {
  return {
    status: line.status,
    quantityBase: line.quantity_base,
    reservedBase: line.reserved_base,
    releasedBase: line.released_base,
    pickedBase: line.picked_base,
    shippedBase: line.shipped_base,
    cancelledBase: line.cancelled_base,
  };
}
