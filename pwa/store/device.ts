import { ssccOf } from '#shared/scan/sscc.ts';
import { readMeta, type TallymanDatabase, writeMeta } from './database.ts';
import type { Random } from './environment.ts';

/** The name of this installation, made once per storage: a browser whose storage was lost is a new device. */
export async function deviceName(database: TallymanDatabase, random: Random): Promise<string> {
  const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
  const known = (await transaction.store.get('device')) as string | undefined;
  const name = known ?? `HH-${[...random.bytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  if (known === undefined) await transaction.store.put(name, 'device');
  await transaction.done;
  return name;
}

/** The next licence plate of the device's own range, as an SSCC; null when the range is used up or there is none. */
export async function nextPlate(database: TallymanDatabase): Promise<string | null> {
  const plates = await readMeta(database, 'plates');
  return plates && plates.next <= plates.to ? ssccOf(plates.next) : null;
}

/** Takes over the range the server gave; numbers given out of it already stay given out. */
export async function takePlateRange(
  database: TallymanDatabase,
  range: { readonly from: number; readonly to: number },
): Promise<void> {
  const plates = await readMeta(database, 'plates');
  if (plates?.to === range.to) return;
  await writeMeta(database, 'plates', { next: range.from, to: range.to });
}
