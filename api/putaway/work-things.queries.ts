import type { PlateContent } from '#shared/ledger/thing.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';
import { none } from '../platform/facts/literals.ts';

export const openWorks = statement<{ ids: readonly string[]; warehouse: string }>()((k, p, dialect) =>
  k
    .selectFrom('work')
    .select(['id', 'type', 'status', 'license_plate', 'item_key', 'from_location', 'command_id'])
    .select(['claimed_by', 'claimed_at', 'planned_location'])
    .where(isOneOf(dialect, 'id', p('ids')))
    .where('warehouse', '=', p('warehouse'))
    .where('status', '=', 'open'),
);

export type OpenWork = RowOf<typeof openWorks>;

const looseGoods = statement<{ warehouse: string; location: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .innerJoin('item', 'item.item_key', 'balance.item_key')
    .selectAll('balance')
    .select(['item.description', 'item.base_unit', 'item.decimals'])
    .where('balance.warehouse', '=', p('warehouse'))
    .where('balance.location', '=', p('location'))
    .where('balance.item_key', '=', p('itemKey'))
    .where('balance.license_plate', '=', none)
    .orderBy('balance.lot')
    .orderBy('balance.serial'),
);

/** What a put-away without a plate is for: the loose goods of its item where it starts. */
export async function looseOfWork(read: Runner, work: OpenWork, warehouse: string): Promise<PlateContent[]> {
  const rows = await read.all(looseGoods, { warehouse, location: work.from_location, itemKey: work.item_key ?? '' });
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
