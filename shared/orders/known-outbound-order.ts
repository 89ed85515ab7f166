import type { OutboundLineCounts } from '#shared/ledger/outbound-status.ts';

/** An outbound order as it is. */
export interface KnownOutboundOrder {
  readonly warehouse: string;
  readonly status: string;
  /** In force now, and those of them that the ERP said last. */
  readonly holdCodes: readonly string[];
  readonly sentHoldCodes: readonly string[];
  /** Where it goes, as `outbound_order` keeps it. */
  readonly consignee: string;
  readonly carrier: string;
  /** Shipments not gone yet that hold goods of other orders too. */
  readonly sharedShipments: readonly string[];
  readonly lines: readonly KnownOutboundLine[];
}

/** A line as it is. `item` is its number. */
export interface KnownOutboundLine extends OutboundLineCounts {
  readonly lineNumber: number;
  readonly item: string;
  readonly unit: string;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly sellableDays: number | null;
  /** It was on a shipment once, whatever became of that. */
  readonly wasReleased: boolean;
}

/** Work with its goods has begun, or waits: what they are is fixed. */
export function hasActivity(line: OutboundLineCounts): boolean {
  return line.releasedBase > 0 || line.pickedBase > 0 || line.shippedBase > 0;
}
