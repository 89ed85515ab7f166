import { sql } from 'kysely';
import { statement } from '../db/statement.ts';
import { rowsPerRead } from './in-batches.ts';

/** Packing slips that count, with whether the ERP books from them. */
export const activeSlipsAfter = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['number', 'version', 'source_system', 'body'])
    .where('kind', '=', sql.lit('packing-slip'))
    .where('active', '=', sql.lit(1))
    .where('number', '>', p('number'))
    .orderBy('number')
    .limit(rowsPerRead),
);

/** Goods that were shipped on a slip, with the document that counts as telling of them. */
export const shippedOnSlip = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .innerJoin('item as i', 'i.item_key', 'r.item_key')
    .leftJoin('ledger_entry as e', 'e.id', 'r.entry_id')
    .leftJoin('coverage as c', 'c.id', 'e.coverage')
    .select(['r.id', 'r.quantity_base', 'i.decimals', 'c.document_number as told_by', 'c.channel'])
    .where('r.document_number', '=', p('number'))
    .where('r.state', '=', sql.lit('shipped')),
);

/** Order lines of which something was shipped. */
export const shippedLines = statement<object>()((k) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['o.source_system', 'o.order_number', 'l.line_number', 'l.shipped_base', 'i.decimals'])
    .where('l.shipped_base', '<>', 0),
);
