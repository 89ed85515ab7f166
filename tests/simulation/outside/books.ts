import { exactly } from '../checks/exact.ts';

/** A receipt, journal or packing slip as its feed tells of it, as far as somebody must know who books quantities. */
export interface DocumentRow {
  readonly position: number;
  readonly documentNumber: string;
  readonly version: number;
  readonly active: boolean;
  readonly supersedes: number | null;
  readonly postingStatus: string;
  readonly warehouse: string;
  readonly quantityChannel: boolean;
  readonly acknowledgement: { readonly result: string } | null;
  /** Receipts. */
  readonly load?: string;
  /** Packing slips. */
  readonly shipment?: string;
  readonly lines: readonly DocumentLine[];
}

export interface DocumentLine {
  readonly item: string;
  readonly unit: string;
  /** Receipts. */
  readonly orderNumber?: string;
  readonly lineNumber?: number;
  readonly receivedQuantity?: number;
  readonly remainingQuantity?: number;
  /** Packing slips. */
  readonly shippedQuantity?: number;
  readonly details?: readonly DetailRow[];
  /** Journals. */
  readonly location?: string;
  readonly difference?: number;
}

export interface DetailRow {
  /** The registration; of a packing slip the promise that was kept. */
  readonly id: string;
  /** Packing slips: what went, which may stand in for what was ordered. */
  readonly item?: string;
  readonly licensePlate: string | null;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly owner: string;
  readonly quantity: number;
}

/** A change of stock as the update log tells of it; `quantity` in the base unit. */
export interface LogRow {
  readonly position: number;
  readonly item: string;
  readonly warehouse: string;
  readonly quantity: number;
  readonly quantityChannel: boolean;
  readonly transactionId: string;
  /** What it was registered for; null for everything else. */
  readonly reference: { readonly load: string } | null;
}

export interface OnHandReport {
  readonly position: number;
  readonly includeRegisteredAndPicked: boolean;
  readonly lines: readonly {
    readonly item: string;
    readonly warehouse: string;
    readonly onHand: number;
    readonly reportedToErp: number;
  }[];
}

export type PerUnit = (item: string, unit: string) => number;

/** The newest row of each document up to a position: a newer version replaces an older one. */
export function newestOf(rows: readonly DocumentRow[], upTo = Number.POSITIVE_INFINITY): readonly DocumentRow[] {
  const newest = new Map<string, DocumentRow>();
  for (const row of [...rows].sort((a, b) => a.position - b.position)) {
    const known = newest.get(row.documentNumber);
    if (row.position <= upTo && (!known || row.version >= known.version)) newest.set(row.documentNumber, row);
  }
  return [...newest.values()];
}

/**
 * What an ERP has on hand that books each document once, and each row of the log; a document that is not active is taken
 * back. Keys are `item warehouse`; quantities are in steps, see `exactly`.
 */
export function bookAll(rows: readonly DocumentRow[], log: readonly LogRow[], perUnit: PerUnit): Map<string, number> {
  const booked = new Map<string, number>();
  for (const { item, warehouse, quantity, quantityChannel } of log) {
    const key = `${item} ${warehouse}`;
    if (quantityChannel) booked.set(key, (booked.get(key) ?? 0) + exactly(quantity));
  }
  for (const row of newestOf(rows)) {
    if (!row.active || !row.quantityChannel) continue;
    for (const line of row.lines) {
      const key = `${line.item} ${row.warehouse}`;
      const quantity = exactly((line.difference ?? line.receivedQuantity ?? 0) * perUnit(line.item, line.unit));
      booked.set(key, (booked.get(key) ?? 0) + quantity);
      for (const gone of line.shippedQuantity === undefined ? [] : (line.details ?? [])) {
        const of = `${gone.item} ${row.warehouse}`;
        booked.set(of, (booked.get(of) ?? 0) - exactly(gone.quantity));
      }
    }
  }
  return booked;
}
