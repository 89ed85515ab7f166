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
