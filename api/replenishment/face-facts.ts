import type { FaceFacts } from '#shared/replenishment/fill-face.ts';
import type { Runner } from '../platform/db/connection.ts';
import { withAllComing } from '../platform/facts/face-to-come.ts';
import { locationFacts } from '../platform/facts/locations.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import type { FilledFace } from './faces.queries.ts';
import { candidatesToBring } from './reserve.queries.ts';

/** What the rule needs to know of a face; null where the item is gone, or nothing is picked there any more. */
export async function faceFacts(read: Runner, warehouse: string, filled: FilledFace): Promise<FaceFacts | null> {
  const { location, item: itemKey, limits, onHandBase, comingBase } = filled;
  const [item] = await itemsByKey(read, [itemKey]);
  const place = await locationFacts(read, warehouse, location);
  if (!item || place?.type !== 'pick') return null;
  const face = await withAllComing(read, warehouse, place, item);
  const candidates = await candidatesToBring(read, warehouse, itemKey);
  return { item, limits, face, onHandBase, comingBase, candidates };
}
