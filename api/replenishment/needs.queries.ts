import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

/** Who asked for goods: an ERP by the number of its request, or (system '') a command by its id. */
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

export const needsOf = statement<NeedKey>()((k, p) =>
  k
    .selectFrom('fill_request')
    .select(['work', 'quantity_base'])
    .where('source_system', '=', p('sourceSystem'))
    .where('number', '=', p('number'))
    .orderBy('work'),
);

const forgetNeeds = statement<NeedKey>()((k, p) =>
  k.deleteFrom('fill_request').where('source_system', '=', p('sourceSystem')).where('number', '=', p('number')),
);

/** Nothing more is to come of a request; it stays known, with no work, so that it can be taken back twice. */
export async function endNeeds(trx: AppTrx, need: NeedKey): Promise<void> {
  await trx.one(forgetNeeds, need);
  await trx.one(keepNeed, { ...need, work: '', quantityBase: 0 });
}

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
