import type { Runner } from '../db/connection.ts';
import { Check } from './findings.ts';
import { overReturned, returnsLooked, strangeReturns } from './returns.queries.ts';

/**
 * What came back had left: of no line of a shipment more than was shipped with it. Goods that came back came from a
 * customer, and their registration is the one that the return names.
 */
export async function checkReturns(read: Runner): Promise<Check> {
  const check = new Check('returns', 'returns');
  check.rows = (await read.one(returnsLooked, {}))?.count ?? 0;
  for (const { registration, from_location: from } of await read.all(strangeReturns, {})) {
    check.fault(registration, from === null ? 'has no registration that was posted' : `came from ${from}`);
  }
  for (const row of await read.all(overReturned, {})) {
    const name = `${row.shipment} ${row.order_key} line ${row.order_line} ${row.item_key}`;
    check.fault(name, `${row.returned_base} came back of ${row.shipped_base} shipped`);
  }
  return check;
}
