import { keyMark } from './quick-walk.queries.ts';
import { type PublishedSums, publishedKey, type Sums, stockKey } from './rebuilt.ts';

/** What stands at a location, or in a whole warehouse, by what published sums are kept by. */
interface Sum {
  quantityBase: number;
  /** What a walk made to wait for a document. */
  unreportedBase: number;
  registeredBase: number;
}

/** A balance: what a walk moved of it, with the sums that it is part of. */
export interface Balance {
  quantityBase: number;
  /** Those of its item; undefined for one that is not known. */
  readonly decimals: number | undefined;
  readonly atLocation: Sum;
  readonly inWarehouse: Sum;
}

/** What a walk adds up to. Flat, so that threads can send it; by keys as the database makes them. */
export interface FlatSums {
  /** What stands in the end. */
  readonly quantity: ReadonlyMap<string, number>;
  /** What the walk itself added. */
  readonly stock: ReadonlyMap<string, number>;
  readonly unreported: ReadonlyMap<string, number>;
  readonly registered: ReadonlyMap<string, number>;
}

/** A balance that was kept. */
interface KeptRow {
  readonly sum: string;
  readonly quantity_base: number;
}

/** The sums of a walk: a key is taken apart once, however often goods come and go. */
export class QuickSums {
  readonly #balances = new Map<string, Balance>();
  readonly #sums = new Map<string, Sum>();
  readonly #decimals: ReadonlyMap<string, number>;

  constructor(items: readonly { readonly item_key: string; readonly decimals: number }[]) {
    this.#decimals = new Map(items.map((item) => [item.item_key, item.decimals]));
  }

  /** What the walk begins with. */
  begin(rows: readonly KeptRow[]): void {
    for (const { sum, quantity_base: base } of rows) this.#sum(sum).quantityBase = base;
  }

  /** The key has location, warehouse, item, owner, lot, status, serial number and plate. */
  balance(key: string): Balance {
    const known = this.#balances.get(key);
    if (known) return known;
    const atLocation = key.slice(0, key.lastIndexOf(keyMark, key.lastIndexOf(keyMark) - 1));
    const inWarehouse = this.#sum(atLocation.slice(atLocation.indexOf(keyMark)));
    const [, , item = ''] = atLocation.split(keyMark);
    const decimals = this.#decimals.get(item);
    const balance = { quantityBase: 0, decimals, atLocation: this.#sum(atLocation), inWarehouse };
    this.#balances.set(key, balance);
    return balance;
  }

  #sum(key: string): Sum {
    const known = this.#sums.get(key);
    if (known) return known;
    const sum = { quantityBase: 0, unreportedBase: 0, registeredBase: 0 };
    this.#sums.set(key, sum);
    return sum;
  }

  /** A serial number that left is not heard of again: what is empty is forgotten. */
  forget(key: string): void {
    this.#balances.delete(key);
  }

  /** True where exactly these rows, and no others, are what stands. */
  isExactly(rows: readonly KeptRow[]): boolean {
    let standing = 0;
    for (const { quantityBase } of this.#sums.values()) if (quantityBase !== 0) standing += 1;
    return standing === rows.length && rows.every((row) => this.#sums.get(row.sum)?.quantityBase === row.quantity_base);
  }

  flat(): FlatSums {
    const [quantity, stock] = [new Map<string, number>(), new Map<string, number>()];
    const [unreported, registered] = [new Map<string, number>(), new Map<string, number>()];
    for (const [key, sum] of this.#sums) {
      if (sum.quantityBase !== 0) quantity.set(key, sum.quantityBase);
      if (sum.unreportedBase !== 0) unreported.set(key, sum.unreportedBase);
      if (sum.registeredBase !== 0) registered.set(key, sum.registeredBase);
    }
    for (const [key, { quantityBase }] of this.#balances) stock.set(key, quantityBase);
    return { quantity, stock, unreported, registered };
  }
}

/** Adds to sums that go by the keys of the checks; what stands is that of the last of all parts. */
export function addFlat(parts: readonly FlatSums[], stock: Sums, published: PublishedSums): void {
  for (const part of parts) {
    for (const [key, base] of part.stock) stock.add(stockName(key), base);
    for (const [key, base] of part.unreported) published.unreported.add(publishedName(key), base);
    for (const [key, base] of part.registered) published.registered.add(publishedName(key), base);
  }
  for (const [key, base] of parts.at(-1)?.quantity ?? []) published.quantity.add(publishedName(key), base);
}

function publishedName(key: string): string {
  const [location = '', warehouse = '', item_key = '', owner = '', lot = '', status = ''] = key.split(keyMark);
  return publishedKey({ location, warehouse, item_key, owner, lot, inventory_status: status });
}

function stockName(key: string): string {
  const [location = '', warehouse = '', item_key = '', owner = '', lot = '', status = '', serial = '', plate = ''] =
    key.split(keyMark);
  const goods = { warehouse, location, item_key, owner, lot, serial };
  return stockKey({ ...goods, inventory_status: status, license_plate: plate });
}
