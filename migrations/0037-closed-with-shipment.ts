import { type Kysely, sql } from 'kysely';
import { createTables } from './create-tables.ts';

/**
 * What of orders was closed with a shipment: told again by every version of its slip, and opened again by a reversal where
 * one shipment stands for an order (`reopens`). Slips kept that themselves for a day (`closed` of a line); those that can
 * still be reversed stay as they are, and what they keep is kept here too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'closed_with_shipment',
      `shipment text not null, order_key text not null, line_number bigint not null, rest_base bigint not null,
       ordered_base bigint not null, promised_base bigint not null, reason text not null, reason_before text,
       reopens bigint not null, primary key (shipment, order_key, line_number)`,
      'clustered',
    ],
  ]);
  await moveFromSlips(db);
}

interface SlipRow {
  readonly number: string;
  readonly source_system: string;
  readonly body: string;
}

interface Slip {
  readonly shipment: string;
  readonly lines: readonly {
    readonly orderNumber: string;
    readonly lineNumber: number;
    readonly orderedQuantity: number;
    readonly cancelReason: string | null;
    readonly closed?: { readonly quantity: number; readonly reasonBefore: string | null };
  }[];
}

const rowsAtOnce = 200;

async function moveFromSlips(db: Kysely<unknown>): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await sql<SlipRow>`select number, source_system, body from document
      where kind = 'packing-slip' and number > ${after} and active = 1 and posting_status <> 'posted'
        and body like '%"closed":{%'
      order by number limit ${rowsAtOnce}`.execute(db);
    for (const row of rows) {
      await moveFrom(db, row.source_system, JSON.parse(row.body) as Slip);
      after = row.number;
    }
    if (rows.length < rowsAtOnce) return;
  }
}

async function moveFrom(db: Kysely<unknown>, sourceSystem: string, { shipment, lines }: Slip): Promise<void> {
  for (const { orderNumber, lineNumber, orderedQuantity, cancelReason, closed } of lines) {
    if (!closed || cancelReason === null) continue;
    const { rows } = await sql<{ order_key: string; decimals: number | string }>`select l.order_key, i.decimals
      from outbound_order o join outbound_order_line l on l.order_key = o.order_key
        join item i on i.item_key = l.item_key
      where o.source_system = ${sourceSystem} and o.order_number = ${orderNumber} and l.line_number = ${lineNumber}`.execute(
      db,
    );
    for (const { order_key: order, decimals } of rows) {
      const steps = (quantity: number) => Math.round(quantity * 10 ** Number(decimals));
      await sql`insert into closed_with_shipment (shipment, order_key, line_number, rest_base, ordered_base,
          promised_base, reason, reason_before, reopens)
        values (${shipment}, ${order}, ${lineNumber}, ${steps(closed.quantity)}, ${steps(orderedQuantity)}, 0,
          ${cancelReason}, ${closed.reasonBefore}, 1)`.execute(db);
    }
  }
}
