import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

/** A case, locked so that two people do not assign it at once. */
export const exceptionToAssign = lockingStatement<{ id: string; warehouse: string }>('exception_case')((k, p) =>
  k
    .selectFrom('exception_case')
    .select(['id', 'kind', 'status', 'class', 'responsible'])
    .where('id', '=', p('id'))
    .where('warehouse', '=', p('warehouse')),
);

export const assignDiscrepancy = statement<{ id: string; class: string; responsible: string }>()((k, p) =>
  k
    .updateTable('exception_case')
    .set({ class: p('class'), responsible: p('responsible') })
    .where('id', '=', p('id')),
);

export const ordersNamed = statement<{ number: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('inbound_order')
    .select('source_system')
    .where('order_number', '=', p('number'))
    .where('warehouse', '=', p('warehouse')),
);

export const itemsNamed = statement<{ number: string; warehouse: string }>()((k, p) =>
  k.selectFrom('item').select('source_system').where('number', '=', p('number')),
);

export const plateNamed = statement<{ name: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('license_plate')
    .select('number as name')
    .where('number', '=', p('name'))
    .where('warehouse', '=', p('warehouse')),
);

export const locationNamed = statement<{ name: string; warehouse: string }>()((k, p) =>
  k.selectFrom('location').select('code as name').where('code', '=', p('name')).where('warehouse', '=', p('warehouse')),
);

export const loadNamed = statement<{ name: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select('load_number as name')
    .where('load_number', '=', p('name'))
    .where('warehouse', '=', p('warehouse')),
);
