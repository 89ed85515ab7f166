import { statement } from '../db/statement.ts';

/** Goods that were taken in: what came, on which line of which load, and the entry that brought it. */
export const insertRegistration = statement<{
  id: string;
  commandId: string;
  load: string;
  orderKey: string;
  line: number;
  itemKey: string;
  owner: string;
  lot: string | null;
  serial: string | null;
  inventoryStatus: string;
  licensePlate: string;
  location: string;
  quantityBase: number;
  entryId: string;
  occurredAt: number;
  expectedLine: number | null;
}>()((k, p) =>
  k.insertInto('registration').values({
    id: p('id'),
    command_id: p('commandId'),
    load_number: p('load'),
    order_key: p('orderKey'),
    line_number: p('line'),
    item_key: p('itemKey'),
    owner: p('owner'),
    lot: p('lot'),
    serial: p('serial'),
    inventory_status: p('inventoryStatus'),
    license_plate: p('licensePlate'),
    location: p('location'),
    quantity_base: p('quantityBase'),
    entry_id: p('entryId'),
    status: 'active',
    occurred_at: p('occurredAt'),
    expected_line: p('expectedLine'),
  }),
);

/** Adds to what is registered on an order line; less than nothing when a registration is undone. */
export const addRegistered = statement<{ orderKey: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('inbound_order_line')
    .set((eb) => ({ registered_base: eb('registered_base', '+', p('quantityBase')) }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** The same on the load; the first registration of a line on a load makes the load's line. */
export const addOnLoad = statement<{
  load: string;
  orderKey: string;
  line: number;
  expectedBase: number;
  overPercent: string;
  quantityBase: number;
}>()((k, p) =>
  k
    .insertInto('inbound_load_line')
    .values({
      load_number: p('load'),
      order_key: p('orderKey'),
      line_number: p('line'),
      expected_base: p('expectedBase'),
      over_percent: p('overPercent'),
      registered_base: p('quantityBase'),
    })
    .onConflict((conflict) =>
      conflict.columns(['load_number', 'order_key', 'line_number']).doUpdateSet((eb) => ({
        registered_base: eb('inbound_load_line.registered_base', '+', eb.ref('excluded.registered_base')),
      })),
    ),
);
