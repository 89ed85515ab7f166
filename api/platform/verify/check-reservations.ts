import type { Runner } from '../db/connection.ts';
import { Check } from './findings.ts';
import { stockKey } from './rebuilt.ts';
import {
  linesBesideShipments,
  promiseAndLineCount,
  promisesBesideBalances,
  waitingForNobody,
} from './reservations.queries.ts';

/**
 * What is promised of a balance is what orders were promised of it, to the unit: so no two were promised the same. What
 * a line of an order counts as held, released, picked and shipped is what its promises and shipments say, and each is
 * part of the one before it. What waits to be brought to a pick face has somebody who brings it.
 */
export async function checkReservations(read: Runner): Promise<Check> {
  const check = new Check('reservations', 'promises and order lines');
  const counted = await read.one(promiseAndLineCount, {});
  check.rows = Number(counted?.promises ?? 0) + Number(counted?.lines ?? 0);
  for (const row of await read.all(promisesBesideBalances, {})) {
    check.same(stockKey(row), 'what is reserved', row.reserved_base, row.promised_base);
  }
  for (const row of await read.all(linesBesideShipments, {})) {
    const name = `${row.order_key} line ${row.line_number}`;
    check.same(name, 'what the order holds', row.reserved_base, row.held_by_order_base);
    check.same(name, 'what is released', row.released_base, row.on_shipments_base);
    check.same(name, 'what is picked', row.picked_base, row.picked_on_shipments_base);
    check.same(name, 'what is shipped', row.shipped_base, row.shipped_on_shipments_base);
    // What stands in for an item may be counted in another unit.
    if (row.substituted === 0) check.same(name, 'what goods were shipped', row.shipped_goods_base, row.shipped_base);
    const { shipped_base: shipped, picked_base: picked, released_base: released, cancelled_base: cancelled } = row;
    if (shipped > picked) check.fault(name, `${shipped} are shipped, but ${picked} were picked`);
    if (picked > released) check.fault(name, `${picked} are picked, but ${released} were released`);
    if (released + cancelled > row.quantity_base)
      check.fault(name, `${released} are released and ${cancelled} cancelled of ${row.quantity_base}`);
  }
  for (const { name, work } of await read.all(waitingForNobody, {})) {
    check.fault(name, `its goods are brought by ${work}, which is over`);
  }
  return check;
}
