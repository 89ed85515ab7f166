/**
 * The books of the stand-in ERP: on hand per item, from what says that it is to be booked from, documents or rows of the
 * update log. Quantities in millionths, so sums are exact.
 */
export class Books {
  readonly #onHand = new Map<string, bigint>();
  /** What was booked of each document: a newer version replaces the older, an inactive one takes it back. */
  readonly #booked = new Map<string, ReadonlyMap<string, bigint>>();
  /** Rows of the log come in the order of their positions. */
  #loggedUpTo = 0;

  /** Books a document version: what it says now, less what was booked of it before. */
  book(document: BookableDocument): void {
    const before = this.#booked.get(document.documentNumber) ?? new Map<string, bigint>();
    const now = document.active && document.quantityChannel ? quantitiesOf(document) : new Map<string, bigint>();
    for (const item of new Set([...before.keys(), ...now.keys()])) {
      const change = (now.get(item) ?? 0n) - (before.get(item) ?? 0n);
      this.#onHand.set(item, (this.#onHand.get(item) ?? 0n) + change);
    }
    this.#booked.set(document.documentNumber, now);
  }

  /** Books a row of the update log; the same row again changes nothing. */
  bookLogged({ position, item, quantity, quantityChannel }: LoggedChange): void {
    if (!quantityChannel || position <= this.#loggedUpTo) return;
    this.#loggedUpTo = position;
    const change = BigInt(Math.round(quantity * millionths));
    this.#onHand.set(item, (this.#onHand.get(item) ?? 0n) + change);
  }

  onHand(item: string): number {
    return shown(this.#onHand.get(item) ?? 0n);
  }

  items(): string[] {
    return [...this.#onHand.keys()].sort();
  }
}

const millionths = 1_000_000;

/** What a receipt, a packing slip or a counting journal looks like to an ERP that books it. */
export interface BookableDocument {
  readonly documentNumber: string;
  readonly active: boolean;
  readonly quantityChannel: boolean;
  readonly lines: readonly {
    readonly item: string;
    readonly difference?: number;
    readonly shippedQuantity?: number;
    /** Of a slip they name the item: another one may stand in for what was ordered. */
    readonly details?: readonly { readonly item?: string; readonly quantity: number }[];
  }[];
}

/** A row of the update log. */
export interface LoggedChange {
  readonly position: number;
  readonly item: string;
  readonly quantity: number;
  readonly quantityChannel: boolean;
}

/** What a document changes, item by item: receipts and differences as they say, slips take out. */
export function quantitiesOf(document: BookableDocument): Map<string, bigint> {
  const quantities = new Map<string, bigint>();
  const add = (item: string, change: number) =>
    quantities.set(item, (quantities.get(item) ?? 0n) + BigInt(Math.round(change * millionths)));
  for (const { item, difference, shippedQuantity, details = [] } of document.lines) {
    if (difference !== undefined) add(item, difference);
    const sign = shippedQuantity === undefined ? 1 : -1;
    for (const detail of details) add(detail.item ?? item, sign * detail.quantity);
  }
  return quantities;
}

/** Millionths as a number for people. */
export function shown(quantity: bigint): number {
  return Number(quantity) / millionths;
}
