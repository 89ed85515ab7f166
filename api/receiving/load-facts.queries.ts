import { statement } from '../platform/db/statement.ts';

export const findLoad = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select(['load_number as number', 'warehouse', 'status', 'made_by'])
    .where('load_number', '=', p('load')),
);

/** What a load is to bring of an order line, and what is registered there. */
export const findLoadLine = statement<{ load: string; orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('inbound_load_line')
    .select(['expected_base', 'over_percent', 'registered_base'])
    .where('load_number', '=', p('load'))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** The open load that announces a plate. */
export const announcingLoad = statement<{ licensePlate: string }>()((k, p) =>
  k
    .selectFrom('expected_plate as e')
    .innerJoin('inbound_load as d', 'd.load_number', 'e.load_number')
    .select('e.load_number')
    .where('e.license_plate', '=', p('licensePlate'))
    .where('d.status', '=', 'open')
    .limit(1),
);

export const platesOnLoad = statement<{ load: string }>()((k, p) =>
  k.selectFrom('expected_plate').select('license_plate').where('load_number', '=', p('load')).orderBy('license_plate'),
);

/** What a plate is announced with of one item. */
export const announcedOfItem = statement<{ load: string; licensePlate: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('expected_line')
    .select(['position', 'order_key', 'line_number', 'item_key', 'lot', 'quantity_base', 'registered_base'])
    .where('license_plate', '=', p('licensePlate'))
    .where('load_number', '=', p('load'))
    .where('item_key', '=', p('itemKey'))
    .orderBy('position'),
);

/** Counts what is registered of an announced line; less than nothing when a registration is undone. */
export const fillExpected = statement<{ load: string; licensePlate: string; position: number; quantityBase: number }>()(
  (k, p) =>
    k
      .updateTable('expected_line')
      .set((eb) => ({ registered_base: eb('registered_base', '+', p('quantityBase')) }))
      .where('license_plate', '=', p('licensePlate'))
      .where('load_number', '=', p('load'))
      .where('position', '=', p('position')),
);

/** Answers nothing where the load was not completed. */
export const reopenLoad = statement<{ load: string }>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({ status: 'open', completed_at: null, completed_by_device: null, version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where('status', '=', 'received')
    .returning('load_number'),
);
