import type { CountWorkThing, ThingKind } from '#shared/ledger/thing.ts';
import type { Meta, TallymanDatabase } from './database.ts';
import { readMetas } from './database.ts';
import { renamedBy, renameItems } from './renamed-items.ts';
import { codesOf, snapshotCode } from './snapshot-codes.ts';

/** One page of `GET /api/device/changes`. */
export interface ChangesPage {
  readonly items: readonly Change[];
  readonly next: number;
  readonly hasMore: boolean;
  /** The position asked for is not of this feed (any more): this page starts from the beginning. */
  readonly reset: boolean;
}

export interface Change {
  readonly position: number;
  readonly kind: string;
  readonly key: string;
  readonly deleted: boolean;
  readonly value: unknown;
}

const kinds: readonly string[] = [
  'item',
  'location',
  'inboundOrder',
  'licensePlate',
  'work',
  'exception',
  'putawayRules',
  'inboundLoad',
  'expectedPlate',
  'pickWork',
  'shipment',
  'outboundLoad',
  'countWork',
  'scanRules',
] satisfies readonly ThingKind[];

/**
 * Raised when things are stored or found in another way than before: the copy is then filled anew, what is there being
 * used meanwhile.
 */
const snapshotFormat = 5;

/**
 * Where to read on for a warehouse; another warehouse, an older format, or none so far starts anew. So does somebody else
 * where either of the two is counting: who counts is not told all that others are.
 */
export async function cursorFor(database: TallymanDatabase, warehouse: string): Promise<Meta['cursor']> {
  const { cursor, cookieBadge: badge } = await readMetas(database, ['cursor', 'cookieBadge']);
  const isHere = cursor?.warehouse === warehouse && cursor.format === snapshotFormat;
  const told = badge === undefined ? {} : { badge };
  if (isHere && (cursor.badge === badge || !(await isCounting(database, [cursor.badge, badge])))) {
    return { ...cursor, ...told };
  }
  const generation = (cursor?.generation ?? 0) + 1;
  return { warehouse, after: 0, generation, isWhole: false, format: snapshotFormat, ...told };
}

/** Whether one of these people counts, as far as the copy says. */
async function isCounting(database: TallymanDatabase, badges: readonly (string | undefined)[]): Promise<boolean> {
  const works = await database.getAllFromIndex('things', 'codes', snapshotCode.countWork);
  const begun = works.flatMap(({ value }) => {
    const { claimedBy, begunBy = [] } = value as CountWorkThing;
    return [claimedBy, ...begunBy.map(({ badge }) => badge)];
  });
  return begun.some((badge) => badge !== undefined && badges.includes(badge));
}

/**
 * Takes a page of changes and the new position in one transaction, so that a killed app neither skips nor forgets. A
 * fresh start is written beside what was there; the old is removed when the last page of the new has come, so that the
 * device can work on meanwhile. A thing of a kind this version does not know is left out.
 */
export async function applyPage(database: TallymanDatabase, cursor: Meta['cursor'], page: ChangesPage): Promise<void> {
  const isFresh = page.reset && cursor.after > 0;
  const generation = cursor.generation + (isFresh ? 1 : 0);
  const isWhole = !page.hasMore || (cursor.isWhole && !isFresh);
  const transaction = database.transaction(['things', 'meta'], 'readwrite');
  const things = transaction.objectStore('things');
  const signedIn = (await transaction.objectStore('meta').get('signedIn')) as Meta['signedIn'] | undefined;
  // Asked for before somebody went to work in another warehouse: not about this one.
  if (signedIn && signedIn.warehouse !== cursor.warehouse) return;
  // What fills a new copy is all of the same moment.
  const renamed = cursor.isWhole && !isFresh ? await renamedBy(things, page.items) : new Map<string, never>();
  await renameItems(things, renamed);
  // Told to the storage in order, and waited for together: a page has hundreds.
  const written = page.items.map(async ({ kind, key, deleted, value }) => {
    if (!isKnownKind(kind)) return;
    if (deleted) await things.delete([kind, key]);
    else await things.put({ kind, key, codes: codesOf(kind, key, value), generation, value });
  });
  await Promise.all(written);
  const completes = isWhole && (isFresh || !cursor.isWhole);
  if (completes) {
    const outdated = things.index('generation').iterate(IDBKeyRange.upperBound(generation, true));
    for await (const old of outdated) await old.delete();
  }
  const after: Meta['cursor'] = { ...cursor, after: page.next, generation, isWhole };
  await transaction.objectStore('meta').put(after, 'cursor');
  await transaction.done;
}

function isKnownKind(kind: string): kind is ThingKind {
  return kinds.includes(kind);
}
