import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { cancelReplenishWork } from './end-replenishment.queries.ts';

const cutLine = statement<{ work: string; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work_line')
    .set((eb) => ({ quantity_base: eb('quantity_base', '-', p('quantityBase')) }))
    .where('work', '=', p('work'))
    .where('status', '=', 'open')
    .where('quantity_base', '>', p('quantityBase')),
);

const cancelLine = statement<{ work: string; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'cancelled' })
    .where('work', '=', p('work'))
    .where('status', '=', 'open')
    .where('quantity_base', '=', p('quantityBase')),
);

const cutWork = statement<{ work: string; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ quantity_base: eb('quantity_base', '-', p('quantityBase')), version: eb('version', '+', 1) }))
    .where('id', '=', p('work'))
    .returning(['warehouse', 'claimed_by']),
);

/**
 * So much less is to be brought to a pick face. Where nothing is left, nobody is sent. Who had claimed the work stays
 * known, so that they can be told.
 */
export async function bringLess(trx: AppTrx, work: string, quantityBase: number): Promise<void> {
  const cut = await trx.one(cutWork, { work, quantityBase });
  const isGone = (await trx.count(cancelLine, { work, quantityBase })) > 0;
  if (isGone) await trx.one(cancelReplenishWork, { work, at: trx.now });
  else await trx.one(cutLine, { work, quantityBase });
  if (cut && cut.claimed_by !== null) {
    trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse: cut.warehouse, deleted: isGone });
  }
}
