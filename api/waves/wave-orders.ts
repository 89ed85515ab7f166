import { type OrderHead, ordersAtOnce } from '#shared/waves/parts.ts';
import type { ReleaseOrder } from '#shared/waves/plan-release.ts';
import type { WaveState } from '#shared/waves/wave.ts';
import type { AppTrx } from '../platform/store.ts';
import { headsWithKeys } from './order-heads.ts';
import { ordersOfWave, templateOfWave } from './release-facts.queries.ts';
import { ordersWithKeys } from './release-facts.ts';
import { templateNamed } from './template.ts';

/** The orders of a wave that nothing was done for yet: locked with their lines, or only told of where they are many. */
export async function ordersToFill(
  trx: AppTrx,
  wave: WaveState | null,
): Promise<{ orders: ReleaseOrder[]; many: OrderHead[] }> {
  if (wave?.status !== 'created') return { orders: [], many: [] };
  const keys = (await trx.all(ordersOfWave, { wave: wave.wave })).map(({ order_key: key }) => key);
  return keys.length > ordersAtOnce
    ? { orders: [], many: await headsWithKeys(trx, wave.warehouse, keys) }
    : { orders: await ordersWithKeys(trx, wave.warehouse, keys), many: [] };
}

/** Whether the wave's template wants a walk for each zone. */
export async function isCutByZone(trx: AppTrx, warehouse: string, wave: string): Promise<boolean> {
  const code = (await trx.one(templateOfWave, { wave }))?.template ?? null;
  return code !== null && (await templateNamed(trx, warehouse, code))?.byZone === true;
}
