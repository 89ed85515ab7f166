import { dayNumber } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { ReceivingSettings } from './facts.ts';

/** What is known of the days that goods have left; asked for only where the item has an expiry date. */
export interface ShelfLifeFacts {
  /** The calendar day at the warehouse. */
  readonly today: string;
  /** The days that the item has when it is new; null where nobody said. */
  readonly lifeDays: number | null;
}

export interface ShelfLifeVerdict {
  readonly problem: Problem;
  readonly isRefused: boolean;
}

/**
 * What is wrong with how long the goods are still good; null where nothing is. `receiving.expired`: the date has passed.
 * `receiving.shelf_life_short`: less is left than the source system wants; a warning or a refusal as it says.
 */
export function shelfLifeVerdict(
  expiryDate: string | null,
  shelfLife: ShelfLifeFacts | null | undefined,
  settings: Pick<ReceivingSettings, 'shelfLife' | 'minimumShelfLifePercent'>,
  item: StockItem,
): ShelfLifeVerdict | null {
  if (!shelfLife || settings.shelfLife === 'off' || expiryDate === null) return null;
  const leftDays = dayNumber(expiryDate) - dayNumber(shelfLife.today);
  if (leftDays < 0) {
    return { problem: problem('receiving.expired', { item: item.number, expiry: expiryDate }), isRefused: true };
  }
  const neededDays = Math.ceil(((shelfLife.lifeDays ?? 0) * settings.minimumShelfLifePercent) / 100);
  if (leftDays >= neededDays) return null;
  const params = { item: item.number, expiry: expiryDate, left: leftDays, needed: neededDays };
  return { problem: problem('receiving.shelf_life_short', params), isRefused: settings.shelfLife === 'block' };
}
