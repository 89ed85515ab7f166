import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

/** What an order line asks of goods that it gets instead of others. */
export const orderedGoods = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .innerJoin('warehouse as w', 'w.code', 'o.warehouse')
    .select(['l.lot', 'l.sellable_days', 'o.ship_by', 'i.expiry_tracked', 'w.time_zone'])
    .where('l.order_key', '=', p('orderKey'))
    .where('l.line_number', '=', p('line')),
);

const serialsAsked = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .innerJoin('outbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 'r.order_key').onRef('l.line_number', '=', 'r.line_number'),
    )
    .select('r.serial')
    .where('r.brought_by', '=', p('work'))
    .where('l.serial', 'is not', null),
);

/** Pieces that work is to bring and that an order asks for by their serial numbers. */
export async function orderedSerials(trx: AppTrx, work: string): Promise<string[]> {
  return (await trx.all(serialsAsked, { work })).map(({ serial }) => serial);
}

/** Where work leads: from reserve to a face. */
export const wayOfWork = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select(['w.planned_location', 'w.priority', 'l.location', 'l.license_plate'])
    .where('w.id', '=', p('work')),
);

/** So much was taken, and no more comes. */
export const endLine = statement<{
  work: string;
  quantityBase: number;
  status: 'picked' | 'short';
  reason: string | null;
}>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ picked_base: p('quantityBase'), status: p('status'), reason: p('reason') })
    .where('work', '=', p('work'))
    .where('line', '=', 1),
);

/** What of a piece of work nobody has fetched, and how much of that orders wait for. */
export const unfetched = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line as l')
    .select((eb) => [
      'l.location',
      'l.quantity_base',
      eb
        .selectFrom('reservation as r')
        .select((sum) => sum.fn.sum<number>('r.quantity_base').as('promised'))
        .where('r.brought_by', '=', p('work'))
        .as('promised_base'),
    ])
    .where('l.work', '=', p('work'))
    .where('l.status', '=', 'open'),
);
