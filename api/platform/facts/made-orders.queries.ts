import { statement } from '../db/statement.ts';

export const sourceSystems = statement<object>()((k) =>
  k.selectFrom('source_system').select(['code', 'warehouses', 'owners', 'settings']).orderBy('code'),
);

export const orderExists = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('inbound_order').select('order_key').where('order_key', '=', p('orderKey')),
);

/** An order that no message asked for: people made it, with goods that nobody had announced. */
export const insertMadeOrder = statement<{
  orderKey: string;
  sourceSystem: string;
  number: string;
  warehouse: string;
  type: string;
  document: string;
  at: number;
}>()((k, p) =>
  k.insertInto('inbound_order').values({
    order_key: p('orderKey'),
    source_system: p('sourceSystem'),
    order_number: p('number'),
    warehouse: p('warehouse'),
    order_type: p('type'),
    status: 'open',
    message_id: null,
    document: p('document'),
    created_at: p('at'),
    changed_at: p('at'),
    version: 1,
  }),
);

/** A line of such an order, in the item's base unit: as much is ordered as came. */
export const putMadeLine = statement<{
  orderKey: string;
  line: number;
  itemKey: string;
  unit: string;
  quantity: string;
  quantityBase: number;
  inventoryStatus: string;
  owner: string;
  document: string;
}>()((k, p) =>
  k
    .insertInto('inbound_order_line')
    .values({
      order_key: p('orderKey'),
      line_number: p('line'),
      item_key: p('itemKey'),
      unit: p('unit'),
      quantity: p('quantity'),
      quantity_base: p('quantityBase'),
      over_percent: '0',
      under_percent: '0',
      inventory_status: p('inventoryStatus'),
      owner: p('owner'),
      lot: null,
      status: 'open',
      document: p('document'),
    })
    .onConflict((conflict) =>
      conflict.columns(['order_key', 'line_number']).doUpdateSet((eb) => ({
        quantity: eb.ref('excluded.quantity'),
        quantity_base: eb.ref('excluded.quantity_base'),
      })),
    ),
);
