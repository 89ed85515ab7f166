import * as z from 'zod';
import { fromBase } from '#shared/kernel/quantity.ts';
import { type FaceList, type FaceRow, faceList } from '#shared/replenishment/console.ts';
import { type FaceFacts, isLow, judgeFace } from '#shared/replenishment/fill-face.ts';
import type { Runner } from '../platform/db/connection.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import { placeCounted } from '../platform/facts/withhold.ts';
import { goodsWithheldFrom } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { describedItems, itemsWithFaces } from './console.queries.ts';
import { factsOfFaces } from './face-facts.ts';
import { type FilledFace, facesOf, filledFacesOf, howFull, limitedItems } from './faces.queries.ts';

const permit = 'replenishment.read';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  show: z.enum(['attention', 'all', 'unset']).default('attention'),
  search: z.string().trim().min(1).max(64).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

type Shown = z.infer<typeof query>['show'];

/** Pick faces with how much they hold and should, what is on its way, and why nothing can be brought. */
export function addFaceConsoleRoutes(routes: Routes, services: Services): void {
  const { store, clock } = services;
  routes.add(
    {
      method: 'get',
      path: '/api/console/pick-faces',
      summary:
        'Pick faces of a warehouse: those that lack something, all, or those without limits; without those that whoever asks is counting',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'Pick faces', schema: faceList } },
    },
    async ({ c, query: { warehouse, show, search, limit }, caller }) => {
      const person = asPersonIn(caller, warehouse, permit);
      const nowMs = clock.now();
      const counted = await goodsWithheldFrom(person, { read: store.read, nowMs, warehouse });
      const all = await allFaces(store.read, warehouse, await dayIn(store.read, warehouse, nowMs));
      const known = all.filter((face) => placeCounted(counted, [face]) === null);
      const meant = known.filter((face) => isNamed(face, search));
      const shown = meant.filter((face) => isShown(face, show));
      const listed = shown.slice(0, limit);
      const low = listed.filter((face) => face.isSet && isLow(face));
      const facts = await factsOfFaces(store.read, warehouse, low);
      const items = listed.map((face) => rowOf(face, facts.get(face)));
      const count = (of: Shown) => meant.filter((face) => isShown(face, of)).length;
      const counts = { attention: count('attention'), all: meant.length, unset: count('unset') };
      return c.json({ items, hasMore: shown.length > limit, counts } satisfies FaceList);
    },
  );
}

/** A face with its item as people read it; `isSet`: somebody said how much is to be there. */
interface KnownFace extends FilledFace {
  readonly isSet: boolean;
  readonly number: string;
  readonly sourceSystem: string;
  readonly description: string;
  readonly unit: string;
  readonly decimals: number;
}

const none = { minimumBase: 0, maximumBase: 0 };

/** Places with limits, and those that belong to an item; empty ones first among those that lack something. */
async function allFaces(read: Runner, warehouse: string, day: string): Promise<KnownFace[]> {
  const limited: FilledFace[] = [];
  for await (const faces of filledFacesOf(read, warehouse, await limitedItems(read, warehouse), day)) {
    limited.push(...faces);
  }
  const set = new Set(limited.map(({ location, item }) => `${item}\u0000${location}`));
  const own = await facesOf(read, warehouse, await itemsWithFaces(read, warehouse));
  const unset = own
    .filter(({ location, item }) => !set.has(`${item}\u0000${location}`))
    .map((face) => ({ ...face, limits: none, plan: null }));
  const items = await describedItems(
    read,
    [...limited, ...unset].map(({ item }) => item),
  );
  const full = [...limited, ...(await howFull(read, warehouse, unset))];
  const known = full.flatMap((face) => {
    const item = items.get(face.item);
    return item ? [{ ...face, ...item, isSet: set.has(`${face.item}\u0000${face.location}`) }] : [];
  });
  return known.sort((a, b) => rankOf(a) - rankOf(b) || (a.location < b.location ? -1 : 1));
}

function rankOf(face: KnownFace): number {
  if (!face.isSet) return 3;
  if (!isLow({ ...face, comingBase: 0 })) return 2;
  return face.onHandBase === 0 ? 0 : 1;
}

function isNamed({ location, number, description }: KnownFace, search: string | undefined): boolean {
  const text = search?.toLowerCase() ?? '';
  return [location, number, description].some((name) => name.toLowerCase().includes(text));
}

function isShown(face: KnownFace, show: Shown): boolean {
  if (show === 'all') return true;
  if (show === 'unset') return !face.isSet;
  return face.coming.length > 0 || (face.isSet && isLow(face));
}

function rowOf(face: KnownFace, facts: FaceFacts | undefined): FaceRow {
  const { location, number: item, sourceSystem, description, unit, decimals, isSet, limits, plan } = face;
  const verdict = facts && judgeFace(facts);
  const why = verdict?.state === 'stuck' ? verdict.why : null;
  return {
    ...{ location, item, sourceSystem, description, unit, planVersion: plan },
    onHand: fromBase(face.onHandBase, decimals),
    minimum: isSet ? fromBase(limits.minimumBase, decimals) : null,
    maximum: isSet ? fromBase(limits.maximumBase, decimals) : null,
    state: stateOf(face, why !== null),
    coming: face.coming.map(({ work, claimedBy, isWaiting, quantityBase }) => {
      return { work, claimedBy, isWaiting, quantity: fromBase(quantityBase, decimals) };
    }),
    why: why && { code: why.code, ...(why.params && { params: why.params }) },
  };
}

function stateOf(face: KnownFace, isStuck: boolean): FaceRow['state'] {
  if (isStuck || face.coming.some(({ isWaiting }) => isWaiting)) return 'stuck';
  if (face.coming.length > 0) return 'coming';
  if (!face.isSet) return 'unset';
  return isLow(face) ? 'low' : 'enough';
}
