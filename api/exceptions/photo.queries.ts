import type { Runner } from '../platform/db/connection.ts';
import type { AppTrx } from '../platform/store.ts';

export interface PhotoRow {
  readonly id: string;
  readonly warehouse: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly uploaded_by: string;
  readonly device: string;
  readonly uploaded_at: number;
}

interface Part {
  readonly photo: string;
  readonly sha256: string;
  readonly part: number;
  readonly content: Uint8Array;
}

/** Keeps a part of a photo that is on its way; the same part again changes nothing. */
export async function keepPart(trx: AppTrx, part: Part): Promise<void> {
  await trx.k
    .insertInto('photo_part')
    .values(part)
    .onConflict((conflict) => conflict.columns(['photo', 'sha256', 'part']).doNothing())
    .execute();
}

/** Says that a photo is there, as all of its parts are, unless its id is taken. Answers the one that has the id now. */
export async function keepFacts(trx: AppTrx, photo: PhotoRow): Promise<{ isNew: boolean; sha256: string }> {
  const kept = await trx.k
    .insertInto('photo')
    .values(photo)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('sha256')
    .executeTakeFirst();
  const { sha256 } = kept ?? (await photoFacts(trx, photo.id)) ?? photo;
  // What came of another picture under this id, or was cut off, is of no use any more.
  await trx.k.deleteFrom('photo_part').where('photo', '=', photo.id).where('sha256', '<>', sha256).execute();
  return { isNew: kept !== undefined, sha256 };
}

/** What is known of a photo, without the picture. */
export function photoFacts(read: Runner, id: string) {
  return read.k
    .selectFrom('photo')
    .select(['warehouse', 'sha256', 'size_bytes', 'content_type'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The bytes of one part of a photo; undefined behind the last. */
export async function photoPart(
  read: Runner,
  { photo, sha256, part }: Omit<Part, 'content'>,
): Promise<Uint8Array | undefined> {
  const row = await read.k
    .selectFrom('photo_part')
    .select('content')
    .where('photo', '=', photo)
    .where('sha256', '=', sha256)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.content;
}
