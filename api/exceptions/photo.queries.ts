import type { Runner } from '../platform/db/connection.ts';
import type { AppTrx } from '../platform/store.ts';

export interface PhotoRow {
  readonly id: string;
  readonly warehouse: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly operator: string;
  readonly device: string;
  readonly uploaded_at: number;
  readonly content: Uint8Array;
}

/** Keeps a photo unless its id is taken. Undefined: it is. */
export function keepPhoto(trx: AppTrx, photo: PhotoRow) {
  return trx.k
    .insertInto('photo')
    .values(photo)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
}

/** What is known of a photo, without the picture. */
export function photoFacts(read: Runner, id: string) {
  return read.k
    .selectFrom('photo')
    .select(['warehouse', 'sha256', 'size_bytes', 'content_type'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function photoContent(read: Runner, id: string) {
  return read.k
    .selectFrom('photo')
    .select(['warehouse', 'content_type', 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
}
