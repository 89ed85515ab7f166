import { statement } from '../platform/db/statement.ts';

/** A carton with the shipment it is for, and how many of it there are. */
export const cartonOnLabel = statement<{ carton: string }>()((k, p) =>
  k
    .selectFrom('carton as c')
    .innerJoin('outbound_shipment as s', 's.shipment', 'c.shipment')
    .innerJoin('warehouse as w', 'w.code', 's.warehouse')
    .select([
      'c.carton',
      'c.shipment',
      'c.carton_type',
      'c.weight_grams',
      'c.tracking_number',
      'c.opened_at',
      's.warehouse',
      's.source_system',
      's.load_number',
      's.consignee',
      's.carrier',
      'w.name as warehouse_name',
    ])
    .where('c.carton', '=', p('carton')),
);

export const cartonsBeside = statement<{ shipment: string }>()((k, p) =>
  k.selectFrom('carton').select('carton').where('shipment', '=', p('shipment')).orderBy('opened_at').orderBy('carton'),
);

/** The orders that a shipment is for, with what their source system said of them. */
export const ordersOnLabel = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['order_key', 'order_number', 'document'])
    .where((eb) =>
      eb(
        'order_key',
        'in',
        eb.selectFrom('outbound_shipment_line').select('order_key').where('shipment', '=', p('shipment')),
      ),
    )
    .orderBy('order_key'),
);

/** What is in a carton, or was when it left. */
export const goodsInCarton = statement<{ carton: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .innerJoin('item as i', 'i.item_key', 'r.item_key')
    .select(['i.number', 'i.description', 'i.base_unit', 'i.decimals', 'r.lot', 'r.serial', 'r.quantity_base'])
    .where('r.shipment', '=', (eb) => eb.selectFrom('carton').select('shipment').where('carton', '=', p('carton')))
    .where('r.license_plate', '=', p('carton'))
    .where('r.state', 'in', ['picked', 'shipped'])
    .orderBy('i.number')
    .orderBy('r.lot')
    .orderBy('r.serial'),
);
