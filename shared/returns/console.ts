/** What left under a return number or for an order, and what of it can still come back: answered to devices. */
export interface SlipAnswer {
  readonly slip: string;
  readonly orders: readonly string[];
  readonly items: readonly SlipItem[];
}

export interface SlipItem {
  readonly item: string;
  readonly description: string;
  readonly unit: string;
  readonly shipped: number;
  readonly returned: number;
  readonly left: number;
  /** `YYYY-MM-DD`: the last day on which it is taken back; null: always. */
  readonly until: string | null;
  /** False: never, or not any more. */
  readonly isTaken: boolean;
}

/** A return as the console lists it. */
export interface ReturnRow {
  readonly registration: string;
  readonly order: string;
  readonly sourceSystem: string;
  readonly item: string;
  readonly description: string;
  readonly quantity: number;
  readonly unit: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly disposition: string;
  readonly dispositionCode: string;
  readonly condition: string | null;
  readonly photos: readonly string[];
  readonly originalOrder: string | null;
  readonly shipment: string | null;
  readonly licensePlate: string | null;
  /** The receipt that credits it; null where that was reversed. */
  readonly documentNumber: string | null;
  /** `active`, or `undone`. */
  readonly status: string;
  readonly returnedBy: string;
  readonly returnedAt: string;
}
