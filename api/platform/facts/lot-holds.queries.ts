import { sql } from 'kysely';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

const activeHold = statement<{ itemKey: string; lot: string }>()((k, p) =>
  k
    .selectFrom('lot_hold')
    .select(['hold', 'reason', 'note'])
    .where('item_key', '=', p('itemKey'))
    .where('lot', '=', p('lot'))
    .where('status', '=', sql.lit('active'))
    .limit(1),
);

/** The hold that is on a lot; undefined where it may be used. */
export async function holdOnLot(read: Runner, itemKey: string, lot: string) {
  return lot === '' ? undefined : read.one(activeHold, { itemKey, lot });
}

/** That a lot is on hold, in words for whoever has it in hand; null where it is not. */
export async function whyOnHold(read: Runner, itemKey: string, lot: string): Promise<Problem | null> {
  const hold = await holdOnLot(read, itemKey, lot);
  return hold ? problem('inventory.lot_on_hold', { item: itemNumberOf(itemKey), lot }) : null;
}
