import { uuidV7 } from '#shared/kernel/id.ts';
import type { TallymanDatabase } from './database.ts';
import type { Environment } from './environment.ts';
import type { Round } from './loop.ts';
import { withPatience } from './patience.ts';

/** A picture that was taken and that the server does not have yet. Kept beside the queue, and as strictly. */
export interface WaitingPhoto {
  readonly id: string;
  readonly warehouse: string;
  readonly type: string;
  readonly content: ArrayBuffer;
  readonly takenAtMs: number;
}

/** Keeps a photo on this device until the server has it. Answers the id by which commands name it. */
export async function keepPhoto(
  database: TallymanDatabase,
  environment: Pick<Environment, 'clock' | 'random'>,
  photo: Pick<WaitingPhoto, 'warehouse' | 'type' | 'content'>,
): Promise<string> {
  const takenAtMs = environment.clock.now();
  const id = uuidV7(takenAtMs, environment.random.bytes(10));
  const transaction = database.transaction('photos', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put({ ...photo, id, takenAtMs }), transaction.done]);
  return id;
}

/** How many photos the server does not have yet. */
export function countPhotos(database: TallymanDatabase): Promise<number> {
  return database.count('photos');
}

/** A slow network takes its time over a picture; commands go on their own way meanwhile. */
const patienceMs = 120_000;

/**
 * Sends the oldest photo. One that the server will never take (it was kept already as another, or is no picture to it)
 * would stand before all others for ever, so it is dropped: the command that names it says that there was one.
 */
export async function sendPhoto(database: TallymanDatabase, environment: Environment): Promise<Round> {
  const [photo] = await database.getAllFromIndex('photos', 'takenAtMs', undefined, 1);
  if (!photo) return 'idle';
  const { id, warehouse, type, content } = photo;
  const path = `/api/device/photos/${id}?${new URLSearchParams({ warehouse })}`;
  const request = { method: 'PUT', path, file: { type, content } } as const;
  const answer = await withPatience(environment, environment.network(request), patienceMs);
  if (answer === null || !isFinal(answer.status)) return 'failed';
  await database.delete('photos', id);
  return 'more';
}

const finalRefusals: readonly number[] = [409, 413, 415, 422];

function isFinal(status: number): boolean {
  return (status >= 200 && status < 300) || finalRefusals.includes(status);
}
