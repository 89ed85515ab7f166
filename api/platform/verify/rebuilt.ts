import { isOutside } from '#shared/ledger/place.ts';
import { type PublishedLeg, waitingOf } from '../delta-row.ts';
import type { BalanceOf } from '../published-balances.ts';
import type { LedgerEntry, Settlement } from '../published-row.ts';

/** Sums by key that forget what is zero, so that they are as large as the stock, not as its history. */
export class Sums {
  readonly #sums = new Map<string, number>();

  /** Answers the new sum. */
  add(key: string, quantityBase: number): number {
    const sum = (this.#sums.get(key) ?? 0) + quantityBase;
    if (sum === 0) this.#sums.delete(key);
    else this.#sums.set(key, sum);
    return sum;
  }

  get(key: string): number {
    return this.#sums.get(key) ?? 0;
  }

  /** Takes a sum out; what is left in the end was never asked for. */
  take(key: string): number {
    const sum = this.get(key);
    this.#sums.delete(key);
    return sum;
  }

  get rest(): IterableIterator<[string, number]> {
    return this.#sums.entries();
  }

  /** All of them, as threads can send them. */
  get byKey(): ReadonlyMap<string, number> {
    return this.#sums;
  }
}

/** The published sums: all of it, and what of it waits for a document. */
export interface PublishedSums {
  readonly quantity: Sums;
  readonly unreported: Sums;
  readonly registered: Sums;
}

interface StockKey {
  readonly warehouse: string;
  readonly location: string;
  readonly item_key: string;
  readonly owner: string;
  readonly lot: string;
  readonly serial: string;
  readonly inventory_status: string;
  readonly license_plate: string;
}

/** The key of a row of balances, readable in a report. */
export function stockKey(row: StockKey): string {
  const { warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate } = row;
  return [warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate].join(' | ');
}

/** The key of a published sum, readable in a report. */
export function publishedKey(of: BalanceOf): string {
  const { location, warehouse, item_key, owner, lot, inventory_status } = of;
  return [warehouse, location || '(all)', item_key, owner, lot, inventory_status].join(' | ');
}

/** Adds what of an entry's leg waits for a document, and what it is until then. */
export function addWaiting(sums: PublishedSums, entry: LedgerEntry, leg: PublishedLeg): void {
  const { unreportedBase, registeredBase } = waitingOf(entry, leg);
  for (const sum of [leg.of, { ...leg.of, location: '' }]) {
    if (unreportedBase !== 0) sums.unreported.add(publishedKey(sum), unreportedBase);
    if (registeredBase !== 0) sums.registered.add(publishedKey(sum), registeredBase);
  }
}

/** Takes out what a row of a feed settled. */
export function takeSettled(sums: PublishedSums, { legs, isReported, isReceived }: Settlement): void {
  for (const leg of legs) {
    for (const sum of [leg, { ...leg, location: '' }]) {
      if (isReported) sums.unreported.add(publishedKey(sum), -leg.quantity_base);
      if (isReceived) sums.registered.add(publishedKey(sum), -leg.quantity_base);
    }
  }
}

/** Moves an entry's quantity between the balances that it touches. */
export function addEntry(stock: Sums, entry: LedgerEntry): void {
  const { warehouse, item_key, owner } = entry;
  const common = { warehouse, item_key, owner, lot: entry.lot ?? '', serial: entry.serial ?? '' };
  const legs = [
    { location: entry.from_location, plate: entry.from_plate, status: entry.from_status, sign: -1 },
    { location: entry.to_location, plate: entry.to_plate, status: entry.to_status, sign: 1 },
  ];
  for (const { location, plate, status, sign } of legs) {
    if (isOutside(location)) continue;
    const key = stockKey({ ...common, location, inventory_status: status, license_plate: plate ?? '' });
    stock.add(key, sign * entry.quantity_base);
  }
}
