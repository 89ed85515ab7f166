import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. A PIN is short, so the lock-out does the rest. */
const settings = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const;
const derive = promisify(argon2);

/** A PIN or password as it is stored: `argon2id$<salt>$<tag>`, salt of its own. */
export async function hashSecret(secret: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { ...settings, message: secret, nonce });
  return `argon2id$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Compares in constant time; takes as long for a stored `null`, so that an unknown badge is not told from a wrong PIN. */
export async function isSecret(secret: string, stored: string | null): Promise<boolean> {
  const [, salt = '', tag = ''] = (stored ?? `argon2id$${'A'.repeat(22)}$${'A'.repeat(43)}`).split('$');
  const expected = Buffer.from(tag, 'base64url');
  const actual = await derive('argon2id', { ...settings, message: secret, nonce: Buffer.from(salt, 'base64url') });
  return stored !== null && expected.length === actual.length && timingSafeEqual(expected, actual);
}
