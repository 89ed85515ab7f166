import { isNowLow, isPlanned } from '#shared/ledger/count-plan.ts';
import type { AppTrx } from '../store.ts';
import { countPlansOf, whatIsLeft } from './count-plans.queries.ts';
import { openCountWork } from './count-work.queries.ts';

/**
 * After goods were picked from a place: where that leaves as little as a plan watches for, somebody is sent to count.
 * A place that is nearly empty is counted with the fewest looks, and one that should be empty with a single one.
 */
export async function countWhenLow(
  trx: AppTrx,
  { id: commandId, warehouse }: { readonly id: string; readonly warehouse: string },
  picked: { readonly location: string; readonly item: string; readonly quantityBase: number },
): Promise<void> {
  const plans = (await countPlansOf(trx, warehouse)).filter(({ isActive, whenLeft }) => isActive && whenLeft !== null);
  if (plans.length === 0) return;
  const { location, item: itemKey, quantityBase: takenBase } = picked;
  const left = await whatIsLeft(trx, { warehouse, location, itemKey });
  if (!left) return;
  for (const plan of plans.filter((one) => isPlanned(one, left) && isNowLow(one, { ...left, takenBase }))) {
    const task = { origin: 'pick', plan: plan.code, isSecondCounter: plan.secondCounter, askedBy: 'server' } as const;
    const what = { warehouse, location, itemKey: plan.by === 'place' ? null : itemKey };
    await openCountWork(trx, { ...what, id: `${commandId}.${plan.code}`, commandId, task });
  }
}
