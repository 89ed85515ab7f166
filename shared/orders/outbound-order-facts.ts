import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import type { OutboundLineStatus } from '#shared/ledger/outbound-status.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { KnownOutboundLine, KnownOutboundOrder } from './known-outbound-order.ts';
import type { OrderingFacts, RequestedLine } from './ordered-line.ts';
import type { OutboundOrderLineDocument, ReservationAtImport } from './outbound-order-document.ts';

export interface OutboundOrderFacts extends OrderingFacts {
  /** The order as it is; null when this is the first word of it. */
  readonly known: KnownOutboundOrder | null;
  /** Where the order is to go now, as it will be kept. */
  readonly consignee: string;
  readonly settings: {
    readonly reservationAtImport: ReservationAtImport;
    readonly reservationAtImportMandatory: boolean;
  };
  /** The day, `YYYY-MM-DD`, on which the goods leave at the earliest, where the warehouse is. */
  readonly shipDay: string;
  /** What there is of the order's items, by key, and what it is promised already. Empty unless it may be refused. */
  readonly candidates: ReadonlyMap<string, readonly StockCandidate[]>;
  readonly promises: readonly Reservation[];
}

export interface PutOutboundOrderPlan {
  readonly status: OutboundLineStatus;
  readonly holdCodes: readonly string[];
  readonly lines: readonly PlannedOutboundLine[];
  readonly removed: readonly KnownOutboundLine[];
  readonly reservesAtOnce: boolean;
}

export interface PlannedOutboundLine extends RequestedLine {
  readonly serial: string | null;
  readonly sellableDays: number | null;
  readonly substitutes: readonly string[];
  readonly crossDock: CrossDockTag;
  readonly status: OutboundLineStatus;
  readonly cancelledBase: number;
  /** Of what is released and not picked: so much is no longer wanted. */
  readonly takeBackBase: number;
  /** Of what is promised to the order itself. */
  readonly giveUpBase: number;
  /** What is still to be promised afterwards. */
  readonly unreservedBase: number;
  readonly document: OutboundOrderLineDocument;
}

/** The tag of inbound lines whose goods are meant for a line, and how many of them; null: none, and all of the line. */
export interface CrossDockTag {
  readonly source: string | null;
  readonly quantityBase: number | null;
}
