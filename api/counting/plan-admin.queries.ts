import type { CountPlanDocument } from '#shared/ledger/count-plan.ts';
import type { AppTrx } from '../platform/store.ts';

export async function keepPlan(trx: AppTrx, warehouse: string, document: CountPlanDocument): Promise<void> {
  const { code, ...plan } = document;
  const text = JSON.stringify(plan);
  await trx.k
    .insertInto('count_plan')
    .values({ warehouse, code, plan: text, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['warehouse', 'code']).doUpdateSet((eb) => ({
        plan: text,
        version: eb('count_plan.version', '+', 1),
      })),
    )
    .execute();
  trx.memory?.clear();
}

export async function removePlan(trx: AppTrx, warehouse: string, code: string): Promise<void> {
  await trx.k.deleteFrom('count_plan').where('warehouse', '=', warehouse).where('code', '=', code).execute();
  trx.memory?.clear();
}
