import type { Runner } from '../platform/db/connection.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { reachOf } from '../platform/facts/source-systems.queries.ts';
import type { AppTrx } from '../platform/store.ts';

const keyRow = lockingStatement<{ id: string }>()((k, p) =>
  k.selectFrom('api_key').selectAll().where('id', '=', p('id')),
);

const everyKey = statement<object>()((k) => k.selectFrom('api_key').selectAll().orderBy('created_at').orderBy('id'));

export function keyOf(read: Runner, id: string) {
  return read.one(keyRow.read, { id });
}

export async function lockKey(trx: AppTrx, id: string) {
  await lockFirst(trx, keyRow, { id });
  return keyOf(trx, id);
}

export function keys(read: Runner) {
  return read.all(everyKey, {});
}

export type KeyColumns = NonNullable<Awaited<ReturnType<typeof keyOf>>>;

/** The warehouses of every source system, by its code. */
export async function warehousesBySystem(read: Runner): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await read.k.selectFrom('source_system').select(['code', 'warehouses']).execute();
  return new Map(rows.map(({ code, warehouses }) => [code, JSON.parse(warehouses) as string[]]));
}

/** The warehouses of a source system; null when there is none of the code. */
export async function warehousesOf(read: Runner, code: string): Promise<readonly string[] | null> {
  return (await reachOf(read, code))?.warehouses ?? null;
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
    readonly expiresAt: number | null;
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
      expires_at: key.expiresAt,
    })
    .execute();
}

export async function revokeKey(trx: AppTrx, id: string): Promise<void> {
  await trx.k.updateTable('api_key').set({ revoked_at: trx.now }).where('id', '=', id).execute();
}

/** When keys were used last, where that is later than what is known. */
export async function noteUses(trx: AppTrx, uses: ReadonlyMap<string, number>): Promise<void> {
  for (const [id, at] of uses) {
    await trx.k
      .updateTable('api_key')
      .set({ last_used_at: at })
      .where('id', '=', id)
      .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', at)]))
      .execute();
  }
}
