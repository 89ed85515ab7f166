import { invariant } from '#shared/kernel/invariant.ts';
import { statement } from './db/statement.ts';
import type { AppTrx } from './store.ts';

const draw = statement<{ name: string; count: number }>()((k, p) =>
  k
    .insertInto('counter')
    .values({ name: p('name'), value: p('count') })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', eb.ref('excluded.value')) })),
    )
    .returning('value'),
);

/** Draws `count` numbers of a series that starts at 1; answers the first of them. Unused when the transaction fails. */
export async function nextNumber(trx: AppTrx, series: string, count = 1): Promise<number> {
  const row = await trx.one(draw, { name: series, count });
  invariant(row, `the series ${series} gave no number`);
  return row.value - count + 1;
}
