import type { Problem } from '#shared/kernel/problem.ts';
import type { LotFacts, ReceivingPlace, ReceivingPlate } from '#shared/ledger/arriving-goods.ts';
import type { SourceSystemSettings } from '#shared/ledger/source-system-settings.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { AnnouncedReturn } from './announced.ts';
import type { ReturnPolicy } from './policy.ts';

/** What a return has to do with of its source system. */
export type ReturnSettings = Pick<SourceSystemSettings, 'returns' | 'returnDetails' | 'dispositions' | 'shelfLife'>;

/** Goods that went out together for an order line, with what of them came back already. Quantities in base steps. */
export interface ShippedLine {
  readonly shipment: string;
  /** The key of the outbound order. */
  readonly order: string;
  readonly line: number;
  /** The item's key: of what was shipped, which may stand in for what was ordered. */
  readonly item: string;
  /** '' for none. */
  readonly lot: string;
  readonly serial: string;
  readonly shippedBase: number;
  readonly returnedBase: number;
  /** How many days ago it left, by the calendar of the warehouse, and on which. */
  readonly daysAgo: number;
  readonly shippedOn: string;
}

/** What the return number or the order asked for stands for. */
export interface Shipped {
  /** The orders that went out with it, or that have the number; several are ambiguous where an order was named. */
  readonly orders: readonly { readonly key: string; readonly number: string; readonly sourceSystem: string }[];
  /** Nothing where none of it was shipped yet, or shipping was reversed. */
  readonly lines: readonly ShippedLine[];
}

export interface ReturnFacts {
  /** What was named; null where nothing was, a blind return, or where it is announced. */
  readonly shipped: Shipped | null;
  /** The orders of the ERP that announce it, where nothing left for an order of that number; several are ambiguous. */
  readonly announced: readonly AnnouncedReturn[];
  /** What of the item others returned of it after the device's `knownAt`; 0 on a device. */
  readonly returnedSinceBase: number;
  /** The source systems whose goods it can be: one, or nobody knows whose. */
  readonly sourceSystems: readonly string[];
  readonly settings: ReturnSettings;
  readonly owner: string;
  /** The item in that source system; null when it has no such item. */
  readonly item: (StockItem & { readonly unitCost: string | null }) | null;
  readonly policy: ReturnPolicy;
  /** Of a blind return: how many days ago such goods last went out; null: it is not known that any did. */
  readonly lastShippedDaysAgo: number | null;
  /** The order that announces the return, or the one that it makes; its number is drawn before it is written. */
  readonly order: { readonly key: string; readonly number: string };
  readonly location: ReceivingPlace | null;
  readonly lot: LotFacts | null;
  /** The day where the goods are, `YYYY-MM-DD`; null where dates are for the server to judge. */
  readonly today: string | null;
  readonly serialsInStock: readonly string[];
  /** Those of the serials that were scrapped here, of goods of which nobody knows what they went out with. */
  readonly serialsScrapped: readonly string[];
  readonly plate: ReceivingPlate | null;
  /** The open load that is to bring the plate, with other goods; null where none announces it. */
  readonly announcedOn: string | null;
  /** The number for the plate that this return makes, or why none can be given; null when it needs none. */
  readonly newPlate: string | Problem | null;
  /** The open put-away of loose goods of this item at the location. */
  readonly looseWork: string | null;
  /** What is worth more is not scrapped without a second person; null: anything may be. */
  readonly valueLimit: number | null;
  /**
   * Base steps of the item that whoever returns it scrapped before without being asked: of what went out together, or of
   * what one order announces, and, where their limit is one per day, within a day. What is split into many small ones is
   * worth as much as all of them.
   */
  readonly scrappedBeforeBase: number;
}
