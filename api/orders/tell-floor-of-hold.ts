import { openWorkOfOrder } from '../platform/facts/cancel-released.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { shipmentsOnFloor } from './outbound-order.queries.ts';

/** Whoever is at an order hears that it must not go on, or may again: a person said so, or its ERP. */
export async function tellFloorOfHold(trx: AppTrx, orderKey: string): Promise<void> {
  await tellPickers(trx, orderKey);
  await tellShippers(trx, orderKey);
}

/** Who is on the way for the order hears that it must not go on, or may again. */
async function tellPickers(trx: AppTrx, orderKey: string): Promise<void> {
  for (const { id: key, warehouse, claimed_by: by } of await trx.all(openWorkOfOrder.read, { orderKey })) {
    if (by !== null) trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: false });
  }
}

/** Nor is anything of it loaded or confirmed meanwhile. */
async function tellShippers(trx: AppTrx, orderKey: string): Promise<void> {
  for (const { shipment: key, warehouse } of await trx.all(shipmentsOnFloor, { orderKey })) {
    trx.publish({ kind: 'thing', thing: 'shipment', key, warehouse, deleted: false });
  }
}
