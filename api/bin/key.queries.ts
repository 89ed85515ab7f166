import type { AppTrx } from '../platform/store.ts';

/** Makes the source system where it does not exist yet, with settings as they are by default. */
export async function ensureSourceSystem(trx: AppTrx, code: string, warehouses: readonly string[]): Promise<void> {
  await trx.k
    .insertInto('source_system')
    .values({
      code,
      name: code,
      settings: '{}',
      warehouses: JSON.stringify(warehouses),
      owners: JSON.stringify([code]),
      version: 1,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

/** Stores a key by the hash of its text. */
export async function insertKey(
  trx: AppTrx,
  key: {
    readonly id: string;
    readonly hash: string;
    readonly name: string;
    readonly sourceSystem: string | null;
    readonly scopes: readonly string[];
  },
): Promise<void> {
  await trx.k
    .insertInto('api_key')
    .values({
      id: key.id,
      hash: key.hash,
      name: key.name,
      source_system: key.sourceSystem,
      scopes: JSON.stringify(key.scopes),
      created_at: trx.now,
    })
    .execute();
}
