/** The books of the stand-in ERP: on hand per item, from documents alone. Quantities in millionths, so sums are exact. */
export class Books {
  readonly #onHand = new Map<string, bigint>();
  /** What was booked of each document: a newer version replaces the older, an inactive one takes it back. */
  readonly #booked = new Map<string, ReadonlyMap<string, bigint>>();

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

  onHand(item: string): number {
    return Number(this.#onHand.get(item) ?? 0n) / millionths;
  }

  items(): string[] {
    return [...this.#onHand.keys()].sort();
  }
}

const millionths = 1_000_000;

/** What a receipt or a counting journal looks like to an ERP that books it. */
export interface BookableDocument {
  readonly documentNumber: string;
  readonly active: boolean;
  readonly quantityChannel: boolean;
  readonly lines: readonly {
    readonly item: string;
    readonly difference?: number;
    readonly details?: readonly { readonly quantity: number }[];
  }[];
}

function quantitiesOf(document: BookableDocument): Map<string, bigint> {
  const quantities = new Map<string, bigint>();
  for (const line of document.lines) {
    const change = line.difference ?? (line.details ?? []).reduce((sum, detail) => sum + detail.quantity, 0);
    quantities.set(line.item, (quantities.get(line.item) ?? 0n) + BigInt(Math.round(change * millionths)));
  }
  return quantities;
}
