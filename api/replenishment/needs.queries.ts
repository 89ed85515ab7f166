import { statement } from '../platform/db/statement.ts';
import { keepNeed, type NeedKey } from '../platform/facts/fill-requests.queries.ts';
import type { AppTrx } from '../platform/store.ts';

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
