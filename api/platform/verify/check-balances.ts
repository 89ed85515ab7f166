import type { Runner } from '../db/connection.ts';
import { Check } from './findings.ts';
import { tableInBatches } from './in-batches.ts';
import { pendingBesideUnreported, waitingRows } from './published.queries.ts';
import { type PublishedSums, publishedKey, type Sums, stockKey } from './rebuilt.ts';

/** Every balance is what the entries add up to, and every sum of entries has its balance. */
export async function checkBalances(read: Runner, stock: Sums): Promise<Check> {
  const check = new Check('balances', 'balances');
  const key = [
    'item_key',
    'warehouse',
    'location',
    'owner',
    'lot',
    'serial',
    'inventory_status',
    'license_plate',
  ] as const;
  for await (const rows of tableInBatches(read, 'balance', key)) {
    for (const row of rows) {
      check.rows += 1;
      const name = stockKey(row);
      check.same(name, 'its quantity', row.quantity_base, stock.take(name));
      if (row.reserved_base > Math.max(0, row.quantity_base))
        check.fault(name, `${row.reserved_base} are reserved of ${row.quantity_base}`);
    }
  }
  for (const [name, quantityBase] of stock.rest)
    check.fault(name, `entries add up to ${quantityBase}, but there is no balance`);
  return check;
}

/**
 * Every published sum, which snapshots and reports are made of, is what the deltas add up to; what of it waits for a
 * document is what entries made to wait, less what the feeds of documents settled.
 */
export async function checkPublishedBalances(read: Runner, published: PublishedSums): Promise<Check> {
  const check = new Check('snapshots', 'sums');
  const key = ['location', 'warehouse', 'item_key', 'owner', 'lot', 'inventory_status'] as const;
  for await (const rows of tableInBatches(read, 'published_balance', key)) {
    for (const row of rows) {
      check.rows += 1;
      const name = publishedKey(row);
      check.same(name, 'its quantity', row.quantity_base, published.quantity.take(name));
      check.same(name, 'what is not reported', row.unreported_base, published.unreported.take(name));
      check.same(name, 'what is registered only', row.registered_base, published.registered.take(name));
    }
  }
  for (const [name, quantityBase] of published.quantity.rest) {
    check.fault(name, `deltas add up to ${quantityBase}, but no snapshot shows it`);
  }
  for (const [name, quantityBase] of [...published.unreported.rest, ...published.registered.rest]) {
    check.fault(name, `${quantityBase} wait for a document, but no report shows it`);
  }
  return check;
}

/**
 * What counts as pending is what the published sums say is not reported: so what planners see of each change, and what
 * reports see of the stock, come to the same. Only where nothing waits for its position, which moves one before the other.
 */
export async function checkPending(read: Runner): Promise<Check> {
  const check = new Check('not reported', 'items');
  const isWaiting = (await read.all(waitingRows, {})).length > 0;
  if (isWaiting) return check;
  for (const { warehouse, item_key: itemKey, pending_base: pending, unreported_base: unreported } of await read.all(
    pendingBesideUnreported,
    {},
  )) {
    check.rows += 1;
    check.same(`${warehouse} | ${itemKey}`, 'what the sums say is not reported', unreported, pending);
  }
  return check;
}
