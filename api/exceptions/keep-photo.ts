import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppStore } from '../platform/store.ts';
import { keepFacts, keepPart, type PhotoRow, photoFacts } from './photo.queries.ts';
import type { InTurn } from './photo-turns.ts';

/** Reaches the disk about as fast as a few commands do. */
const partBytes = 32 * 1024;
/** Is hashed in less than a millisecond. */
const hashedAtOnceBytes = 256 * 1024;

/**
 * Keeps a photo under the id that its device made; resolves once it is on the disk. Part by part, each in a transaction
 * of its own: commands that wait go between. What was cut off is no photo yet, and is completed when it is sent again.
 *
 * `isTaken`: another picture has the id.
 */
export async function keepPhoto(
  { store, inTurn }: { readonly store: AppStore; readonly inTurn: InTurn },
  about: Omit<PhotoRow, 'size_bytes' | 'sha256' | 'uploaded_at'>,
  content: Uint8Array,
): Promise<'isNew' | 'isKnown' | 'isTaken'> {
  const sha256 = await hashOf(content);
  const known = await photoFacts(store.read, about.id);
  if (known) return known.sha256 === sha256 ? 'isKnown' : 'isTaken';
  for (let part = 0; part * partBytes < content.byteLength; part += 1) {
    const piece = content.subarray(part * partBytes, (part + 1) * partBytes);
    await inTurn(() => store.write((trx) => keepPart(trx, { photo: about.id, sha256, part, content: piece })));
  }
  const facts = { ...about, size_bytes: content.byteLength, sha256 };
  const kept = await inTurn(() => store.write((trx) => keepFacts(trx, { ...facts, uploaded_at: trx.now })));
  if (kept.sha256 !== sha256) return 'isTaken';
  return kept.isNew ? 'isNew' : 'isKnown';
}

/** As hexadecimal digits. Others have their turn between the pieces of a large one. */
async function hashOf(content: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < content.byteLength; at += hashedAtOnceBytes) {
    if (at > 0) await nextTurn();
    hash.update(content.subarray(at, at + hashedAtOnceBytes));
  }
  return hash.digest('hex');
}
