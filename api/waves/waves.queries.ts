import { sql } from 'kysely';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { processingStatus, undoneWork } from '../platform/facts/literals.ts';

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

/** Work of a wave for shipments that another one made: more of an order went with its shipment. */
export const joinedByWave = statement<{ wave: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .innerJoin('outbound_shipment as s', 's.shipment', 'l.shipment')
    .select((eb) => ['s.shipment', eb.ref('l.order_key').$notNull().as('order_key'), 'w.id as work'])
    .distinct()
    .where('w.wave', '=', p('wave'))
    .where('w.type', '=', 'pick')
    .where('l.order_key', 'is not', null)
    .whereRef('s.wave', '<>', 'w.wave')
    .where('s.status', 'not in', ['shipped', 'cancelled'])
    .orderBy('order_key')
    .orderBy('work'),
);

/** Work of other waves for shipments of this one of which something was picked. */
export const begunWithWave = statement<{ wave: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment as s')
    .innerJoin('work as w', 'w.shipment', 's.shipment')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select('w.id')
    .distinct()
    .where('s.wave', '=', p('wave'))
    .where('s.status', 'not in', ['shipped', 'cancelled'])
    .whereRef('w.wave', '<>', 's.wave')
    .where('l.picked_base', '>', 0)
    .orderBy('w.id'),
);

/** Pick work of a wave that is not done, locked: nobody picks for it meanwhile. */
export const openWorkOfWave = lockingStatement<{ wave: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'claimed_by'])
    .where('wave', '=', p('wave'))
    .where('type', '=', 'pick')
    .where('status', 'in', undoneWork)
    .orderBy('id'),
);

/** Nobody picks for the wave any more. Who had claimed work of it stays known, so that they can be told. */
export const cancelWorkOfWave = statement<{ wave: string; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: 'cancelled', closed_at: p('at'), version: eb('version', '+', 1) }))
    .where('wave', '=', p('wave'))
    .where('type', '=', 'pick')
    .where('status', 'in', undoneWork),
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

/** What of a cancelled wave is to be taken back, in the order of parts. */
export const partsToUndo = statement<object>()((k) =>
  k
    .selectFrom('wave_order as o')
    .innerJoin('wave as w', 'w.wave', 'o.wave')
    .select((eb) => ['o.wave', 'w.warehouse', eb.fn.max<number>('o.part').as('part')])
    .where('o.part', '<', sql.lit(0))
    .groupBy(['o.wave', 'w.warehouse'])
    .orderBy('o.wave'),
);

export const ordersToUndo = statement<{ wave: string; part: number }>()((k, p) =>
  k
    .selectFrom('wave_order')
    .select('order_key')
    .where('wave', '=', p('wave'))
    .where('part', '=', p('part'))
    .where('part', '<', sql.lit(0))
    .orderBy('order_key'),
);

export const setPartOfOrder = statement<{ wave: string; orderKey: string; part: number | null }>()((k, p) =>
  k
    .updateTable('wave_order')
    .set({ part: p('part') })
    .where('wave', '=', p('wave'))
    .where('order_key', '=', p('orderKey')),
);

/** Shipments of a wave that an order is on and that are in the building. */
export const shipmentsOfOrderInWave = statement<{ wave: string; orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_shipment as s', 's.shipment', 'l.shipment')
    .select('s.shipment')
    .distinct()
    .where('l.order_key', '=', p('orderKey'))
    .where('s.wave', '=', p('wave'))
    .where('s.status', 'not in', ['shipped', 'cancelled'])
    .orderBy('s.shipment'),
);

/** Work of a wave that fetches more of an order for a shipment that another wave made. */
export const joinedByOrderInWave = statement<{ wave: string; orderKey: string }>()((k, p) =>
  k
    .selectFrom('work_line as l')
    .innerJoin('work as w', 'w.id', 'l.work')
    .innerJoin('outbound_shipment as s', 's.shipment', 'l.shipment')
    .select(['s.shipment', 'w.id as work'])
    .distinct()
    .where('l.order_key', '=', p('orderKey'))
    .where('w.wave', '=', p('wave'))
    .where('w.type', '=', 'pick')
    .whereRef('s.wave', '<>', 'w.wave')
    .where('s.status', 'not in', ['shipped', 'cancelled'])
    .orderBy('work'),
);

export const progressOfWave = statement<{ wave: string }>()((k, p) =>
  k.selectFrom('wave').select('document').where('wave', '=', p('wave')),
);

/** Orders of a part of a wave that nothing was done for yet. */
export const ordersOfPart = statement<{ wave: string; part: number }>()((k, p) =>
  k
    .selectFrom('wave_order')
    .select('order_key')
    .where('wave', '=', p('wave'))
    .where('part', '=', p('part'))
    .where('status', '=', 'in')
    .orderBy('order_key'),
);

/** What of a part could not be dealt with, since nothing of it is left or it went elsewhere, is done with. */
export const endPart = statement<{ wave: string; part: number }>()((k, p) =>
  k
    .updateTable('wave_order')
    .set({ status: 'left_out' })
    .where('wave', '=', p('wave'))
    .where('part', '=', p('part'))
    .where('status', '=', 'in'),
);

export const ordersToCome = statement<{ wave: string }>()((k, p) =>
  k
    .selectFrom('wave_order')
    .select((eb) => eb.fn.countAll<number>().as('orders'))
    .where('wave', '=', p('wave'))
    .where('status', '=', 'in'),
);

/** Waves that are being filled part by part, with the part that is next, if any; the oldest first. */
export const wavesToFill = statement<object>()((k) =>
  k
    .selectFrom('wave as w')
    .select(['w.wave', 'w.warehouse'])
    .select((eb) =>
      eb
        .selectFrom('wave_order as o')
        .select((of) => of.fn.min<number | null>('o.part').as('part'))
        .whereRef('o.wave', '=', 'w.wave')
        .where('o.status', '=', 'in')
        .as('part'),
    )
    .where('w.status', '=', processingStatus)
    .orderBy('w.created_at')
    .orderBy('w.wave'),
);

/** Work of a wave that nobody has begun goes out of sight. */
export const hideWorkOfWave = statement<{ wave: string; expired: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: 'held', claimed_by: null, claimed_at: null, version: eb('version', '+', 1) }))
    .where('wave', '=', p('wave'))
    .where('status', '=', 'open')
    // What is brought to a pick face may feed other waves too.
    .where('type', '=', 'pick')
    .where((eb) => eb.or([eb('claimed_by', 'is', null), eb('claimed_at', '<', p('expired'))]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('work_line')
            .select('work_line.line')
            .whereRef('work_line.work', '=', 'work.id')
            .where('work_line.picked_base', '>', 0),
        ),
      ),
    ),
);
