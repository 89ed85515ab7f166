import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto';

/** How a request is known again, and how its answer is kept. */
export interface Seal {
  hash(request: string): string;
  close(answer: string): string;
  open(kept: string): string;
}

/** Kept as it is. */
export const openly: Seal = { hash: (request) => hash('sha256', request), close: (text) => text, open: (text) => text };

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Kept so that only who holds the credential can read it: requests by a keyed hash, since a plain one of a PIN is soon
 * guessed, answers enciphered. The credential itself is kept nowhere.
 */
export function sealOf(credential: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', credential, '', 'tallyman kept answers', 32));
  return {
    hash: (request) => createHmac('sha256', key).update(request).digest('hex'),
    close: (text) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce);
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64');
    },
    open: (kept) => {
      const bytes = Buffer.from(kept, 'base64');
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const closed = bytes.subarray(nonceBytes + tagBytes);
      return Buffer.concat([decipher.update(closed), decipher.final()]).toString('utf8');
    },
  };
}
