import { afterPut } from '#shared/ledger/after-put.ts';
import { type Goods, type LocationState, roomIn, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf, stepsWithin } from '#shared/ledger/goods.ts';
import type { PutawayOrigin, PutawayRule } from '#shared/ledger/putaway-rule.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { byDistanceFrom, stagesFor, whyNotChosen } from './propose.ts';

/** A part of goods and where it belongs. */
export interface ProposedPart {
  readonly location: string;
  readonly quantityBase: number;
}

type Row = Pick<StockRow, 'item' | 'lot' | 'owner' | 'inventoryStatus' | 'quantityBase'>;

/** More places than this nobody walks to for one plate. */
const mostParts = 8;

/**
 * Goods of one kind that fit nowhere as a whole, spread over places: each takes as much as it can still bear, in whole
 * units of the largest that the item is packed in and that fits, in whole base units otherwise. Parts leave their plate.
 * Answers the parts in the order of the rules; what finds no place is left out.
 */
export function proposeParts(
  row: Row,
  item: StockItem,
  locations: readonly LocationState[],
  rules: readonly PutawayRule[],
  from: PutawayOrigin | null,
): readonly ProposedPart[] {
  const goodsWith = (quantityBase: number) => goodsOf(null, [{ ...row, quantityBase }], [item]);
  const places = new Map(locations.map((location) => [location.code, location]));
  const parts: ProposedPart[] = [];
  let leftBase = row.quantityBase;
  for (const stage of stagesFor(goodsWith(leftBase), rules, from)) {
    for (const { code } of [...places.values()].sort(byDistanceFrom(from))) {
      const location = places.get(code);
      if (!location || leftBase === 0 || parts.length === mostParts) continue;
      if (whyNotChosen(stage, location, goodsWith(leftBase)) !== null) continue;
      const quantityBase = largestPart(location, item, leftBase, goodsWith);
      if (quantityBase === 0) continue;
      parts.push({ location: code, quantityBase });
      places.set(code, afterPut(location, goodsWith(quantityBase)));
      leftBase -= quantityBase;
    }
  }
  return parts;
}

/** As much of it as the location takes, in steps; 0 where it takes nothing. */
function largestPart(
  location: LocationState,
  item: StockItem,
  leftBase: number,
  goodsWith: (quantityBase: number) => Goods,
): number {
  const fittingBase = Math.min(leftBase, stepsWithin(item, roomIn(location)));
  const quantityBase = fittingBase === leftBase ? leftBase : inWholeUnits(item, fittingBase);
  if (quantityBase <= 0) return 0;
  return whyNotFit(location, goodsWith(quantityBase)) === null ? quantityBase : 0;
}

function inWholeUnits(item: StockItem, fittingBase: number): number {
  const scale = 10 ** item.decimals;
  const steps = item.units
    .filter(({ denominator }) => denominator === 1)
    .map(({ numerator }) => numerator * scale)
    .filter((unit) => unit <= fittingBase);
  const unit = Math.max(scale, ...steps);
  return Math.floor(fittingBase / unit) * unit;
}
