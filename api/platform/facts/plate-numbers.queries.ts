import { type Problem, problem } from '#shared/kernel/problem.ts';
import { demoCompanyPrefix, plateNumbersOf, ssccOf } from '#shared/scan/sscc.ts';
import { nextNumber } from '../counter.ts';
import type { Runner } from '../db/connection.ts';
import { remembered } from '../db/remember.ts';
import { statement } from '../db/statement.ts';
import type { AppStore, AppTrx } from '../store.ts';

/** The row of the settings that holds the company prefix. */
const settingName = 'company-prefix';

const companyPrefixSet = statement<object>()((k) =>
  k.selectFrom('setting').select('value').where('name', '=', settingName),
);

const setPrefix = statement<{ value: string }>()((k, p) =>
  k
    .insertInto('setting')
    .values({ name: settingName, value: p('value') })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: p('value') })),
);

const setPrefixOnce = statement<{ value: string }>()((k, p) =>
  k
    .insertInto('setting')
    .values({ name: settingName, value: p('value') })
    .onConflict((conflict) => conflict.column('name').doNothing()),
);

/** How many numbers a device may give out on its own before it asks for more, unless the prefix leaves few at all. */
const numbersPerRange = 10_000;
/** However short of numbers a prefix leaves us, so many ranges can be given. */
const rangesAtLeast = 100;

/** The company prefix that licence plates made here begin with; null where nobody has set one. */
export async function companyPrefixOf(read: Runner): Promise<string | null> {
  const ask = async () => (await read.one(companyPrefixSet, {}))?.value || undefined;
  return (await remembered(read, settingName, ask)) ?? null;
}

export async function keepCompanyPrefix(trx: AppTrx, companyPrefix: string): Promise<void> {
  trx.memory.clear();
  await trx.one(setPrefix, { value: companyPrefix });
}

/** Demo mode has the prefix of examples, unless somebody tries another one. */
export async function keepDemoPrefix(store: AppStore): Promise<void> {
  if ((await companyPrefixOf(store.read)) !== null) return;
  await store.write((trx) => trx.one(setPrefixOnce, { value: demoCompanyPrefix }));
}

/**
 * The next number of a licence plate or carton as an SSCC, or why there is none: `license_plate.no_prefix` nobody has set
 * the company prefix, `license_plate.used_up` every number under it was given.
 */
export async function nextPlateNumber(trx: AppTrx): Promise<string | Problem> {
  const companyPrefix = await companyPrefixOf(trx);
  if (companyPrefix === null) return problem('license_plate.no_prefix');
  const number = await trx.drawNumber(seriesOf(companyPrefix));
  if (number >= plateNumbersOf(companyPrefix)) return problem('license_plate.used_up', { companyPrefix });
  return ssccOf(number, companyPrefix);
}

/** Numbers under one company prefix, both ends included; see `ssccOf`. */
export interface PlateRange {
  readonly from: number;
  readonly to: number;
  readonly companyPrefix: string;
}

/** Draws the next range under a prefix; null where too few numbers are left. No number is ever in two ranges. */
export async function drawRange(trx: AppTrx, companyPrefix: string): Promise<PlateRange | null> {
  const all = plateNumbersOf(companyPrefix);
  const size = Math.min(numbersPerRange, all / rangesAtLeast);
  const from = await nextNumber(trx, seriesOf(companyPrefix), size);
  const to = from + size - 1;
  return to < all ? { from, to, companyPrefix } : null;
}

function seriesOf(companyPrefix: string): string {
  return `license-plate:${companyPrefix}`;
}
