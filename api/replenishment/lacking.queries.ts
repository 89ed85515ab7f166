import { type FillAndStock, type Lacking, lackingFills } from '#shared/replenishment/lacking.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { openStatus, replenishType } from '../platform/facts/literals.ts';

/** Work on its way to reserve, whoever has taken it on first; with what of its goods is there. */
const fillsWithStock = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select(['w.id', 'l.item_key', 'l.quantity_base', 'l.location', 'l.license_plate', 'l.owner', 'l.lot'])
    .select('l.inventory_status')
    .select((eb) => [
      eb
        .selectFrom('reservation as r')
        .select((sum) => sum.fn.sum<number>('r.quantity_base').as('promised'))
        .whereRef('r.brought_by', '=', 'w.id')
        .as('promised_base'),
      eb
        .selectFrom('balance as b')
        .select((sum) => sum.fn.sum<number>(sum('b.quantity_base', '-', sum.ref('b.reserved_base'))).as('free'))
        .whereRef('b.warehouse', '=', 'w.warehouse')
        .whereRef('b.location', '=', 'l.location')
        .whereRef('b.item_key', '=', 'l.item_key')
        .whereRef('b.license_plate', '=', 'l.license_plate')
        .whereRef('b.owner', '=', 'l.owner')
        .whereRef('b.lot', '=', 'l.lot')
        .whereRef('b.inventory_status', '=', 'l.inventory_status')
        .as('free_base'),
    ])
    .where('w.type', '=', replenishType)
    .where('w.status', '=', openStatus)
    .where('w.warehouse', '=', p('warehouse'))
    .where('l.status', '=', openStatus)
    .orderBy((eb) => eb.case().when('w.claimed_by', 'is', null).then(1).else(0).end())
    .orderBy('w.id'),
);

/** Work of a warehouse that is to bring goods that are not there for it any more. */
export async function lackingIn(read: Runner, warehouse: string): Promise<(Lacking & { readonly item: string })[]> {
  const rows = await read.all(fillsWithStock, { warehouse });
  const items = new Map(rows.map((row) => [row.id, row.item_key]));
  const fills = rows.map((row): FillAndStock => {
    const { id: work, item_key: item, location, license_plate: plate, owner, lot, inventory_status: status } = row;
    return {
      work,
      source: [item, location, plate, owner, lot, status].join('\u0000'),
      wantedBase: Math.max(0, row.quantity_base - Number(row.promised_base ?? 0)),
      freeBase: Number(row.free_base ?? 0),
    };
  });
  return lackingFills(fills).map((lacking) => ({ ...lacking, item: items.get(lacking.work) ?? '' }));
}
