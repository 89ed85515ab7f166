import { statement } from '../db/statement.ts';

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
