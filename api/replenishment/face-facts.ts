import type { FaceFacts } from '#shared/replenishment/fill-face.ts';
import type { Runner } from '../platform/db/connection.ts';
import { withAllComing } from '../platform/facts/face-to-come.ts';
import { locationsWithCodes } from '../platform/facts/locations.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import type { FilledFace } from './faces.queries.ts';
import { candidatesByItem } from './reserve.queries.ts';

/** What the rule needs to know of faces; nothing of those whose item is gone, or where nothing is picked any more. */
export async function factsOfFaces(
  read: Runner,
  warehouse: string,
  faces: readonly FilledFace[],
): Promise<Map<FilledFace, FaceFacts>> {
  if (faces.length === 0) return new Map();
  const keys = [...new Set(faces.map(({ item }) => item))];
  const codes = [...new Set(faces.map(({ location }) => location))];
  const items = new Map((await itemsByKey(read, keys)).map((item) => [item.key, item]));
  const places = new Map((await locationsWithCodes(read, warehouse, codes)).map((place) => [place.code, place]));
  const candidates = await candidatesByItem(read, warehouse, keys);
  const facts = new Map<FilledFace, FaceFacts>();
  for (const face of faces) {
    const { limits, onHandBase, comingBase } = face;
    const [item, place] = [items.get(face.item), places.get(face.location)];
    if (!item || place?.type !== 'pick') continue;
    facts.set(face, {
      ...{ item, limits, onHandBase, comingBase, candidates: candidates.get(face.item) ?? [] },
      face: face.isAwaited ? await withAllComing(read, warehouse, place, item) : place,
    });
  }
  return facts;
}
