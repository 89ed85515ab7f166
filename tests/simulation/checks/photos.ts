import { createHash } from 'node:crypto';
import type { SimServer } from '../world/sim-server.ts';

/** Every photo that a worker saw taken is there, whole and as it was taken. `photos`: hashes by id. */
export async function checkPhotos(
  server: SimServer,
  token: string,
  photos: ReadonlyMap<string, string>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [id, hash] of photos) {
    const answer = await server.take({ method: 'GET', path: `/api/device/photos/${id}`, token });
    const picture = answer?.picture;
    const found = picture && createHash('sha256').update(picture).digest('hex');
    if (found !== hash) wrong.push(`photo ${id}: ${answer?.status}, ${picture?.byteLength ?? 'no'} bytes of another`);
  }
  return wrong;
}
