import type { Fraction } from '../kernel/quantity.ts';
import type { CrossDockOffer, CrossDockWish } from './cross-dock.ts';
import type { LocationState } from './fits.ts';
import type { InboundLoadPhase } from './load-phase.ts';
import type { OutboundLoadThing, PickWorkThing, ShipmentThing } from './outbound-thing.ts';
import type { PutawayRule } from './putaway-rule.ts';
import type { ScanRules } from './scan-rules.ts';
import type { SourceSystemSettings } from './source-system-settings.ts';
import type { StockItem } from './stock-item.ts';
import type { StockRow } from './stock-row.ts';

/**
 * What devices keep a copy of, by kind: the `value` of a change in `GET /api/device/changes`. The server loads these
 * (`thingLoaders`), the device stores them and builds from them the facts that the shared rules ask for.
 *
 * | kind           | key of the change             |
 * |----------------|-------------------------------|
 * | `item`         | `SOURCE:NUMBER`               |
 * | `location`     | code                          |
 * | `inboundOrder` | `SOURCE:NUMBER`               |
 * | `licensePlate` | number                        |
 * | `work`         | id                            |
 * | `exception`    | id of the command it is about |
 * | `putawayRules` | code of the warehouse         |
 * | `inboundLoad`  | number                        |
 * | `expectedPlate`| number of the plate           |
 * | `pickWork`     | id                            |
 * | `shipment`     | number                        |
 * | `outboundLoad` | number                        |
 * | `countWork`    | id                            |
 * | `scanRules`    | code of the warehouse         |
 */
export interface Things {
  readonly item: ItemThing;
  readonly location: LocationThing;
  readonly inboundOrder: InboundOrderThing;
  readonly licensePlate: LicensePlateThing;
  readonly work: WorkThing;
  readonly exception: ExceptionThing;
  readonly putawayRules: PutawayRulesThing;
  readonly inboundLoad: InboundLoadThing;
  readonly expectedPlate: ExpectedPlateThing;
  readonly pickWork: PickWorkThing;
  readonly shipment: ShipmentThing;
  readonly outboundLoad: OutboundLoadThing;
  readonly countWork: CountWorkThing;
  readonly scanRules: ScanRules;
}

export type ThingKind = keyof Things;

export interface ItemThing extends StockItem {
  readonly description: string;
  readonly barcodes: readonly { readonly code: string; readonly unit: string; readonly quantity: number }[];
  readonly shelfLifeDays: number | null;
}

/** To whoever counts there it is not told what all of it weighs, nor the space it takes. */
export interface LocationThing extends LocationState {
  /** What a worker types who stands there and cannot scan. */
  readonly checkDigit: string;
}

/** An order to receive. `registrations` are those that no receipt tells of yet, neither undone nor documented. */
export interface InboundOrderThing {
  readonly key: string;
  readonly orderNumber: string;
  readonly sourceSystem: string;
  readonly status: string;
  readonly consigner: string | null;
  /** Loads of this order that are not completed, oldest first. */
  readonly openLoads: readonly string[];
  readonly lines: readonly InboundLineThing[];
  readonly registrations: readonly RegistrationThing[];
  /** What its source system decides for itself about receiving; missing where that is as it is unless said otherwise. */
  readonly settings?: OrderSettings;
}

/** The settings of a source system that decide on registering and completing. */
export type OrderSettings = Pick<
  SourceSystemSettings,
  | 'overReceipt'
  | 'inboundLoadCreation'
  | 'inboundDelivery'
  | 'multipleReceiptsPerLoad'
  | 'supplierPackingSlip'
  | 'shelfLife'
  | 'minimumShelfLifePercent'
>;

export interface InboundLineThing {
  readonly line: number;
  /** The item's key. */
  readonly item: string;
  readonly itemNumber: string;
  readonly description: string;
  readonly baseUnit: string;
  readonly decimals: number;
  /** The unit of the order, and how many base units make one of it. */
  readonly unit: string;
  readonly unitFraction: Fraction;
  readonly expectedBase: number;
  readonly overPercent: number;
  readonly underPercent: number;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly status: string;
  /** On receipts already; what is registered and not yet on one stands in `registrations`. */
  readonly receivedBase: number;
  /** Order lines that wait for its goods by their tag, the most urgent first. Left out for none. */
  readonly wishes?: readonly CrossDockWish[];
}

/**
 * What is registered of a line on a load, all of it together: which plate how much of it came on stands at the plate, where
 * it is not told to whoever counts it.
 */
export interface RegistrationThing {
  /** The commands that made it: how a device knows its own again. */
  readonly commands: readonly string[];
  readonly line: number;
  readonly quantityBase: number;
  /** Left out in copies of older versions, and by a device that does not know which load there will be. */
  readonly load?: string;
}

/**
 * A load that is not completed, where it was said beforehand what it brings, or where each load is capped. `in_process`
 * from the first registration on. Plates that a notice announces on it stand for themselves.
 */
