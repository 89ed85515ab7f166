import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { CartonResult } from '#shared/packing/open-carton.ts';
import {
  decidePack,
  decideUnpack,
  type PackBody,
  type PackFacts,
  type PackPlan,
  pack,
  unpack,
} from '#shared/packing/pack.ts';
import { carryReservation } from '../platform/facts/carry-reservations.queries.ts';
import { heldOrdersOf } from '../platform/facts/held-orders.queries.ts';
import { loadOfShipment } from '../platform/facts/outbound-loads.queries.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { cartonFacts } from './carton.queries.ts';
import { isHoldNews } from './hold-news.ts';

export const packHandler = handler({ operation: pack, facts, decide: decidePack, reconsider, apply });

export const unpackHandler = handler({ operation: unpack, facts, decide: decideUnpack, apply });

async function facts(trx: AppTrx, { body: asked }: Command<PackBody>): Promise<PackFacts> {
  const carton = await cartonFacts(trx, asked.carton);
  const shipment = carton.carton?.shipment;
  const heldOrders = shipment === undefined ? [] : await heldOrdersOf(trx, shipment);
  return { ...carton, items: await itemsByNumber(trx, asked.item), heldOrders };
}

/** Whether the hold came behind the device's back, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<PackBody>, known: PackFacts): Promise<PackFacts> {
  return { ...known, isHoldNews: await isHoldNews(trx, known.carton?.shipment, known, command) };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<PackBody>,
  { plan }: Applied<PackPlan, CartonResult>,
): Promise<undefined> {
  const { carton, shipment, moved, to } = plan;
  for (const [index, { goods, quantityBase }] of moved.entries()) {
    const place = { ...to, inventoryStatus: goods.inventoryStatus };
    await carryReservation(trx, goods, place, { quantityBase, splitId: `${commandId}.${index}` });
  }
  trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
  const of = await trx.one(loadOfShipment, { shipment });
  if (of) trx.publish({ kind: 'thing', thing: 'outboundLoad', key: of.load_number, warehouse, deleted: false });
  await publishPlates(trx, warehouse, [carton, ...moved.map(({ goods }) => goods.licensePlate)]);
  return undefined;
}
