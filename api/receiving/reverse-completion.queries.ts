import type { ReversedLine } from '#shared/receiving/reverse-completion.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';

/** The load that a receipt tells of. */
export const loadOfDocument = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('shipment_document')
    .select('load_number')
    .where('document_number', '=', p('number'))
    .where('kind', '=', 'shipment-receipt')
    .limit(1),
);

/** The newest version of a document. */
export const newestDocument = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['number', 'version', 'kind', 'warehouse', 'active', 'posting_status'])
    .where('number', '=', p('number'))
    .orderBy('version', 'desc')
    .limit(1),
);

/** The receipts that count and were made by the same completion as one of them, in the order of their numbers. */
export const receiptsMadeWith = lockingStatement<{ load: string; number: string }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['number', 'version', 'kind', 'warehouse', 'active', 'posting_status'])
    .where('number', 'in', (sub) =>
      sub.selectFrom('shipment_document').select('document_number').where('load_number', '=', p('load')),
    )
    .where('command_id', 'in', (sub) =>
      sub
        .selectFrom('document as d')
        .select('d.command_id')
        .where('d.number', '=', p('number'))
        .where('d.active', '=', 1),
    )
    .where('active', '=', 1)
    .orderBy('number'),
);

const linesOfOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('inbound_order_line')
    .select(['order_key', 'line_number', 'quantity_base', 'under_percent', 'received_base', 'status'])
    .where('order_key', '=', p('orderKey'))
    .orderBy('line_number'),
);

/** What a receipt told of, as it was registered. */
export const registrationsOnDocument = statement<{ load: string; number: string }>()((k, p) =>
  k
    .selectFrom('registration')
    .select(['order_key', 'line_number', 'location', 'item_key', 'owner', 'lot', 'inventory_status', 'quantity_base'])
    .where('load_number', '=', p('load'))
    .where('document_number', '=', p('number'))
    .where('status', '=', 'active'),
);

export type ToldRegistration = RowOf<typeof registrationsOnDocument>;

/** Every line of an order, with what these registrations say of it. */
export async function linesWith(
  read: Runner,
  orderKey: string,
  told: readonly ToldRegistration[],
): Promise<ReversedLine[]> {
  const onReceipts = new Map<number, number>();
  for (const { order_key: key, line_number: line, quantity_base: base } of told) {
    if (key === orderKey) onReceipts.set(line, (onReceipts.get(line) ?? 0) + base);
  }
  const rows = await read.all(linesOfOrder, { orderKey });
  return rows.map((row) => ({
    order: row.order_key,
    line: row.line_number,
    orderedBase: row.quantity_base,
    underPercent: Number(row.under_percent),
    receivedBase: row.received_base,
    onReceiptsBase: onReceipts.get(row.line_number) ?? 0,
    status: row.status,
  }));
}

export const forgetDocument = statement<{ load: string; number: string }>()((k, p) =>
  k
    .updateTable('registration')
    .set({ document_number: null })
    .where('load_number', '=', p('load'))
    .where('document_number', '=', p('number')),
);

/** A load that took more goods all the while is open as it is. */
export const reopenLoad = statement<{ load: string }>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({ status: 'open', completed_at: null, completed_by_device: null, version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where('status', '=', 'received'),
);
