import type { SourceSystem } from '#shared/integration/source-system.ts';
import { orderSettings } from '#shared/ledger/source-system-settings.ts';
import { thingsForOrder } from '../platform/facts/cross-dock.ts';
import { publishLoad } from '../platform/facts/loads.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { loadsAtDock, ordersAtDock, ordersWantingArrivals, shipmentsOnFloor } from './source-system.queries.ts';

/**
 * Devices keep what a source system decides with what it decides about: receiving with each order and load, shipping with
 * each shipment, and where goods go with those that come in. When one of these settings changes, they learn it with their
 * next look, not with the order's next change.
 */
export async function publishSettings(trx: AppTrx, before: SourceSystem, after: SourceSystem): Promise<void> {
  await publishReceiving(trx, before, after);
  await publishShipping(trx, before, after);
}

async function publishReceiving(trx: AppTrx, before: SourceSystem, after: SourceSystem): Promise<void> {
  if (orderSettings.every((name) => before[name] === after[name])) return;
  for (const { order_key: key, warehouse } of await ordersAtDock(trx, after.code)) {
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key, warehouse, deleted: false });
  }
  if (before.overReceipt === after.overReceipt) return;
  for (const load of await loadsAtDock(trx, after.code)) publishLoad(trx, load.load_number, load.warehouse);
}

async function publishShipping(trx: AppTrx, before: SourceSystem, after: SourceSystem): Promise<void> {
  const isOther = before.shipmentOrderMatching !== after.shipmentOrderMatching;
  if (!isOther && before.crossDockRequests === after.crossDockRequests) return;
  for (const orderKey of await ordersWantingArrivals(trx, after.code)) {
    for (const thing of await thingsForOrder(trx, orderKey)) trx.publish(thing);
  }
  if (!isOther) return;
  for (const { shipment: key, warehouse } of await shipmentsOnFloor(trx, after.code)) {
    trx.publish({ kind: 'thing', thing: 'shipment', key, warehouse, deleted: false });
  }
}
