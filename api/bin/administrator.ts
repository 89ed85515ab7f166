import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openStore } from '../platform/open-store.ts';
import { hashSecret } from '../platform/secrets.ts';
import { putAdministrator } from './administrator.queries.ts';
import { inWords } from './in-words.ts';

const usage = `npm run administrator -- --badge A-1 --name "Ada Lovelace"

  --badge    what the person signs in as; a badge that exists becomes an administrator again, with a new password
  --name     the person's name; needed for a new badge`;

/**
 * Makes an administrator of all warehouses and prints the password once; only its hash is stored. For the first one of an
 * installation, and for when nobody can sign in any more. Everybody else is made at the console. Exit code 64 when the
 * arguments do not fit.
 */
const { values } = parseArgs({
  options: {
    badge: { type: 'string' },
    name: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const badge = values.badge ?? '';
const url = process.env.DATABASE_URL ?? 'sqlite:./data/warehouse.db';

if (values.help) console.log(usage);
else if (/^\S(?:.{0,62}\S)?$/.test(badge)) await inWords(url, makeAdministrator);
else {
  console.error(usage);
  process.exitCode = 64;
}

async function makeAdministrator(): Promise<number> {
  const onError = (error: unknown) => console.error(error);
  const store = await openStore({ url, now: () => Date.now(), onPublished: () => {}, onError });
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashSecret(password);
  const isMade = await store.write((trx) => putAdministrator(trx, { badge, name: values.name ?? null, passwordHash }));
  await store.close();
  if (isMade) {
    console.log(
      `${password}\n\nThis is the only time the password of ${badge} is shown. Sign in at /console and change it.`,
    );
    return 0;
  }
  console.error(`There is no person with badge ${badge} yet: give a name.\n\n${usage}`);
  return 64;
}
