/** What senders are told of work: quantities in the unit that stands beside them. */
export interface WorkResult {
  readonly work: string;
  readonly type: string;
  readonly order: string | null;
  readonly shipment: string | null;
  readonly load: string | null;
  /** The place on the trolley that it is picked into; missing where it is not picked with others. */
  readonly position?: string;
  readonly lines: readonly WorkLineResult[];
}

export interface WorkLineResult {
  readonly line: number;
  readonly location: string;
  readonly item: string;
  /** What is still to be taken of a line that is not done; of another one what it was for. */
  readonly quantity: number;
  readonly unit: string;
  readonly lot: string | null;
  readonly serials: readonly string[];
  readonly licensePlate: string | null;
  readonly status: string;
}
