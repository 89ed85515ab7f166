import { sql } from 'kysely';
import type { Disposition } from '#shared/returns/disposition.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { shippedState } from '../platform/facts/literals.ts';
import { isUnseen, type Seen } from '../platform/facts/news.queries.ts';
import { isNumbered } from '../platform/facts/outbound-orders.queries.ts';

/** The outbound orders of a shipment. Who locks them keeps others from returning the same goods meanwhile. */
export const ordersOfShipment = lockingStatement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['order_key', 'order_number', 'source_system', 'document'])
    .where('order_key', 'in', (sub) =>
      sub.selectFrom('outbound_shipment_line').select('order_key').where('shipment', '=', p('shipment')),
    )
    .orderBy('order_key'),
);

/** The outbound orders that go by a number, whatever the source system. */
export const ordersNumbered = lockingStatement<{ order: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['order_key', 'order_number', 'source_system', 'document'])
    .where(isNumbered('outbound_order', p('order')))
    .orderBy('order_key'),
);

export const shipmentOfCarton = statement<{ carton: string }>()((k, p) =>
  k.selectFrom('carton').select('shipment').where('carton', '=', p('carton')),
);

/** What a packing slip is of stands where a receipt has its load. */
export const shipmentOfSlip = statement<{ slip: string }>()((k, p) =>
  k
    .selectFrom('shipment_document')
    .select('load_number')
    .where('document_number', '=', p('slip'))
    .where('kind', '=', 'packing-slip'),
);

type Of = 'shipment' | 'order_key';

function shippedBy(column: Of) {
  return statement<{ of: string }>()((k, p) =>
    k
      .selectFrom('reservation as r')
      .innerJoin('outbound_shipment as s', 's.shipment', 'r.shipment')
      .select(['s.shipment', 's.confirmed_at', 's.consignee', 'r.order_key', 'r.line_number', 'r.item_key', 'r.lot'])
      .select('r.serial')
      .select(sql<number>`cast(sum(r.quantity_base) as bigint)`.as('quantity_base'))
      .where(`r.${column}`, '=', p('of'))
      .where('r.state', '=', shippedState)
      .groupBy(['s.shipment', 's.confirmed_at', 's.consignee', 'r.order_key', 'r.line_number', 'r.item_key', 'r.lot'])
      .groupBy('r.serial')
      .orderBy('s.confirmed_at')
      .orderBy('r.order_key')
      .orderBy('r.line_number')
      .orderBy('r.lot')
      .orderBy('r.serial'),
  );
}

function returnedBy(column: Of) {
  return statement<{ of: string }>()((k, p) =>
    k
      .selectFrom('customer_return as c')
      .innerJoin('registration as r', 'r.id', 'c.registration')
      .select(['c.shipment', 'c.order_key', 'c.order_line', 'r.item_key', 'r.lot', 'r.serial'])
      .select(sql<number>`cast(sum(r.quantity_base) as bigint)`.as('quantity_base'))
      .where(`c.${column}`, '=', p('of'))
      .where('r.status', '=', 'active')
      .groupBy(['c.shipment', 'c.order_key', 'c.order_line', 'r.item_key', 'r.lot', 'r.serial']),
  );
}

function returnedSinceBy(column: 'c.shipment' | 'c.order_key' | 'r.order_key') {
  return statement<Seen & { of: string; itemKey: string; device: string }>()((k, p) =>
    k
      .selectFrom('customer_return as c')
      .innerJoin('registration as r', 'r.id', 'c.registration')
      .innerJoin('ledger_entry as e', 'e.id', 'r.entry_id')
      .select(sql<number>`cast(coalesce(sum(r.quantity_base), 0) as bigint)`.as('quantity_base'))
      .where(column, '=', p('of'))
      .where('r.item_key', '=', p('itemKey'))
      .where('r.status', '=', 'active')
      .where('e.device', '<>', p('device'))
      .where(isUnseen('e.id', 'e.recorded_at', p)),
  );
}

/** What others returned of it and the device had not seen. */
export const returnedSince = {
  shipment: returnedSinceBy('c.shipment'),
  order_key: returnedSinceBy('c.order_key'),
  announced: returnedSinceBy('r.order_key'),
} as const;

/** What of a shipment, or of an order, left: goods of one kind that left together are one row. */
export const shippedGoods = { shipment: shippedBy('shipment'), order_key: shippedBy('order_key') } as const;

/** What of it came back and was not taken out again. */
export const returnedGoods = { shipment: returnedBy('shipment'), order_key: returnedBy('order_key') } as const;

function scrappedByOne(column: 'c.shipment' | 'c.order_key' | 'r.order_key') {
  return statement<{ of: string; itemKey: string; operator: string }>()((k, p) =>
    k
      .selectFrom('customer_return as c')
      .innerJoin('registration as r', 'r.id', 'c.registration')
      .select(sql<number>`cast(coalesce(sum(r.quantity_base), 0) as bigint)`.as('quantity_base'))
      .where(column, '=', p('of'))
      .where('r.item_key', '=', p('itemKey'))
      .where('r.status', '=', 'active')
      .where('c.disposition', '=', sql.lit('scrap' satisfies Disposition))
      .where('c.returned_by', '=', p('operator'))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('exception_case as x').select('x.id').whereRef('x.id', '=', 'c.command_id'))),
      ),
  );
}

/** What of it one person scrapped without anybody else deciding on it. */
export const scrappedBy = {
  shipment: scrappedByOne('c.shipment'),
  order_key: scrappedByOne('c.order_key'),
  announced: scrappedByOne('r.order_key'),
} as const;

/** When goods of an item last left, whoever got them. */
export const lastShipped = statement<{ itemKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_shipment_line as o', (join) =>
      join.onRef('o.order_key', '=', 'l.order_key').onRef('o.line_number', '=', 'l.line_number'),
    )
    .innerJoin('outbound_shipment as s', 's.shipment', 'o.shipment')
    .select((eb) => eb.fn.max('s.confirmed_at').as('confirmed_at'))
    .where('l.item_key', '=', p('itemKey'))
    .where('o.shipped_base', '>', 0),
);

/** When a piece last left. */
export const lastShippedSerial = statement<{ itemKey: string; serial: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .innerJoin('outbound_shipment as s', 's.shipment', 'r.shipment')
    .select((eb) => eb.fn.max('s.confirmed_at').as('confirmed_at'))
    .where('r.serial', '=', p('serial'))
    .where('r.item_key', '=', p('itemKey'))
    .where('r.state', '=', shippedState),
);

export const policiesOf = statement<{ sourceSystem: string }>()((k, p) =>
  k.selectFrom('return_policies').select(['policies', 'version']).where('source_system', '=', p('sourceSystem')),
);

export const insertReturn = statement<{
  registration: string;
  commandId: string;
  warehouse: string;
  sourceSystem: string;
  shipment: string | null;
  orderKey: string | null;
  orderLine: number | null;
  disposition: string;
  dispositionCode: string;
  condition: string | null;
  photos: string;
  by: string;
  at: number;
}>()((k, p) =>
  k.insertInto('customer_return').values({
    registration: p('registration'),
    command_id: p('commandId'),
    warehouse: p('warehouse'),
    source_system: p('sourceSystem'),
    shipment: p('shipment'),
    order_key: p('orderKey'),
    order_line: p('orderLine'),
    disposition: p('disposition'),
    disposition_code: p('dispositionCode'),
    condition: p('condition'),
    photos: p('photos'),
    returned_by: p('by'),
    returned_at: p('at'),
  }),
);
