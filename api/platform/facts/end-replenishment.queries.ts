import { statement } from '../db/statement.ts';
import { openStatus, replenishType, undoneWork } from './literals.ts';

export const cancelReplenishWork = statement<{ work: string; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: 'cancelled', closed_at: p('at'), version: eb('version', '+', 1) }))
    .where('id', '=', p('work'))
    .where('status', 'in', ['held', 'open']),
);

export const cancelReplenishLine = statement<{ work: string; reason: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'cancelled', reason: p('reason') })
    .where('work', '=', p('work'))
    .where('status', '=', 'open'),
);

/** Work that is to bring goods of a lot to pick faces, and has nothing of it in hand yet. */
export const replenishmentsOfLot = statement<{ itemKey: string; lot: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select(['w.id', 'w.warehouse', 'w.planned_location', 'w.priority', 'l.unit'])
    .where('w.type', '=', replenishType)
    .where('w.status', 'in', undoneWork)
    .where('l.status', '=', openStatus)
    .where('l.item_key', '=', p('itemKey'))
    .where('l.lot', '=', p('lot'))
    .where('l.picked_base', '=', 0)
    .orderBy('w.id'),
);
