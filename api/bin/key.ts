import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { uuidV7 } from '#shared/kernel/id.ts';
import { keyScopes } from '#shared/people/key-scopes.ts';
import { insertKey } from '../people/key.queries.ts';
import { tokenHash } from '../platform/auth.ts';
import { openStore } from '../platform/open-store.ts';
import { inWords } from './in-words.ts';
import { ensureSourceSystem } from './key.queries.ts';

const usage = `npm run key -- --name "ERP live" --scope erp --source-system ERP1

  --name            what the key is for; shown in lists
  --scope           one of ${keyScopes.join(', ')}; may be given more than once
  --source-system   the source system an erp key belongs to; made when it does not exist
  --warehouse       a warehouse the new source system may use; may be given more than once`;

/**
 * Makes a key for a machine and prints it once; only its hash is stored. For the first keys of an installation, before
 * anybody can sign in. Exit code 64 when the arguments do not fit.
 */
const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    'source-system': { type: 'string' },
    warehouse: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const wanted = values.scope ?? [];
const sourceSystem = values['source-system'] ?? null;
const url = process.env.DATABASE_URL ?? 'sqlite:./data/warehouse.db';
const isKnown = (scope: string) => keyScopes.some((known) => known === scope);
const fits = values.name && wanted.length > 0 && wanted.every(isKnown);

if (values.help) console.log(usage);
else if (fits && wanted.includes('erp') === (sourceSystem !== null)) await inWords(url, makeKey);
else {
  console.error(usage);
  process.exitCode = 64;
}

async function makeKey(): Promise<number> {
  const onError = (error: unknown) => console.error(error);
  const store = await openStore({ url, now: () => Date.now(), onPublished: () => {}, onError });
  const key = `tm_${randomBytes(32).toString('base64url')}`;
  const id = uuidV7(Date.now(), randomBytes(10));
  await store.write(async (trx) => {
    if (sourceSystem !== null) await ensureSourceSystem(trx, sourceSystem, values.warehouse ?? []);
    const named = { id, name: values.name ?? '', sourceSystem, scopes: wanted };
    await insertKey(trx, { ...named, hash: tokenHash(key), expiresAt: null });
    trx.publish({
      kind: 'audit',
      id: `key:${id}`,
      at: trx.now,
      actor: 'command line',
      action: 'key.made',
      subject: `key/${id}`,
      before: null,
      after: { name: values.name, scopes: wanted, sourceSystem },
      commandId: null,
    });
  });
  await store.close();
  console.log(`${key}\n\nThis is the only time the key is shown. Its id is ${id}.`);
  return 0;
}
