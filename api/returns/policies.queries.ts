import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

const sourceSystemToLock = lockingStatement<{ code: string }>()((k, p) =>
  k.selectFrom('source_system').select('code').where('code', '=', p('code')),
);

/** Nobody else changes the policies of the source system until the transaction ends. */
export async function lockPolicies(trx: AppTrx, code: string): Promise<void> {
  await lockFirst(trx, sourceSystemToLock, { code });
}

export const keepPolicies = statement<{ sourceSystem: string; policies: string }>()((k, p) =>
  k
    .insertInto('return_policies')
    .values({ source_system: p('sourceSystem'), policies: p('policies'), version: 1 })
    .onConflict((conflict) =>
      conflict.column('source_system').doUpdateSet((eb) => ({
        policies: eb.ref('excluded.policies'),
        version: eb('return_policies.version', '+', 1),
      })),
    ),
);
