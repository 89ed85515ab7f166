import { statement } from '../platform/db/statement.ts';

/** Waves that were not released yet and hold an order. */
export const waitingWavesOf = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('wave_order as o')
    .innerJoin('wave as w', 'w.wave', 'o.wave')
    .select('w.wave')
    .where('o.order_key', '=', p('orderKey'))
    .where('w.status', 'in', ['created', 'processing', 'held'])
    .orderBy('w.wave')
    .limit(1),
);

export const templateCoded = statement<{ warehouse: string; code: string }>()((k, p) =>
  k
    .selectFrom('wave_template')
    .select(['code', 'template'])
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('code')),
);

export const shipmentsOfWave = statement<{ wave: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment as s')
    .innerJoin('outbound_shipment_line as l', 'l.shipment', 's.shipment')
    .select(['s.shipment', 'l.order_key'])
    .distinct()
    .where('s.wave', '=', p('wave'))
    .where('s.status', 'not in', ['shipped', 'cancelled'])
    .orderBy('l.order_key')
    .orderBy('s.shipment'),
);

export const begunWorkOfWave = statement<{ wave: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select('w.id')
    .distinct()
    .where('w.wave', '=', p('wave'))
    .where('l.picked_base', '>', 0)
    .orderBy('w.id'),
);

export const endWave = statement<{ wave: string; status: string; at: number }>()((k, p) =>
  k
    .updateTable('wave')
    .set((eb) => ({ status: p('status'), ended_at: p('at'), version: eb('version', '+', 1) }))
    .where('wave', '=', p('wave')),
);
