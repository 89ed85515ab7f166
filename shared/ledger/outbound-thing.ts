import type { Fraction } from '../kernel/quantity.ts';

/**
 * What devices keep of goods that go out. Pick work only while somebody has claimed it, shipments and loads until they
 * are gone. `item` and `order` are keys, quantities steps of the item, '' stands for none where a row of stock has it.
 */
export interface PickWorkThing {
  readonly work: string;
  /** `pick`; `replenish` for goods that are brought to a pick face, `put_back` for picked ones that go back to a shelf. */
  readonly type: string;
  readonly status: string;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly shipment: string | null;
  readonly load: string | null;
  readonly wave: string | null;
  readonly priority: number;
  readonly zone: string;
  readonly customer: string | null;
  /** The badge of who has claimed it, and until when, in ms; null: anybody may. */
  readonly claimedBy: string | null;
  readonly claimedUntil: number | null;
  /** The place on the trolley; null outside a cluster. */
  readonly trolleyPosition: string | null;
  /** What it is picked onto; null until the first pick. */
  readonly targetPlate: string | null;
  /** Where its goods are to be brought. */
  readonly putTo: string | null;
  /** Lines of other work that wait for what it brings; left out: none do. */
  readonly waitingLines?: number;
  /** Of work that brings goods back: where they are, somebody’s hands or a place. Left out of other work. */
  readonly goodsAt?: string;
  /** In walking order. */
  readonly lines: readonly PickLineThing[];
}

export interface PickLineThing {
  readonly line: number;
  readonly status: string;
  readonly location: string;
  readonly walkSequence: number;
  readonly licensePlate: string;
  readonly item: string;
  readonly itemNumber: string;
  readonly description: string;
  readonly owner: string;
  readonly lot: string;
  readonly serial: string;
  readonly expiryDate: string | null;
  readonly inventoryStatus: string;
  readonly quantityBase: number;
  readonly pickedBase: number;
  /** The unit people are told the quantity in, and how many base units make one of it. */
  readonly unit: string;
  readonly unitFraction: Fraction;
  readonly baseUnit: string;
  readonly decimals: number;
  /** The order's line; null for replenishment. */
  readonly orderLine: number | null;
  /** The order asked for just this lot or serial: nothing else will do. */
  readonly isLotFixed: boolean;
  /** Where else such goods are, for when they are not here: as of the claim. */
  readonly alternatives: readonly PickAlternative[];
  /** Keys of items that the order takes instead. */
  readonly substitutes: readonly string[];
  /** The replenishment work that has to bring the goods first. */
  readonly blockedBy: string | null;
  /** Of goods that are brought back: the plate or tote they are on now, '' for none; `location` is where they go. */
  readonly goodsOn?: string;
  /** What may be brought along besides, of goods for a pick face; left out: nothing. */
  readonly moreBase?: number;
  /** The order's number and the holds that keep it from going on; left out where there are none. */
  readonly hold?: { readonly order: string; readonly holds: string };
}

export interface PickAlternative {
  readonly location: string;
  readonly licensePlate: string;
  readonly lot: string;
  readonly serial: string;
  readonly availableBase: number;
  /** What decides which of them is taken; left out in copies of older versions. */
  readonly walkSequence?: number;
  readonly expiryDate?: string | null;
  readonly firstAt?: number;
}

/** A shipment with goods in the building: where they are, and in which cartons. */
export interface ShipmentThing {
  readonly shipment: string;
  readonly load: string;
  readonly status: string;
  readonly sourceSystem: string;
  /** Numbers of its orders. */
  readonly orders: readonly string[];
  /** Those of them that are on hold; left out: none, or in copies of older versions. */
  readonly heldOrders?: readonly string[];
  readonly customer: string | null;
  readonly carrier: string | null;
  readonly staging: string | null;
  /** Work that is not done yet: how many, and which (left out in copies of older versions). */
  readonly openWork: number;
  readonly works?: readonly string[];
  readonly lines: readonly ShipmentLineThing[];
  /** What of its orders is on no shipment; left out: nothing, or in copies of older versions. */
  readonly unreleased?: UnreleasedThing;
  /** One shipment stands for an order: what does not go with it is closed. Left out of others. */
  readonly isOnlyOne?: true;
  /** What is picked and not shipped, place by place. */
  readonly goods: readonly ShipmentGoods[];
  readonly cartons: readonly CartonThing[];
}

export interface ShipmentLineThing {
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly itemNumber: string;
  readonly description: string;
  readonly baseUnit: string;
  readonly decimals: number;
  readonly quantityBase: number;
  readonly pickedBase: number;
}

/** How many lines of the orders of a shipment are on none, and the first of them. */
export interface UnreleasedThing {
  readonly count: number;
  readonly lines: readonly {
    readonly order: string;
    readonly orderNumber: string;
    readonly line: number;
    /** Left out in copies of older versions. */
    readonly item?: string;
    readonly itemNumber: string;
    readonly description: string;
    readonly baseUnit: string;
    readonly decimals: number;
    readonly restBase: number;
  }[];
}

export interface ShipmentGoods {
  readonly reservation: string;
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly owner: string;
  readonly lot: string;
  readonly serial: string;
  readonly inventoryStatus: string;
  readonly location: string;
  /** The work that they were picked for; left out in copies of older versions. */
  readonly work?: string | null;
  /** A plate, a carton, or '' for loose goods. */
  readonly licensePlate: string;
  readonly quantityBase: number;
}

export interface CartonThing {
  readonly carton: string;
  readonly cartonType: string;
  readonly status: string;
  readonly location: string;
  readonly weightGrams: number | null;
  readonly trackingNumber: string | null;
}

/** A truck's load that is not shipped: what belongs on it, and what is on it. */
export interface OutboundLoadThing {
  readonly load: string;
  readonly status: string;
  readonly carrier: string | null;
  readonly door: string | null;
  readonly departsAt: number | null;
  readonly shipments: readonly string[];
  /** Plates and cartons that belong on it, outermost first; `isLoaded`: at the door, on the truck. */
  readonly units: readonly { readonly unit: string; readonly shipment: string; readonly isLoaded: boolean }[];
}
