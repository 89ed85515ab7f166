import { statement } from '../platform/db/statement.ts';
import { undoneLines } from '../platform/facts/literals.ts';

/** Lines of work of which nothing was taken yet and whose places are not in a zone, in walking order. */
export const linesBeyond = statement<{ work: string; warehouse: string; zone: string }>()((k, p) =>
  k
    .selectFrom('work_line as l')
    .innerJoin('location as at', (join) =>
      join.onRef('at.code', '=', 'l.location').on('at.warehouse', '=', p('warehouse')),
    )
    .select(['l.line', 'l.location', 'l.walk_sequence', 'l.quantity_base', 'at.zone'])
    .where('l.work', '=', p('work'))
    .where('l.status', 'in', undoneLines)
    .where('l.picked_base', '=', 0)
    .where('at.zone', '<>', p('zone'))
    .orderBy('l.line'),
);

/** What work that is made of a part of another has in common with it. */
export const workToShare = statement<{ work: string }>()((k, p) =>
  k.selectFrom('work').select(['command_id', 'order_key', 'shipment', 'wave', 'priority']).where('id', '=', p('work')),
);

/** A line goes to other work, and keeps its number. */
export const handLineOver = statement<{ work: string; line: number; to: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ work: p('to') })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

export const handPromisesOver = statement<{ work: string; line: number; to: string }>()((k, p) =>
  k
    .updateTable('reservation')
    .set({ work: p('to') })
    .where('work', '=', p('work'))
    .where('work_line', '=', p('line')),
);

/** Where what is left of work begins. */
export const firstLeft = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line')
    .select(['location', 'walk_sequence'])
    .where('work', '=', p('work'))
    .where('status', 'in', undoneLines)
    .orderBy('line')
    .limit(1),
);

export const keepToZone = statement<{
  work: string;
  zone: string;
  location: string;
  walkSequence: number;
  quantityBase: number;
}>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({
      ...{ zone: p('zone'), from_location: p('location'), walk_sequence: p('walkSequence') },
      quantity_base: eb('quantity_base', '-', p('quantityBase')),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', p('work')),
);
