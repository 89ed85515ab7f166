/** A receipt or journal as its feed tells of it, as far as somebody must know who books quantities. */
export interface DocumentRow {
  readonly position: number;
  readonly documentNumber: string;
  readonly version: number;
  readonly active: boolean;
  readonly warehouse: string;
  readonly quantityChannel: boolean;
  readonly lines: readonly {
    readonly item: string;
    readonly unit: string;
    /** Receipts. */
    readonly receivedQuantity?: number;
    readonly remainingQuantity?: number;
    readonly details?: readonly { readonly quantity: number }[];
    /** Journals. */
    readonly difference?: number;
  }[];
}

/**
 * What an ERP has on hand that books each document once: a newer version replaces the older, a row that is not active
 * takes it back. Keys are `item warehouse`; quantities are whole pieces here.
 */
export function bookAll(
  rows: readonly DocumentRow[],
  piecesOf: (item: string, unit: string) => number,
): Map<string, number> {
  const newest = new Map<string, DocumentRow>();
  for (const row of rows) {
    const known = newest.get(row.documentNumber);
    if (!known || row.version >= known.version) newest.set(row.documentNumber, row);
  }
  const booked = new Map<string, number>();
  for (const row of newest.values()) {
    if (!row.active || !row.quantityChannel) continue;
    for (const line of row.lines) {
      const key = `${line.item} ${row.warehouse}`;
      const quantity = (line.difference ?? line.receivedQuantity ?? 0) * piecesOf(line.item, line.unit);
      booked.set(key, (booked.get(key) ?? 0) + quantity);
    }
  }
  return booked;
}

/** Σ details = line quantity in the base unit, always; nothing remains below zero. */
export function whatIsWrongWith(row: DocumentRow, piecesOf: (item: string, unit: string) => number): string[] {
  const wrong: string[] = [];
  for (const line of row.lines) {
    if (line.details === undefined) continue;
    const details = line.details.reduce((sum, { quantity }) => sum + quantity, 0);
    const received = (line.receivedQuantity ?? 0) * piecesOf(line.item, line.unit);
    if (details !== received)
      wrong.push(`${row.documentNumber}: details of ${line.item} are ${details}, the line ${received}`);
    if ((line.remainingQuantity ?? 0) < 0)
      wrong.push(`${row.documentNumber}: less than nothing remains of ${line.item}`);
  }
  return wrong;
}
