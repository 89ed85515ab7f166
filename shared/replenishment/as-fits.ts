import type { Problem } from '#shared/kernel/problem.ts';
import type { ChosenStock } from '#shared/ledger/choose-stock.ts';
import { type LocationState, roomIn, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf, stepsWithin } from '#shared/ledger/goods.ts';
import { withGoodsComing } from '#shared/ledger/pick-face.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';

type Parts = ChosenStock['parts'];

/** As much of what was chosen as a place takes, with what stands against the first that it does not take. */
export function asFits(
  chosen: Parts,
  to: LocationState,
  item: StockItem,
): { readonly parts: Parts; readonly why: Problem | null } {
  const parts: { row: Parts[number]['row']; quantityBase: number }[] = [];
  let place = to;
  let why: Problem | null = null;
  for (const { row, quantityBase: wantedBase } of chosen) {
    const quantityBase = Math.max(1, Math.min(wantedBase, stepsWithin(item, roomIn(place))));
    const against = whyNotFit(place, goodsOf(null, [{ ...row, quantityBase }], [item]));
    why ??= against;
    if (against) continue;
    parts.push({ row, quantityBase });
    place = withGoodsComing(place, row, quantityBase, item);
  }
  return { parts, why };
}
