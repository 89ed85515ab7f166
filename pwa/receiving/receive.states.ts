import type { JustNumbered } from '../engine/prints-label.ts';
import type { Counted, Goods } from './goods.ts';

/** At an order: which one, at which dock (null: the first), on which plate the last goods went. */
export interface AtOrder extends JustNumbered {
  /** The order's key. */
  readonly order: string;
  readonly location: string | null;
  readonly lastPlate: string | null;
  /** The load that the goods come on, where the worker receives by load or plate; missing where by order. */
  readonly load?: AtLoad;
}

/** At a load: its number and the keys of the orders on it. */
export interface AtLoad {
  readonly number: string;
  readonly orders: readonly string[];
}

/** At a plate that a notice announces, and the load it comes on. */
export interface AtPlate {
  readonly licensePlate: string;
  readonly load: AtLoad;
  readonly location: string | null;
}

/** Receiving by load. */
export interface OnLoad extends Pick<AtOrder, 'location' | 'lastPlate'>, JustNumbered {
  readonly load: AtLoad;
}

/** The steps of receiving, and what is known at each. */
export interface ReceiveStates {
  readonly order: object;
  readonly announced: AtPlate;
  readonly loadItem: OnLoad;
  readonly loadOrder: OnLoad & { readonly choices: readonly Goods[] };
  readonly loadSlip: OnLoad;
  readonly loadCheck: OnLoad & { readonly supplierPackingSlip: string | null };
  readonly item: AtOrder;
  readonly line: Goods;
  readonly lot: Goods;
  readonly expiry: Goods;
  readonly expired: Goods;
  readonly quantity: Goods;
  readonly serial: Counted;
  readonly plate: Counted;
  readonly condition: Counted;
  readonly photos: Counted;
  readonly label: Counted & { readonly licensePlate: string };
  readonly check: AtOrder;
  readonly slip: AtOrder;
  readonly differences: AtOrder & { readonly supplierPackingSlip: string | null };
}
