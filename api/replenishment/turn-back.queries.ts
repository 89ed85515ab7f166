import { statement } from '../platform/db/statement.ts';
import { openStatus, replenishType } from '../platform/facts/literals.ts';

/**
 * Work made for waves whose goods are in somebody's hands, and which nothing is known to need: no order waits for what it
 * brings, and nobody asked for any of it.
 */
export const fetchedForNobody = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select(['w.id', 'w.planned_location', 'l.location', 'l.item_key', 'l.picked_base'])
    .where('w.type', '=', replenishType)
    .where('w.status', '=', openStatus)
    .where('w.warehouse', '=', p('warehouse'))
    .where('w.wave', 'is not', null)
    .where('l.status', 'in', ['picked', 'short'])
    .where('l.picked_base', '>', 0)
    .whereRef('w.planned_location', '<>', 'l.location')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reservation as r')
            .select('r.id')
            .whereRef('r.brought_by', '=', 'w.id')
            .where('r.order_key', '<>', ''),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('fill_request as f')
            .select('f.number')
            .whereRef('f.work', '=', 'w.id')
            .where('f.quantity_base', '>', 0),
        ),
      ),
    )
    .orderBy('w.id'),
);

/** The goods of work go there. */
export const sendElsewhere = statement<{ work: string; to: string }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ planned_location: p('to'), version: eb('version', '+', 1) }))
    .where('id', '=', p('work')),
);