export interface InboundLoadThing {
  readonly load: string;
  readonly sourceSystem: string;
  readonly status: InboundLoadPhase;
  readonly isPlanned: boolean;
  readonly expectedArrival: string | null;
  readonly carrier: string | null;
  readonly notes: string | null;
  /** Keys of the orders on it, each with the name of its shipment. */
  readonly orders: readonly { readonly order: string; readonly shipment: string }[];
  readonly lines: readonly LoadLineThing[];
}

/** What a load is to bring of an order line, how much more it may, and what is registered on it by everybody. */
export interface LoadLineThing {
  readonly order: string;
  readonly line: number;
  readonly expectedBase: number;
  readonly overPercent: number;
  readonly registeredBase: number;
}

/** A plate that a notice announces on an open load. `parent`: the plate it stands on. */
export interface ExpectedPlateThing {
  readonly licensePlate: string;
  readonly load: string;
  readonly shipment: string;
  readonly parent: string | null;
  readonly lines: readonly ExpectedLineThing[];
}

/**
 * What is still to come on the plate of one order line; what came stands on the plate, and is told there to whoever does not
 * count it. `order` and `item` are keys.
 */
export interface ExpectedLineThing {
  readonly position: number;
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly quantityBase: number;
  /** Of that what this device registered and has not heard of yet; the server says 0. */
  readonly registeredBase: number;
  /** Some of what was announced came before; missing in older copies, whose quantities tell it. */
  readonly isBegun?: boolean;
  readonly lot: string | null;
  readonly expiryDate: string | null;
  readonly serials: readonly string[] | null;
  readonly inventoryStatus: string | null;
}

/** A plate with what stands on it. `location` null: nothing on it any more. */
export interface LicensePlateThing {
  readonly licensePlate: string;
  readonly location: string | null;
  readonly contents: readonly PlateContent[];
  /** The plate that it stands on; left out for none. */
  readonly parent?: string;
  /** Plates that stand on it with goods, and on those, however deep; left out for none. */
  readonly nested?: readonly string[];
  /**
   * To whoever counts where it stands it is not told how much is on it, or on those that stand on it: the keys of the items
   * that are left out of `contents`. Left out where all is told.
   */
  readonly withheld?: readonly string[];
}

export interface PlateContent extends Omit<StockRow, 'licensePlate' | 'location' | 'reservedBase'> {
  readonly description: string;
  readonly baseUnit: string;
  readonly decimals: number;
}

/**
 * Work that is to be done. `toLocation` null: none was found, a person chooses. How much there is to do stands at the
 * plate: said twice, one of the two would be out of date. Goods without a plate have only this to be told by.
 */
export interface WorkThing {
  readonly work: string;
  readonly type: string;
  readonly status: string;
  readonly licensePlate: string | null;
  /** The item's key. */
  readonly item: string | null;
  readonly fromLocation: string;
  readonly toLocation: string | null;
  /** The command that made it. */
  readonly command: string;
  /** The badge of who has the goods on a trip; null or left out: they wait for anybody. */
  readonly claimedBy?: string | null;
  /** Until when nobody else may take them, an instant; missing with nobody's, and in older copies. */
  readonly claimedUntil?: string;
  /** The loose goods of the item that wait at `fromLocation`; missing where the work is for a plate. */
  readonly loose?: readonly PlateContent[];
  /** What of the goods orders wait for, the most urgent first: it may go there instead. Left out for none. */
  readonly crossDock?: readonly CrossDockOffer[];
}

/** What somebody is sent to count. What the books say is there is not told: who counts must not know. */
export interface CountWorkThing {
  readonly work: string;
  /** Null: wherever the item is. */
  readonly location: string | null;
  /** The item's key; null: everything at the location. */
  readonly item: string | null;
  readonly itemNumber: string | null;
  readonly description: string | null;
  /** It was counted before, and something was different. */
  readonly isAgain: boolean;
  /** The badge of who may not count it. */
  readonly notBy: string | null;
  /** Of an item that is counted wherever it is: where the books knew it when this was told. Never how much of it. */
  readonly places?: readonly string[];
  /** The zone of the location; left out for none. */
  readonly zone?: string;
  /** The badge of who is at it, and until when nobody else is sent there; left out for nobody. */
  readonly claimedBy?: string;
  readonly claimedUntil?: string;
  /** All who began it and have not said what is there, and until when they are told nothing; left out for nobody. */
  readonly begunBy?: readonly { readonly badge: string; readonly until: string }[];
  /**
   * Whoever counted it before and found something different had scanned another place so many scans before, where the books
   * know such goods: they may still have stood there. Which goods, and how many, is told to nobody who counts.
   */
  readonly doubt?: { readonly by: string; readonly place: string; readonly scans: number };
}

/** The rules of put-away in their order; without this thing the defaults hold. */
export interface PutawayRulesThing {
  readonly rules: readonly PutawayRule[];
}

export interface ExceptionThing {
  readonly exception: string;
  readonly kind: string;
  readonly status: string;
  readonly command: string;
  readonly problem: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };
  /** What was decided, and why; missing while it is open. */
  readonly action?: string;
  readonly reason?: string;
}
