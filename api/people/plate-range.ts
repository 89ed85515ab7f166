import { problem } from '#shared/kernel/problem.ts';
import { companyPrefixOf, drawRange, type PlateRange } from '../platform/facts/plate-numbers.queries.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { AppTrx } from '../platform/store.ts';
import { giveSsccRange } from './session.queries.ts';

/** What is known of the range that a device was given last. */
export interface KnownRange {
  readonly sscc_from: number | null;
  readonly sscc_to: number | null;
  readonly sscc_prefix: string | null;
}

/**
 * The range of licence plate numbers of a device: the one it was given last, or a new one where it has none yet, where it
 * has used that one (`isUsed`), or where the company prefix is another by now. Null where there are none to give: nobody
 * has set the prefix.
 */
export async function rangeFor(
  trx: AppTrx,
  device: string,
  known: KnownRange | undefined,
  isUsed = false,
): Promise<PlateRange | null> {
  const companyPrefix = await companyPrefixOf(trx);
  if (companyPrefix === null) return null;
  const given = givenRange(known);
  if (given?.companyPrefix === companyPrefix && !isUsed) return given;
  const range = await drawRange(trx, companyPrefix);
  if (range) await trx.one(giveSsccRange, { id: device, ...range });
  return range;
}

/** The same for a device that asks: says why there is none. */
export async function rangeAsked(trx: AppTrx, device: string, known: KnownRange | undefined, isUsed: boolean) {
  const range = await rangeFor(trx, device, known, isUsed);
  if (range) return range;
  const companyPrefix = await companyPrefixOf(trx);
  throw new HttpProblem(
    409,
    companyPrefix === null ? problem('license_plate.no_prefix') : problem('license_plate.used_up', { companyPrefix }),
  );
}

/** The range that a device was given last; null where it was given none. */
export function givenRange(known: KnownRange | undefined): PlateRange | null {
  const { sscc_from: from = null, sscc_to: to = null, sscc_prefix: companyPrefix = null } = known ?? {};
  return from === null || to === null || companyPrefix === null ? null : { from, to, companyPrefix };
}
