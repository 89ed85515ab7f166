import type { Runner } from '../db/connection.ts';
import { Check } from './findings.ts';
import { tableInBatches } from './in-batches.ts';
import { publishedKey, type Sums, stockKey } from './rebuilt.ts';

/** Every balance is what the entries add up to, and every sum of entries has its balance. */
export async function checkBalances(read: Runner, stock: Sums): Promise<Check> {
  const check = new Check('balances', 'balances');
  const key = [
    'warehouse',
    'location',
    'item_key',
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
      if (row.reserved_base > row.quantity_base)
        check.fault(name, `${row.reserved_base} are reserved of ${row.quantity_base}`);
    }
  }
  for (const [name, quantityBase] of stock.rest)
    check.fault(name, `entries add up to ${quantityBase}, but there is no balance`);
  return check;
}

/** Every published sum, which snapshots are made of, is what the deltas add up to. */
export async function checkPublishedBalances(read: Runner, published: Sums): Promise<Check> {
  const check = new Check('snapshots', 'sums');
  const key = ['location', 'warehouse', 'item_key', 'owner', 'lot', 'inventory_status'] as const;
  for await (const rows of tableInBatches(read, 'published_balance', key)) {
    for (const row of rows) {
      check.rows += 1;
      check.same(publishedKey(row), 'its quantity', row.quantity_base, published.take(publishedKey(row)));
    }
  }
  for (const [name, quantityBase] of published.rest) {
    check.fault(name, `deltas add up to ${quantityBase}, but no snapshot shows it`);
  }
  return check;
}
