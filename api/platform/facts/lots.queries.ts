import type { Runner } from '../db/connection.ts';
import { TryAgain } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

const lotWithName = statement<{ itemKey: string; lot: string }>()((k, p) =>
  k.selectFrom('lot').select('expiry_date').where('item_key', '=', p('itemKey')).where('lot', '=', p('lot')),
);

const insertLot = statement<{ itemKey: string; lot: string; expiryDate: string | null }>()((k, p) =>
  k
    .insertInto('lot')
    .values({ item_key: p('itemKey'), lot: p('lot'), expiry_date: p('expiryDate') })
    .onConflict((conflict) => conflict.columns(['item_key', 'lot']).doNothing())
    .returning('lot'),
);

/** What is known of a lot: whether it was ever here, and its date `YYYY-MM-DD` where it has one. */
export async function lotFacts(
  read: Runner,
  itemKey: string,
  lot: string,
): Promise<{ readonly isKnown: boolean; readonly expiryDate: string | null }> {
  const known = await read.one(lotWithName, { itemKey, lot });
  return { isKnown: known !== undefined, expiryDate: known?.expiry_date ?? null };
}

/** Keeps a lot that was not known. Where another transaction kept it meanwhile, everything is judged again. */
export async function keepLot(
  trx: AppTrx,
  lot: { readonly itemKey: string; readonly lot: string; readonly expiryDate: string | null },
): Promise<void> {
  const kept = await trx.one(insertLot, lot);
  if (!kept) throw new TryAgain(`the lot ${lot.lot} came at the same moment`);
}
