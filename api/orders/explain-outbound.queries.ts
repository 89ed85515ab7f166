import type { Runner } from '../platform/db/connection.ts';
import { rowByRow, undoneLines, undoneWork } from '../platform/facts/literals.ts';

/** All that is there of an item in a warehouse, promised or not. */
export function stockOfItem(read: Runner, warehouse: string, itemKey: string) {
  return read.k
    .selectFrom('balance as b')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'b.warehouse').onRef('l.code', '=', 'b.location'),
    )
    .leftJoin('lot', (join) => join.onRef('lot.item_key', '=', 'b.item_key').onRef('lot.lot', '=', 'b.lot'))
    .selectAll('b')
    .select(['l.type', 'l.active', 'lot.expiry_date'])
    .where(rowByRow('b.warehouse'), '=', warehouse)
    .where('b.item_key', '=', itemKey)
    .where('b.quantity_base', '>', 0)
    .orderBy('b.location')
    .orderBy('b.license_plate')
    .orderBy('b.lot')
    .orderBy('b.serial')
    .limit(200)
    .execute();
}

/** Lines of work that is to be done for an order line. */
export function openWorkLines(read: Runner, orderKey: string, line: number) {
  return read.k
    .selectFrom('work_line as l')
    .innerJoin('work as w', 'w.id', 'l.work')
    .leftJoin('wave as v', 'v.wave', 'w.wave')
    .select(['l.work', 'l.line', 'l.location', 'l.status', 'l.blocked_by', 'w.claimed_by', 'w.status as work_status'])
    .select(['w.wave', 'v.status as wave_status'])
    .where('l.order_key', '=', orderKey)
    .where('l.order_line', '=', line)
    .where('w.status', 'in', undoneWork)
    .where('l.status', 'in', undoneLines)
    .orderBy('l.work')
    .orderBy('l.line')
    .execute();
}
