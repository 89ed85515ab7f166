import type { Fraction } from '../kernel/quantity.ts';
import type { LocationState } from './fits.ts';
import type { PutawayRule } from './putaway-rule.ts';
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
 */
export interface Things {
  readonly item: ItemThing;
  readonly location: LocationThing;
  readonly inboundOrder: InboundOrderThing;
  readonly licensePlate: LicensePlateThing;
  readonly work: WorkThing;
  readonly exception: ExceptionThing;
  readonly putawayRules: PutawayRulesThing;
}

export type ThingKind = keyof Things;

export interface ItemThing extends StockItem {
  readonly description: string;
  readonly barcodes: readonly { readonly code: string; readonly unit: string; readonly quantity: number }[];
  readonly shelfLifeDays: number | null;
}

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
}

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
}

export interface RegistrationThing {
  readonly registration: string;
  /** The command that made it: how a device knows its own again. */
  readonly command: string;
  readonly line: number;
  readonly item: string;
  readonly quantityBase: number;
  /** '' for loose goods. */
  readonly licensePlate: string;
  readonly lot: string | null;
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
  /** The loose goods of the item that wait at `fromLocation`; missing where the work is for a plate. */
  readonly loose?: readonly PlateContent[];
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
