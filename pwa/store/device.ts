import type { TallymanDatabase } from './database.ts';
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
