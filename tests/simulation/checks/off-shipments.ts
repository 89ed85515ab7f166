import type { ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { OutboundAnswer } from '#shared/orders/outbound-answer.ts';
import { exactly } from './exact.ts';

/**
 * Whoever confirms a shipment is told what of its orders is on none: just what the order says is neither released nor
 * cancelled. Where one shipment stands for an order, an order is on one in the building at most.
 */
export function checkOffShipments(
  { orderNumber, lines }: OutboundAnswer,
  key: string,
  shipments: readonly ShipmentThing[],
  isOnlyOne: boolean,
): string[] {
  const own = shipments.filter((shipment) => shipment.lines.some(({ order }) => order === key));
  const due = lines
    .filter(({ status }) => status === 'open')
    .map(({ lineNumber, base }) => [lineNumber, exactly(base.ordered - base.cancelled - base.released)] as const)
    .filter(([, steps]) => steps > 0);
  const names = own.map(({ shipment }) => shipment).join(', ');
  return [
    ...(isOnlyOne && own.length > 1 ? [`${orderNumber} is on ${names}, one is to stand for it`] : []),
    ...own.flatMap((shipment) => {
      const told = (shipment.unreleased?.lines ?? [])
        .filter(({ order }) => order === key)
        .map(({ line, restBase, decimals }) => [line, exactly(restBase / 10 ** decimals)] as const);
      const isSame = JSON.stringify(told) === JSON.stringify(due);
      const is = JSON.stringify({ due, told });
      return isSame
        ? []
        : [`${orderNumber}: ${shipment.shipment} tells something else of what is on no shipment: ${is}`];
    }),
  ];
}
