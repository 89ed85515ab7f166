import type { Problem } from '#shared/kernel/problem.ts';
import type { LotFacts, ReceivingPlace, ReceivingPlate } from '#shared/ledger/arriving-goods.ts';
import type { CrossDockWish } from '#shared/ledger/cross-dock.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { OrderSettings } from '#shared/ledger/thing.ts';
import type { ShelfLifeFacts } from './shelf-life.ts';

/**
 * What the rules of receiving need to know, as plain data: the server reads it from the database, a device from its
 * snapshot. Orders and items go by key (`SOURCE:NUMBER`), quantities in base steps, percentages as numbers.
 */
export interface ReceivingOrder {
  readonly key: string;
  readonly number: string;
  readonly sourceSystem: string;
  readonly warehouse: string;
  readonly status: string;
  /** Loads of this order that are not completed, oldest first. */
  readonly openLoads: readonly string[];
  /** It was said beforehand what its open load brings; missing where nobody asked. */
  readonly isLoadPlanned?: boolean;
  /** People made it: goods that nobody ordered may be added to it. */
  readonly isManual?: boolean;
  /** What its source system decides for itself; missing where everything is as it is unless said otherwise. */
  readonly settings?: ReceivingSettings;
}

/** The settings of a source system that the dock has to do with. */
export type ReceivingSettings = OrderSettings;

export interface ReceivingLine {
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly orderedBase: number;
  readonly overPercent: number;
  readonly underPercent: number;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly status: string;
  /** Registered so far on all loads and not undone, what was reported included. */
  readonly registeredBase: number;
  /** Received by completed loads. */
  readonly receivedBase: number;
  /** Orders may point to its goods, to get them from the dock. */
  readonly isTagged?: boolean;
  /** Order lines that wait for its goods, as a device knows them. */
  readonly wishes?: readonly CrossDockWish[];
  /**
   * What the load in question is to bring of the line; null: nothing was said of it. Missing where loads do not matter:
   * none was named, and the source system caps only whole orders.
   */
  readonly onLoad?: OnLoad | null;
  /** How much of the line is announced on the plate in question and not registered yet. */
  readonly announcedBase?: number;
}

/** An order line on a load: what that is to bring, how much more it may, and what is registered on it. */
export interface OnLoad {
  readonly expectedBase: number;
  readonly overPercent: number;
  readonly registeredBase: number;
}

export interface LoadFacts {
  readonly number: string;
  readonly warehouse: string;
  readonly status: string;
}

/** The load that goods are registered on: the one asked for, or the one that announces the plate. */
export interface RegisterLoadFacts extends LoadFacts {
  /** It was said beforehand what it brings: by a notice, with an order, or by a person. */
  readonly isPlanned: boolean;
  /** Keys of the orders on it. */
  readonly orders: readonly string[];
}

/** A plate that a load announces which is not completed, with what is to be on it of the item in question. */
export interface AnnouncedPlate {
  readonly load: string;
  readonly lines: readonly AnnouncedPlateLine[];
}

export interface AnnouncedPlateLine {
  readonly position: number;
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly lot: string | null;
  readonly expectedBase: number;
  readonly registeredBase: number;
}

/**
 * A delivery that no ERP ordered: goods make the manual order that they are registered on, or add to it. Its number is
 * drawn before it is written.
 */
export interface ManualReceipt {
  /** The source systems whose goods it can be: one, or nobody knows whose. */
  readonly sourceSystems: readonly string[];
  readonly isNewOrder: boolean;
  /** The number of the line that takes the goods, and what is registered on it. */
  readonly line: number;
  readonly isNewLine: boolean;
  readonly registeredBase: number;
  readonly owner: string;
  /** Whoever asks may receive goods that nobody ordered. */
  readonly isPermitted: boolean;
  /** The source system lets people make inbound orders without a message. */
  readonly isAllowed: boolean;
}

export interface RegisterFacts {
  /** The orders that the body can mean: none is unknown, several are ambiguous unless they came by the load. */
  readonly orders: readonly ReceivingOrder[];
  /** Goods that nobody ordered; missing for all others. */
  readonly manual?: ManualReceipt;
  /** Every line of these orders with the item, and the line asked for; oldest first. */
  readonly lines: readonly ReceivingLine[];
  /** The load asked for, or the one that announces the plate; null when it is unknown or none is meant. */
  readonly load: RegisterLoadFacts | null;
  /** What the plate asked for is announced with; null where no open load announces it. */
  readonly announced: AnnouncedPlate | null;
  /** The item in the source system of the order; null when that has no such item. */
  readonly item: StockItem | null;
  /** The location asked for, else the first receiving location of the warehouse. */
  readonly location: ReceivingPlace | null;
  /** Null: cannot be told here (a device does not keep every lot), so nothing is said about it. */
  readonly lot: LotFacts | null;
  /** What the expiry date is judged by; null or missing where the item has none. */
  readonly shelfLife?: ShelfLifeFacts | null;
  /** Those of the serials that are in the building already. */
  readonly serialsInStock: readonly string[];
  /** The plate asked for, `command:<id>` resolved; null when it is new, or when none was asked for. */
  readonly plate: ReceivingPlate | null;
  /** The number for the plate that this registration makes, or why none can be given; null when it needs none. */
  readonly newPlate: string | Problem | null;
  /** The open put-away of loose goods of this item at the location. */
  readonly looseWork: string | null;
  /** What others registered on these lines after the device's `knownAt`; 0 on a device. */
  readonly registeredSinceBase: number;
  /** These lines as they were in each version of the order that its ERP replaced after `knownAt`; left out on a device. */
  readonly replacedLines?: readonly (readonly ReceivingLine[])[];
  /** The order, or the load named, was closed after the device's `knownAt`; false on a device. */
  readonly isOrderNews: boolean;
}
