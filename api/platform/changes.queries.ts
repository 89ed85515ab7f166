import { statement } from './db/statement.ts';

/** What changed for a device of a warehouse after a position, oldest first; things of all warehouses included. */
export const changesAfter = statement<{ after: number; warehouse: string; limit: number }>()((k, p) =>
  k
    .selectFrom('thing_change')
    .select(['kind', 'thing_key', 'warehouse', 'position', 'deleted'])
    .where('position', '>', p('after'))
    .where((eb) => eb.or([eb('warehouse', '=', p('warehouse')), eb('warehouse', '=', '')]))
    .orderBy('position')
    .limit(p('limit')),
);

export const headPosition = statement<object>()((k) =>
  k.selectFrom('feed_head').select('position').where('id', '=', 1),
);

export const warehouseCodes = statement<object>()((k) => k.selectFrom('warehouse').select('code').orderBy('code'));
