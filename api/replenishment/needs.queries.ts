import { statement } from '../platform/db/statement.ts';

/** So much of what a piece of work brings was asked for: by a request of an ERP, or (system '') by a command. */
export const keepNeed = statement<{ sourceSystem: string; number: string; work: string; quantityBase: number }>()(
  (k, p) =>
    k
      .insertInto('fill_request')
      .values({
        source_system: p('sourceSystem'),
        number: p('number'),
        work: p('work'),
        quantity_base: p('quantityBase'),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['source_system', 'number', 'work'])
          .doUpdateSet((eb) => ({ quantity_base: eb('fill_request.quantity_base', '+', p('quantityBase')) })),
      ),
);

export const needsOf = statement<{ sourceSystem: string; number: string }>()((k, p) =>
  k
    .selectFrom('fill_request')
    .select(['work', 'quantity_base'])
    .where('source_system', '=', p('sourceSystem'))
    .where('number', '=', p('number'))
    .orderBy('work'),
);

/** Nothing more is to come of a request; it stays known, so that it can be taken back twice. */
export const endNeeds = statement<{ sourceSystem: string; number: string }>()((k, p) =>
  k
    .updateTable('fill_request')
    .set((eb) => ({ quantity_base: eb.lit(0) }))
    .where('source_system', '=', p('sourceSystem'))
    .where('number', '=', p('number')),
);

/** What of a piece of work nobody has fetched, and how much of that orders wait for. */
export const unfetched = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line as l')
    .select((eb) => [
      'l.quantity_base',
      eb
        .selectFrom('reservation as r')
        .select((sum) => sum.fn.sum<number>('r.quantity_base').as('promised'))
        .where('r.brought_by', '=', p('work'))
        .as('promised_base'),
    ])
    .where('l.work', '=', p('work'))
    .where('l.status', '=', 'open'),
);
