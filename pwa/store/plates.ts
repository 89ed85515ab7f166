import { demoCompanyPrefix, ssccOf } from '#shared/scan/sscc.ts';
import { type PlateNumbers, readMeta, type TallymanDatabase } from './database.ts';
import type { Environment } from './environment.ts';
import { withPatience } from './patience.ts';

/** Numbers of SSCCs under a company prefix, both ends included; none where `to` is 0. */
interface PlateRange {
  readonly from: number;
  readonly to: number;
  readonly companyPrefix?: string | null;
}

/** The next licence plate of the device's own numbers, as an SSCC; null when they are used up or there are none. */
export function nextPlate(plates: PlateNumbers | undefined): string | null {
  const next = nextNumber(plates);
  return next === null ? null : ssccOf(next, prefixOf(plates));
}

function prefixOf(range: Pick<PlateRange, 'companyPrefix'> | undefined): string {
  return range?.companyPrefix ?? demoCompanyPrefix;
}

function nextNumber(plates: PlateNumbers | undefined): number | null {
  if (!plates) return null;
  return plates.next <= plates.to ? plates.next : (plates.ahead?.from ?? null);
}

/** What is left when the next number is given out. */
export function withoutNext(plates: PlateNumbers): PlateNumbers {
  const { next, to, ahead, ...same } = plates;
  if (next < to || !ahead) return { ...plates, next: next + 1 };
  return { ...same, next: next === to ? ahead.from : ahead.from + 1, to: ahead.to };
}

/** How many plates can still be made without asking the server. */
export function platesLeft(plates: PlateNumbers | undefined): number {
  if (!plates) return 0;
  const { next, to, ahead } = plates;
  return Math.max(0, to - next + 1) + (ahead ? ahead.to - ahead.from + 1 : 0);
}

/**
 * Takes over a range the server gave, behind the one that is in use; one that is known already changes nothing. Where the
 * company prefix is another by now, what is left under the old one is not used any more.
 */
export async function takePlateRange(database: TallymanDatabase, range: PlateRange): Promise<void> {
  if (range.to === 0) return;
  const { from, to } = range;
  const companyPrefix = prefixOf(range);
  const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
  const plates = (await transaction.store.get('plates')) as PlateNumbers | undefined;
  const isSamePrefix = prefixOf(plates) === companyPrefix;
  const isKnown = isSamePrefix && (plates?.to === to || plates?.ahead?.to === to);
  if (!isKnown) {
    const isInUse = isSamePrefix && plates !== undefined && plates.next <= plates.to;
    const taken = isInUse ? { ...plates, ahead: { from, to } } : { next: from, to, companyPrefix };
    await transaction.store.put(taken, 'plates');
  }
  await transaction.done;
}

/** A busy day without a network takes fewer. */
export const fewPlates = 500;
const patienceMs = 20_000;

/** Asks for more numbers while there are some left; nothing is lost where no answer comes, it is asked again. */
export async function renewPlates(database: TallymanDatabase, environment: Environment): Promise<void> {
  const plates = await readMeta(database, 'plates');
  if (platesLeft(plates) >= fewPlates) return;
  const body = { after: plates?.ahead?.to ?? plates?.to ?? 0 };
  const asked = environment.network({ method: 'POST', path: '/api/device/license-plates', body });
  const answer = await withPatience(environment, asked, patienceMs);
  if (answer?.status === 200) await takePlateRange(database, answer.body as PlateRange);
}
