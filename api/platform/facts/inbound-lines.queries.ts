import { type RowOf, statement } from '../db/statement.ts';

/** The lines of an order to receive, as they are kept, by their numbers. */
export const inboundLinesOf = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('inbound_order_line').selectAll().where('order_key', '=', p('orderKey')).orderBy('line_number'),
);

export type InboundLine = RowOf<typeof inboundLinesOf>;
