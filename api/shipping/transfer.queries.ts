import { sql } from 'kysely';
import { statement } from '../platform/db/statement.ts';

export const itemNamed = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('item').select(['number', 'decimals', 'base_unit']).where('item_key', '=', p('itemKey')),
);

export const plateParent = statement<{ number: string }>()((k, p) =>
  k.selectFrom('license_plate').select('parent').where('number', '=', p('number')),
);

/** What was received of a load, completed or not. */
export const receivedOfTransfer = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('inbound_load as d')
    .leftJoin('inbound_load_line as l', 'l.load_number', 'd.load_number')
    .select(['d.warehouse', 'd.status'])
    .select(sql<number>`cast(coalesce(sum(l.registered_base), 0) as bigint)`.as('registered_base'))
    .where('d.load_number', '=', p('load'))
    .groupBy(['d.warehouse', 'd.status']),
);

/** Nothing of it comes any more. */
export const closeTransfer = statement<{ load: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({ status: 'closed_empty', completed_at: p('at'), version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where('status', '=', 'open'),
);

export const platesOnTransfer = statement<{ load: string }>()((k, p) =>
  k.selectFrom('expected_plate').select('license_plate').where('load_number', '=', p('load')),
);

/** A notice that was not carried out yet must not be any more. */
export const dropWaitingNotice = statement<{ sourceSystem: string; lane: string; at: number }>()((k, p) =>
  k
    .updateTable('message')
    .set({ status: 'cancelled', processed_at: p('at') })
    .where('source_system', '=', p('sourceSystem'))
    .where('lane', '=', p('lane'))
    .where('status', 'in', ['received', 'failed', 'parked']),
);
