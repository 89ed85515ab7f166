import { statement } from '../db/statement.ts';

/** What a line of work asks for, and the lot that its order insists on. */
export const lineToPromise = statement<{ work: string; line: number }>()((k, p) =>
  k
    .selectFrom('work_line as l')
    .leftJoin('outbound_order_line as o', (join) =>
      join.onRef('o.order_key', '=', 'l.order_key').onRef('o.line_number', '=', 'l.order_line'),
    )
    .select(['l.owner', 'l.inventory_status', 'l.serial', 'o.lot as ordered_lot'])
    .where('l.work', '=', p('work'))
    .where('l.line', '=', p('line')),
);
