import { statement } from '../db/statement.ts';

export const endLineShort = statement<{ work: string; line: number; reason: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'short', reason: p('reason'), blocked_by: null })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
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
