import type { PickLine } from '#shared/ledger/pick-work.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { goodUntilOf, shipDayOf } from './ship-day.ts';
import { timeZoneOf } from './warehouses.queries.ts';

const worthOfLine = statement<{ itemKey: string; orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('item as i')
    .leftJoin('outbound_order_line as l', (join) =>
      join.on('l.order_key', '=', p('orderKey')).on('l.line_number', '=', p('line')),
    )
    .leftJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['i.unit_cost', 'i.expiry_tracked', 'l.sellable_days', 'o.ship_by', 'o.cutoff_at'])
    .where('i.item_key', '=', p('itemKey')),
);

/** What a line's goods are worth and how long the customer must be able to use them. */
export async function worthOf(
  trx: AppTrx,
  { item: itemKey, order, orderLine }: Pick<PickLine, 'item' | 'order' | 'orderLine'>,
) {
  return trx.one(worthOfLine, { itemKey, orderKey: order ?? '', line: orderLine ?? 0 });
}

/** The day before which goods must not expire; null where the item has no dates. */
export async function goodUntilFor(
  trx: AppTrx,
  warehouse: string,
  line: Awaited<ReturnType<typeof worthOf>>,
): Promise<string | null> {
  if (!line) return null;
  return goodUntilOf(line, shipDayOf(line.ship_by, trx.now, await timeZoneOf(trx, warehouse)));
}
