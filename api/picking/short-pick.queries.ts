import { statement } from '../platform/db/statement.ts';

export const endLineShort = statement<{ work: string; line: number; reason: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'short', reason: p('reason') })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

export const highestLine = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line')
    .select((eb) => eb.fn.max('line').as('line'))
    .where('work', '=', p('work')),
);

/** Work that sends somebody to count a place, where none is open for the item there yet. */
export const insertCountWork = statement<{
  id: string;
  warehouse: string;
  itemKey: string;
  location: string;
  commandId: string;
  at: number;
}>()((k, p) =>
  k.insertInto('work').values({
    id: p('id'),
    type: 'count',
    warehouse: p('warehouse'),
    status: 'open',
    license_plate: null,
    item_key: p('itemKey'),
    from_location: p('location'),
    to_location: null,
    quantity_base: 0,
    command_id: p('commandId'),
    created_at: p('at'),
    version: 1,
  }),
);

/** What decides on dates and on the worth of a line's goods. */
export const worthOfLine = statement<{ itemKey: string; orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('item as i')
    .leftJoin('outbound_order_line as l', (join) =>
      join.on('l.order_key', '=', p('orderKey')).on('l.line_number', '=', p('line')),
    )
    .leftJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['i.unit_cost', 'i.expiry_tracked', 'l.sellable_days', 'o.ship_by', 'o.cutoff_at'])
    .where('i.item_key', '=', p('itemKey')),
);
