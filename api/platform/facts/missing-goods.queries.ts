import { statement } from '../db/statement.ts';

export const endLineShort = statement<{ work: string; line: number; reason: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'short', reason: p('reason'), blocked_by: null })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);
