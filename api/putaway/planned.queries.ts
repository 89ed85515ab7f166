import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import type { Goods } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { none, openStatus } from '../platform/facts/literals.ts';
import { stockItem } from '../platform/facts/stock-items.queries.ts';

const planned = statement<{ warehouse: string; since: number }>()((k, p) =>
  k
    .selectFrom('work')
    .innerJoin('balance', 'balance.license_plate', 'work.license_plate')
    .innerJoin('item', 'item.item_key', 'balance.item_key')
    .selectAll('balance')
    .select(['work.id', 'work.planned_location', 'work.license_plate as plate'])
    .select(['item.decimals', 'item.weight_milligrams', 'item.volume_mm3', 'item.category', 'item.abc_class'])
    .select(['item.number', 'item.source_system', 'item.base_unit'])
    .select(['item.lot_tracked', 'item.serial_tracked', 'item.expiry_tracked'])
    .where('work.warehouse', '=', p('warehouse'))
    .where('work.status', '=', openStatus)
    .where('balance.license_plate', '<>', none)
    .where('work.planned_location', 'is not', null)
    .where('work.claimed_at', '>', p('since')),
);

/**
 * What people carry to places at an instant, by place: goods of plates on trips, without those of this work itself and
 * of claims that have run out.
 */
export async function plannedAt(
  read: Runner,
  { warehouse, work, nowMs }: { readonly warehouse: string; readonly work: string | null; readonly nowMs: number },
): Promise<Map<string, Goods[]>> {
  const rows = (await read.all(planned, { warehouse, since: nowMs - claimLeaseMs })).filter(({ id }) => id !== work);
  const coming = new Map<string, Goods[]>();
  for (const ofWork of Map.groupBy(rows, ({ id }) => id).values()) {
    const parts = ofWork.map((row) => ({
      item: row.item_key,
      lot: row.lot,
      owner: row.owner,
      inventoryStatus: row.inventory_status,
      quantityBase: row.quantity_base,
    }));
    const location = ofWork[0]?.planned_location ?? '';
    const goods = goodsOf(ofWork[0]?.plate ?? null, parts, ofWork.map(stockItem));
    coming.set(location, [...(coming.get(location) ?? []), goods]);
  }
  return coming;
}
