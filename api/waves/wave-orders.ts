import type { ReleaseOrder } from '#shared/waves/plan-release.ts';
import type { AppTrx } from '../platform/store.ts';
import { ordersOfWave, templateOfWave } from './release-facts.queries.ts';
import { ordersWithKeys } from './release-facts.ts';
import { templateNamed } from './template.ts';

/** The orders that were gathered in a wave, locked and ready for the rule. */
export async function ordersInWave(trx: AppTrx, warehouse: string, wave: string): Promise<ReleaseOrder[]> {
  const keys = await trx.all(ordersOfWave, { wave });
  return ordersWithKeys(
    trx,
    warehouse,
    keys.map(({ order_key: key }) => key),
  );
}

/** Whether the wave's template wants a walk for each zone. */
export async function isCutByZone(trx: AppTrx, warehouse: string, wave: string): Promise<boolean> {
  const code = (await trx.one(templateOfWave, { wave }))?.template ?? null;
  return code !== null && (await templateNamed(trx, warehouse, code))?.byZone === true;
}
