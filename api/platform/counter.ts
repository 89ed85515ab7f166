import { drawNumbers } from './db/number-series.ts';
import type { AppTrx } from './store.ts';

/**
 * Draws `count` numbers of a series that starts at 1; answers the first of them. Unused when the transaction fails, so
 * there are no holes; until it ends, other transactions wait for theirs. Where holes do no harm, see `Trx.drawNumber`.
 */
export function nextNumber(trx: AppTrx, series: string, count = 1): Promise<number> {
  return drawNumbers(trx, series, count);
}

/** The next name of a series, such as `SH-00000001` for the series `shipment` and the prefix `SH`. Some are skipped. */
export async function nextName(trx: AppTrx, series: string, prefix: string): Promise<string> {
  return `${prefix}-${String(await trx.drawNumber(series)).padStart(8, '0')}`;
}
