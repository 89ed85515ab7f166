import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import type { CrossDocked } from '#shared/putaway/cross-dock.ts';
import type { PutBody, PutPlan } from '#shared/putaway/put.ts';
import { crossDockLine, shipmentMadeUp, stageShipment } from '../platform/facts/cross-dock.queries.ts';
import { makeOutboundLoad, makeShipment, putOnShipment } from '../platform/facts/outbound-loads.queries.ts';
import { lockOrder, publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { tellWhereToBring } from '../platform/facts/pick-work.queries.ts';
import { reserve } from '../platform/facts/reservations.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** Where goods went that came from the dock for an order. */
export interface CrossDockedTo {
  readonly shipment: string;
  readonly load: string;
}

/**
 * Goods that were brought from the dock to where an order is made up are promised to it and picked: they join the
 * shipment of the order that is under way, else one of their own on a truck of its carrier.
 */
export async function writeCrossDock(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<PutBody>,
  { crossDocked, to, licensePlate, onto }: PutPlan,
): Promise<CrossDockedTo | null> {
  const [first] = crossDocked;
  if (!first) return null;
  const orderKey = first.offer.order;
  const going = await shipmentFor(trx, warehouse, orderKey);
  const { shipment } = going;
  for (const [index, docked] of crossDocked.entries()) {
    const { row, quantityBase, offer } = docked;
    const plate = licensePlate === null ? (onto?.number ?? '') : row.licensePlate;
    const isPromised = await reserve(trx, {
      ...goodsOf(docked),
      ...{ id: `${commandId}.${index}`, warehouse, location: to.code, licensePlate: plate, quantityBase },
      ...{ order: orderKey, line: offer.line, shipment, work: null, workLine: null, state: 'picked' },
    });
    invariant(isPromised, `what was brought to ${to.code} is nobody else’s`);
    await trx.one(crossDockLine, { orderKey, line: offer.line, quantityBase });
    await trx.one(putOnShipment, { shipment, orderKey, line: offer.line, quantityBase, pickedBase: quantityBase });
  }
  await trx.one(stageShipment, { shipment, location: to.code });
  await tellWhereToBring(trx, shipment);
  trx.publish({ kind: 'thing', thing: 'outboundLoad', key: going.load, warehouse, deleted: false });
  publishOrderStatus(trx, orderKey);
  return going;
}

function goodsOf({ row: { item, owner, lot, serial, inventoryStatus } }: CrossDocked) {
  return { item, owner, lot, serial, inventoryStatus };
}

async function shipmentFor(trx: AppTrx, warehouse: string, orderKey: string): Promise<CrossDockedTo> {
  const known = await trx.one(shipmentMadeUp.lock[trx.dialect], { orderKey });
  if (known) return { shipment: known.shipment, load: known.load_number };
  const order = await lockOrder(trx, orderKey);
  invariant(order, 'goods are offered to an order that there is');
  const { source_system: sourceSystem, consignee, carrier } = order;
  const load = await makeOutboundLoad(trx, { warehouse, status: 'in_process', carrier, madeBy: orderKey });
  const made = { load, warehouse, sourceSystem, wave: '', status: 'picked', consignee, carrier } as const;
  return { shipment: await makeShipment(trx, made), load };
}
