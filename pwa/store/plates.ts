import { ssccOf } from '#shared/scan/sscc.ts';
import { type PlateNumbers, readMeta, type TallymanDatabase } from './database.ts';
import type { Environment } from './environment.ts';
import { withPatience } from './patience.ts';

/** Serial numbers of SSCCs, both ends included. */
interface PlateRange {
  readonly from: number;
  readonly to: number;
}

/** The next licence plate of the device's own numbers, as an SSCC; null when they are used up or there are none. */
export async function nextPlate(database: TallymanDatabase): Promise<string | null> {
  const next = nextNumber(await readMeta(database, 'plates'));
  return next === null ? null : ssccOf(next);
}

function nextNumber(plates: PlateNumbers | undefined): number | null {
  if (!plates) return null;
  return plates.next <= plates.to ? plates.next : (plates.ahead?.from ?? null);
}

/** What is left when the next number is given out. */
export function withoutNext(plates: PlateNumbers): PlateNumbers {
  const { next, to, ahead } = plates;
  if (next < to || !ahead) return { ...plates, next: next + 1 };
  return next === to ? { next: ahead.from, to: ahead.to } : { next: ahead.from + 1, to: ahead.to };
}

/** How many plates can still be made without asking the server. */
export function platesLeft(plates: PlateNumbers | undefined): number {
  if (!plates) return 0;
  const { next, to, ahead } = plates;
  return Math.max(0, to - next + 1) + (ahead ? ahead.to - ahead.from + 1 : 0);
}

/** Takes over a range the server gave, behind the one that is in use; one that is known already changes nothing. */
export async function takePlateRange(database: TallymanDatabase, range: PlateRange): Promise<void> {
  const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
  const plates = (await transaction.store.get('plates')) as PlateNumbers | undefined;
  const isKnown = plates?.to === range.to || plates?.ahead?.to === range.to;
  if (!isKnown) {
    const isInUse = plates !== undefined && plates.next <= plates.to;
    await transaction.store.put(isInUse ? { ...plates, ahead: range } : { next: range.from, to: range.to }, 'plates');
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
