import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { rowByRow } from '../platform/facts/literals.ts';
import { isNumbered } from '../platform/facts/outbound-orders.queries.ts';

/** Orders of a number in a warehouse, locked: nobody else releases, changes or cancels them meanwhile. */
export const ordersWithNumber = lockingStatement<{ warehouse: string; order: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .selectAll()
    .where(isNumbered('outbound_order', p('order')))
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .orderBy('order_key'),
);

export const orderWithKey = lockingStatement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('outbound_order').selectAll().where('order_key', '=', p('orderKey')),
);

/** Lines with what of their items decides on dates. */
export const linesOfOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select([
      'l.line_number',
      'l.item_key',
      'l.unit',
      'l.quantity_base',
      'l.inventory_status',
      'l.owner',
      'l.lot',
      'l.serial',
      'l.sellable_days',
      'l.status',
      'l.reserved_base',
      'l.released_base',
      'l.picked_base',
      'l.shipped_base',
      'l.cancelled_base',
      'l.waits_from',
      'i.expiry_tracked',
    ])
    .where('l.order_key', '=', p('orderKey'))
    .orderBy('l.line_number'),
);

/** What shipments of an order lack that nobody is sent for: they were split off without goods. */
export const unfilledOfOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_shipment as s', 's.shipment', 'l.shipment')
    .leftJoin('reservation as r', (join) =>
      join
        .onRef('r.shipment', '=', 'l.shipment')
        .onRef('r.order_key', '=', 'l.order_key')
        .onRef('r.line_number', '=', 'l.line_number'),
    )
    .select(['l.shipment', 'l.line_number', 'l.quantity_base'])
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('r.quantity_base'), eb.lit(0)).as('promised_base'))
    .where('l.order_key', '=', p('orderKey'))
    .where('s.status', '=', 'open')
    .groupBy(['l.shipment', 'l.line_number', 'l.quantity_base'])
    .orderBy('l.shipment'),
);

export const ordersOfWave = statement<{ wave: string }>()((k, p) =>
  k.selectFrom('wave_order').select('order_key').where('wave', '=', p('wave')).orderBy('order_key'),
);

export const waveNamed = lockingStatement<{ wave: string }>()((k, p) =>
  k.selectFrom('wave').select(['wave', 'status', 'warehouse']).where('wave', '=', p('wave')),
);

/** The wave that a command made. */
export const waveOfCommand = statement<{ commandId: string }>()((k, p) =>
  k.selectFrom('command').select('result').where('id', '=', p('commandId')).where('type', 'like', 'waves.%'),
);

export const templateOfWave = statement<{ wave: string }>()((k, p) =>
  k.selectFrom('wave').select('template').where('wave', '=', p('wave')),
);
