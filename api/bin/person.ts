import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { standardLimits } from '#shared/command/limits.ts';
import { type Role, roles } from '#shared/command/roles.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import { badgeText } from '#shared/people/person.ts';
import { keepPerson } from '../people/person.queries.ts';
import { openStore } from '../platform/open-store.ts';
import { hashSecret } from '../platform/secrets.ts';
import { inWords } from './in-words.ts';

const usage = `npm run person -- --badge A-1 --name "Ann Porter"

  --badge      what stands on the badge; nobody may have it yet
  --name       who it is
  --role       one of ${roles.join(', ')}, in every warehouse; administrator unless said`;

/**
 * Makes a person who may sign in at the console, and prints the password once. For the first administrator of an
 * installation: everybody else is made there. Exit code 64 when the arguments do not fit, 65 when the badge is taken.
 */
const { values } = parseArgs({
  options: { badge: { type: 'string' }, name: { type: 'string' }, role: { type: 'string', default: 'administrator' } },
});
const url = process.env.DATABASE_URL ?? 'sqlite:./data/warehouse.db';
const { badge = '', name = '', role } = values;
const fits = badgeText.safeParse(badge).success && name.trim() !== '' && (roles as readonly string[]).includes(role);

if (fits) await inWords(url, makePerson);
else {
  console.error(usage);
  process.exitCode = 64;
}

async function makePerson(): Promise<number> {
  const onError = (error: unknown) => console.error(error);
  const store = await openStore({ url, now: () => Date.now(), onPublished: () => {}, onError });
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashSecret(password);
  const person = { badge, name, language: 'en', roles: { '*': role as Role }, limits: standardLimits };
  const isMade = await store.write(async (trx) => {
    if (!(await keepPerson(trx, person, 1, { pinHash: undefined, passwordHash }))) return false;
    const id = uuidV7(Date.now(), randomBytes(10));
    const change = {
      actor: 'command line',
      action: 'person.made',
      subject: `person/${badge}`,
      before: null,
      after: person,
    };
    trx.publish({ kind: 'audit', id, at: trx.now, ...change, commandId: null });
    return true;
  });
  await store.close();
  if (isMade)
    console.log(`Sign in at /console as ${badge} with the password\n\n${password}\n\nIt is shown only this once.`);
  else
    console.error(
      `Somebody has the badge ${badge} already. An administrator can give them a new password in the console.`,
    );
  return isMade ? 0 : 65;
}
