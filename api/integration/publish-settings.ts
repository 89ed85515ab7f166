import type { SourceSystem } from '#shared/integration/source-system.ts';
import { orderSettings } from '#shared/ledger/source-system-settings.ts';
import { publishLoad } from '../platform/facts/loads.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { loadsAtDock, ordersAtDock } from './source-system.queries.ts';

/**
 * Devices keep each order with what its source system decides about receiving, and each load where loads are capped. When
 * one of these settings changes, they learn it with their next look, not with the order's next change.
 */
export async function publishSettings(trx: AppTrx, before: SourceSystem, after: SourceSystem): Promise<void> {
  if (orderSettings.every((name) => before[name] === after[name])) return;
  for (const { order_key: key, warehouse } of await ordersAtDock(trx, after.code)) {
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key, warehouse, deleted: false });
  }
  if (before.overReceipt === after.overReceipt) return;
  for (const load of await loadsAtDock(trx, after.code)) publishLoad(trx, load.load_number, load.warehouse);
}
