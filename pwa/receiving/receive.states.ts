import type { Counted, Goods } from './goods.ts';

/** At an order: which one, at which dock (null: the first), on which plate the last goods went. */
export interface AtOrder {
  /** The order's key. */
  readonly order: string;
  readonly location: string | null;
  readonly lastPlate: string | null;
}

/** The steps of receiving, and what is known at each. */
export interface ReceiveStates {
  readonly order: object;
  readonly item: AtOrder;
  readonly line: Goods;
  readonly lot: Goods;
  readonly expiry: Goods;
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
