import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase, maxSumBase } from '#shared/kernel/quantity.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { isOutside } from '#shared/ledger/place.ts';
import { onHandOfItem, scaleOfItem } from './ledger.queries.ts';
import type { AppTrx } from './store.ts';

/**
 * What comes in by one command in fewer steps is not summed up first: that would cost every scan for the sake of none.
 * What `maxSumBase` leaves free below 2^53 is room for 450 million of such commands for one item.
 */
const watchedFromBase = 10_000_000;

/**
 * `stock.too_much` where more of an item would be in all warehouses together than `maxSumBase` steps. Nothing that is
 * in the building can then add up to more, by whatever dimensions it is summed.
 */
export async function whyTooMuch(trx: AppTrx, drafts: readonly EntryDraft[]): Promise<Problem | null> {
  const incoming = new Map<string, number>();
  for (const { item, from, to, quantityBase } of drafts) {
    if (!isOutside(from.location) || isOutside(to.location)) continue;
    incoming.set(item, (incoming.get(item) ?? 0) + quantityBase);
  }
  for (const [item, quantityBase] of incoming) {
    const why = quantityBase < watchedFromBase ? null : await whyNotAdded(trx, item, quantityBase);
    if (why) return why;
  }
  return null;
}

async function whyNotAdded(trx: AppTrx, itemKey: string, quantityBase: number): Promise<Problem | null> {
  const scale = await trx.one(scaleOfItem.lock[trx.dialect], { itemKey });
  const onHandBase = (await trx.one(onHandOfItem, { itemKey }))?.quantity_base ?? 0;
  if (!scale || onHandBase + quantityBase <= maxSumBase) return null;
  return problem('stock.too_much', {
    item: itemNumberOf(itemKey),
    onHand: fromBase(onHandBase, scale.decimals),
    limit: fromBase(maxSumBase, scale.decimals),
    unit: scale.base_unit,
  });
}
