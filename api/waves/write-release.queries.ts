import { statement } from '../platform/db/statement.ts';

/** What goes to a shipment was held by the order itself, or is promised now. */
export const releaseLine = statement<{
  orderKey: string;
  line: number;
  releasedBase: number;
  fromOrderBase: number;
}>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({
      released_base: eb('released_base', '+', p('releasedBase')),
      reserved_base: eb('reserved_base', '-', p('fromOrderBase')),
      backorder_reason: null,
      expected_on: null,
      waits_from: null,
    }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** The day on which what a line waits for can be there. */
export const expectLine = statement<{ orderKey: string; line: number; expectedOn: string | null }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set({ expected_on: p('expectedOn') })
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line'))
    .where('backorder_reason', 'is not', null),
);

export const insertWave = statement<{
  wave: string;
  warehouse: string;
  name: string;
  status: string;
  template: string | null;
  madeBy: string;
  processedAt: number | null;
  releasedAt: number | null;
  at: number;
}>()((k, p) =>
  k.insertInto('wave').values({
    wave: p('wave'),
    warehouse: p('warehouse'),
    name: p('name'),
    status: p('status'),
    template: p('template'),
    made_by: p('madeBy'),
    created_at: p('at'),
    processed_at: p('processedAt'),
    released_at: p('releasedAt'),
    ended_at: null,
    version: 1,
    document: '{}',
  }),
);

/** A shipment that was split off without goods, and its truck: somebody is sent for them now. */
export const waveShipment = statement<{ shipment: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ status: 'waved', version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment'))
    .where('status', '=', 'open')
    .returning('load_number'),
);

/** Somebody is sent for more of what a shipment is to bring. */
export const joinShipment = statement<{ shipment: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({
      status: eb
        .case()
        .when('status', '=', 'open')
        .then('waved')
        .when('status', '=', 'picked')
        .then('in_process')
        .else(eb.ref('status'))
        .end(),
      version: eb('version', '+', 1),
    }))
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', ['open', 'waved', 'in_process', 'picked'])
    .returning('load_number'),
);

export const waveLoad = statement<{ load: string }>()((k, p) =>
  k
    .updateTable('outbound_load')
    .set((eb) => ({ status: 'waved', version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where('status', '=', 'open'),
);

/** Gathers an order in a wave, as part of it where it is filled part by part. */
export const gatherOrder = statement<{ wave: string; orderKey: string; part: number | null }>()((k, p) =>
  k
    .insertInto('wave_order')
    .values({ wave: p('wave'), order_key: p('orderKey'), status: 'in', shortages: '[]', part: p('part') })
    .onConflict((conflict) => conflict.columns(['wave', 'order_key']).doUpdateSet({ part: p('part') })),
);

/** An order in a wave; what was short of it the last time it was processed. */
export const putWaveOrder = statement<{ wave: string; orderKey: string; status: string; shortages: string }>()((k, p) =>
  k
    .insertInto('wave_order')
    .values({ wave: p('wave'), order_key: p('orderKey'), status: p('status'), shortages: p('shortages') })
    .onConflict((conflict) =>
      conflict.columns(['wave', 'order_key']).doUpdateSet({ status: p('status'), shortages: p('shortages') }),
    ),
);

/** How far a wave is that is filled part by part. */
export const setProgress = statement<{ wave: string; status: string; document: string }>()((k, p) =>
  k
    .updateTable('wave')
    .set((eb) => ({ status: p('status'), document: p('document'), version: eb('version', '+', 1) }))
    .where('wave', '=', p('wave')),
);

export const setWaveStatus = statement<{
  wave: string;
  status: string;
  processedAt: number | null;
  releasedAt: number | null;
}>()((k, p) =>
  k
    .updateTable('wave')
    .set((eb) => ({
      status: p('status'),
      processed_at: eb.fn.coalesce('processed_at', p('processedAt')),
      released_at: eb.fn.coalesce('released_at', p('releasedAt')),
      version: eb('version', '+', 1),
    }))
    .where('wave', '=', p('wave')),
);

/** Work that was made for a wave and not shown yet. */
export const showWorkOfWave = statement<{ wave: string }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: 'open', version: eb('version', '+', 1) }))
    .where('wave', '=', p('wave'))
    .where('status', '=', 'held'),
);
