import { statement } from '../platform/db/statement.ts';

export const skipLine = statement<{ work: string; line: number; reason: string | null }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'skipped', reason: p('reason') })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

export const pickCommand = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('command')
    .select(['id', 'operator', 'body', 'warehouse'])
    .where('id', '=', p('id'))
    .where('type', 'in', ['picking.pick', 'picking.short_pick'])
    .where('outcome', '=', 'applied'),
);

/** What a command moved into hands, but for what was taken back already. */
export const entriesOfPick = statement<{ from: string; to: string }>()((k, p) =>
  k
    .selectFrom('ledger_entry as e')
    .selectAll('e')
    .where('e.id', '>=', p('from'))
    .where('e.id', '<', p('to'))
    .where('e.reason', '=', 'pick')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('ledger_entry as c')
            .select('c.id')
            .whereRef('c.corrects', '=', 'e.id')
            .where('c.reason', '=', 'pick'),
        ),
      ),
    )
    .orderBy('e.id'),
);

export const uncountPick = statement<{ work: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work_line')
    .set((eb) => ({ picked_base: eb('picked_base', '-', p('quantityBase')), status: 'open' }))
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);
