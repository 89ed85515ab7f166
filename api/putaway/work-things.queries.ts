import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { Runner } from '../platform/db/connection.ts';
import { stockOnPlate, stockRow } from '../platform/facts/stock-rows.queries.ts';

export async function openWork(read: Runner, ids: readonly string[], warehouse: string) {
  return read.k
    .selectFrom('work')
    .select(['id', 'type', 'status', 'license_plate', 'item_key', 'from_location', 'command_id'])
    .select(['claimed_by', 'planned_location'])
    .where('id', 'in', ids)
    .where('warehouse', '=', warehouse)
    .where('status', '=', 'open')
    .execute();
}

export type OpenWork = Awaited<ReturnType<typeof openWork>>[number];

/** What a put-away is for: all that is on its plate, or the loose goods of its item where it starts. */
export async function goodsOfWork(read: Runner, work: OpenWork, warehouse: string): Promise<StockRow[]> {
  if (work.license_plate !== null) return stockOnPlate(read, work.license_plate);
  const rows = await read.k
    .selectFrom('balance')
    .selectAll()
    .where('warehouse', '=', warehouse)
    .where('location', '=', work.from_location)
    .where('item_key', '=', work.item_key ?? '')
    .where('license_plate', '=', '')
    .execute();
  return rows.map(stockRow);
}
