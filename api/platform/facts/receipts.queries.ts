import { sql } from 'kysely';
import { type RowOf, statement } from '../db/statement.ts';

/**
 * The shipment that goods came with: the one that their plate was announced on, else the one of their order. One order
 * can come with several shipments, and one shipment be for several orders.
 */
const shipmentOf = (registration: 'r' | 'registration') =>
  sql<string>`coalesce(
    (select e.shipment from expected_plate e where e.license_plate = ${sql.ref(`${registration}.license_plate`)}
      and e.load_number = ${sql.ref(`${registration}.load_number`)}),
    (select s.shipment from inbound_shipment s where s.load_number = ${sql.ref(`${registration}.load_number`)}
      and s.order_key = ${sql.ref(`${registration}.order_key`)}))`;

/**
 * What a load brought and no receipt tells of, one row for each registration, with its shipment and the channel that it
 * goes by.
 */
export const registrationsOn = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('registration as r')
    .innerJoin('coverage as c', 'c.id', 'r.id')
    .leftJoin('customer_return as b', 'b.registration', 'r.id')
    .select(shipmentOf('r').as('shipment'))
    .select([
      'r.order_key',
      'r.id',
      'r.line_number',
      'r.license_plate',
      'r.location',
      'r.item_key',
      'r.lot',
      'r.serial',
    ])
    .select(['r.inventory_status', 'r.owner', 'r.quantity_base', 'c.channel'])
    .select(['b.disposition', 'b.disposition_code', 'b.condition'])
    .where('r.load_number', '=', p('load'))
    .where('r.status', '=', 'active')
    .where('r.document_number', 'is', null)
    .orderBy('r.order_key')
    .orderBy('r.line_number')
    .orderBy('r.id'),
);

export type RegistrationRow = RowOf<typeof registrationsOn>;

/** Receipts of a load, through a channel, of which no version counts any more, each as its newest version has it. */
export const reversedReceipts = statement<{ load: string; channel: string }>()((k, p) =>
  k
    .selectFrom('shipment_document as s')
    .innerJoin('document as d', 'd.number', 's.document_number')
    .select(['s.document_number', 'd.body'])
    .where('s.load_number', '=', p('load'))
    .where('s.kind', '=', 'shipment-receipt')
    .where('s.channel', '=', p('channel'))
    .where('d.version', '=', (eb) =>
      eb
        .selectFrom('document as n')
        .select((each) => each.fn.max('n.version').as('version'))
        .whereRef('n.number', '=', 's.document_number'),
    )
    .where('d.active', '=', 0)
    .orderBy('s.document_number'),
);

export const documentRegistrations = statement<{
  load: string;
  shipment: string;
  channel: string;
  documentNumber: string;
}>()((k, p) =>
  k
    .updateTable('registration')
    .set({ document_number: p('documentNumber') })
    .where('load_number', '=', p('load'))
    .where('status', '=', 'active')
    .where('document_number', 'is', null)
    .where(shipmentOf('registration'), '=', p('shipment'))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('coverage as c')
          .select('c.id')
          .whereRef('c.id', '=', 'registration.id')
          .where('c.channel', '=', p('channel')),
      ),
    ),
);

export const receiveLine = statement<{ orderKey: string; line: number; receivedBase: number; status: string }>()(
  (k, p) =>
    k
      .updateTable('inbound_order_line')
      .set({ received_base: p('receivedBase'), status: p('status') })
      .where('order_key', '=', p('orderKey'))
      .where('line_number', '=', p('line')),
);

export const setOrderStatus = statement<{ orderKey: string; status: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_order')
    .set((eb) => ({ status: p('status'), changed_at: p('at'), version: eb('version', '+', 1) }))
    .where('order_key', '=', p('orderKey')),
);

/** Answers nothing where the load was not open any more. */
export const endLoad = statement<{ load: string; status: string; device: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({
      status: p('status'),
      completed_at: p('at'),
      completed_by_device: p('device'),
      version: eb('version', '+', 1),
    }))
    .where('load_number', '=', p('load'))
    .where('status', '=', 'open')
    .returning('load_number'),
);
