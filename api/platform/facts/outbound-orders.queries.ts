import { type RawBuilder, sql } from 'kysely';
import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

/**
 * Whether an outbound order goes by a number: its source system's, or the one that it has inside the warehouse. `table` is
 * how the statement calls the orders.
 */
export function isNumbered(table: string, number: RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${table}.order_number`)} = ${number} or ${sql.ref(`${table}.own_number`)} = ${number})`;
}

/** Of orders that go by a number those whose source system calls them so, where there are any. */
export function bySystemFirst<Row extends { readonly order_number: string }>(rows: readonly Row[], number: string) {
  const named = rows.filter((row) => row.order_number === number);
  return named.length > 0 ? named : rows;
}

const orderRow = lockingStatement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['source_system', 'consignee', 'carrier'])
    .where('order_key', '=', p('orderKey')),
);

/** The order's row: who locks it keeps everybody else from releasing, changing or shipping it. */
export async function lockOrder(trx: AppTrx, orderKey: string) {
  return trx.one(orderRow.lock[trx.dialect], { orderKey });
}

/** What of a line could not be had, and why. */
export const backorderLine = statement<{ orderKey: string; line: number; reason: string }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set({ backorder_reason: p('reason') })
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line'))
    .where('status', '=', 'open'),
);

/** What is left of a line waits for goods to come from now on: what is free already is left to others. */
export const waitForArrival = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({ waits_from: eb.selectFrom('feed_head').select('position').where('id', '=', 1) }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/**
 * A supervisor took the order back from the floor: what it lacks waits for goods to come from now on, and the rest with it,
 * or for somebody to release it. Else it would be released again at once with the goods that were taken from it.
 */
export const waitWithOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({ waits_from: eb.selectFrom('feed_head').select('position').where('id', '=', 1) }))
    .where('order_key', '=', p('orderKey'))
    .where('status', '=', 'open')
    .where((eb) => eb('quantity_base', '>', eb('released_base', '+', eb.ref('cancelled_base')))),
);

/** So much less is promised to an order line by the order itself. */
export const giveUpLine = statement<{ orderKey: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({ reserved_base: eb('reserved_base', '-', p('quantityBase')) }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/**
 * Tells the order's source system how far it is, by the feed `order-status` and an event, and devices of its shipments that
 * are in the building: whoever changes what is reserved, released, picked, shipped, backordered or cancelled of it calls
 * this. What is told is what is true when the transaction's rows get their positions, once for however many calls.
 */
export function publishOrderStatus(trx: AppTrx, orderKey: string): void {
  trx.publish({ kind: 'order-status', orderKey });
}
