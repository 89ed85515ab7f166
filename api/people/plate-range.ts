import { nextNumber } from '../platform/counter.ts';
import type { AppTrx } from '../platform/store.ts';
import { giveSsccRange } from './session.queries.ts';

/** How many licence plate numbers a device may give out on its own before it asks for more. */
const numbersPerRange = 10_000;

/** Serial numbers of SSCCs, both ends included; see `ssccOf`. */
export interface PlateRange {
  readonly from: number;
  readonly to: number;
}

/** Draws the next range of licence plate numbers for a device. No number is ever in two ranges. */
export async function drawPlateRange(trx: AppTrx, device: string): Promise<PlateRange> {
  const from = await nextNumber(trx, 'license-plate', numbersPerRange);
  const range = { from, to: from + numbersPerRange - 1 };
  await trx.one(giveSsccRange, { id: device, ...range });
  return range;
}
