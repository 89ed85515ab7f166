import { statement } from '../db/statement.ts';

/** Who asked for goods at a pick face: an ERP by the number of its request, or (system '') a command by its id. */
export interface NeedKey {
  readonly sourceSystem: string;
  readonly number: string;
}

/** So much of what a piece of work brings was asked for; 0: no quantity was named. */
export const keepNeed = statement<NeedKey & { work: string; quantityBase: number }>()((k, p) =>
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

/** What was asked for of a piece of work, and by whom: the last to ask first. */
export const needsOfWork = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('fill_request')
    .select(['source_system', 'number', 'quantity_base'])
    .where('work', '=', p('work'))
    .orderBy('number', 'desc')
    .orderBy('source_system'),
);

export const setNeed = statement<NeedKey & { work: string; quantityBase: number }>()((k, p) =>
  k
    .updateTable('fill_request')
    .set({ quantity_base: p('quantityBase') })
    .where('source_system', '=', p('sourceSystem'))
    .where('number', '=', p('number'))
    .where('work', '=', p('work')),
);
