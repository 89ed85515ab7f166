import type { PlateContent } from '#shared/ledger/thing.ts';
import type { Runner } from '../platform/db/connection.ts';

export async function openWork(read: Runner, ids: readonly string[], warehouse: string) {
  return read.k
    .selectFrom('work')
    .select(['id', 'type', 'status', 'license_plate', 'item_key', 'from_location', 'command_id'])
    .select(['claimed_by', 'claimed_at', 'planned_location'])
    .where('id', 'in', ids)
    .where('warehouse', '=', warehouse)
    .where('status', '=', 'open')
    .execute();
}

export type OpenWork = Awaited<ReturnType<typeof openWork>>[number];

/** What a put-away without a plate is for: the loose goods of its item where it starts. */
export async function looseOfWork(read: Runner, work: OpenWork, warehouse: string): Promise<PlateContent[]> {
  const rows = await read.k
    .selectFrom('balance')
    .innerJoin('item', 'item.item_key', 'balance.item_key')
    .selectAll('balance')
    .select(['item.description', 'item.base_unit', 'item.decimals'])
    .where('balance.warehouse', '=', warehouse)
    .where('balance.location', '=', work.from_location)
    .where('balance.item_key', '=', work.item_key ?? '')
    .where('balance.license_plate', '=', '')
    .orderBy('balance.lot')
    .orderBy('balance.serial')
    .execute();
  return rows.map((row) => ({
    item: row.item_key,
    description: row.description,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    inventoryStatus: row.inventory_status,
    quantityBase: row.quantity_base,
    baseUnit: row.base_unit,
    decimals: row.decimals,
  }));
}
