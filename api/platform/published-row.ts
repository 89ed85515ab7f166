/** An entry of the ledger as its table holds it. */
export interface LedgerEntry {
  readonly id: string;
  readonly command_id: string;
  readonly warehouse: string;
  readonly item_key: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly quantity_base: number;
  readonly from_location: string;
  readonly from_plate: string | null;
  readonly from_status: string;
  readonly to_location: string;
  readonly to_plate: string | null;
  readonly to_status: string;
  readonly reason: string;
  readonly reason_code: string | null;
  readonly corrects: string | null;
  readonly coverage: string | null;
  readonly operator: string;
  readonly device: string;
  readonly occurred_at: number;
  readonly recorded_at: number;
  /** The channel that told, or will tell, the ERP of it. Null: made before there was a choice. */
  readonly channel: string | null;
  /** The item's base unit. Null as `channel` is. */
  readonly unit: string | null;
}

/** What transactions hand to the published side. Positions are given by `publishRows`, nowhere else. */
export type PublishedRow = NumberedRow | OrderStatusRow;

/** What gets positions as it is. */
export type NumberedRow = StockRow | FeedRow | ThingRow | AuditRow;

/** A ledger entry: becomes deltas, published balances and a link of the chain. */
export interface StockRow {
  readonly kind: 'stock';
  readonly entry: LedgerEntry;
  /** Decimals of the item's base unit, to write quantities as numbers. */
  readonly decimals: number;
}

/** A row of a feed of a source system: a document version, or an event. `body` is what the reader gets. */
export interface FeedRow {
  readonly kind: 'feed';
  readonly feed: string;
  readonly sourceSystem: string;
  readonly warehouse: string;
  readonly subject: string;
  readonly version: number;
  readonly body: unknown;
  /** What waits no longer once this row is out. */
  readonly settles?: Settlement;
}

/**
 * Changes of stock that a document tells of, summed by what published sums are kept by. They wait for their document no
 * longer, or, where the quantity is turned around because the document is reversed, wait again.
 */
export interface Settlement {
  readonly legs: readonly SettledLeg[];
  /** The ERP books them from this document. */
  readonly isReported: boolean;
  /** They were registered, and are received with this document. */
  readonly isReceived: boolean;
}

export interface SettledLeg {
  readonly location: string;
  readonly warehouse: string;
  readonly item_key: string;
  readonly owner: string;
  readonly lot: string;
  readonly inventory_status: string;
  readonly quantity_base: number;
}

/** Something that devices keep a copy of has changed. Its newest state is read when a device asks. */
export interface ThingRow {
  readonly kind: 'thing';
  readonly thing: string;
  readonly key: string;
  /** Empty for things that every warehouse shares. */
  readonly warehouse: string;
  readonly deleted: boolean;
}

/**
 * An outbound order is further than it was. Becomes a row of the feed `order-status` and an event, with what is true when
 * positions are given: one for all changes that are published together.
 */
export interface OrderStatusRow {
  readonly kind: 'order-status';
  readonly orderKey: string;
}

/** A change of roles, settings, policies or mappings, or a decision of a person: chained like the ledger. */
export interface AuditRow {
  readonly kind: 'audit';
  readonly id: string;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly commandId: string | null;
}
