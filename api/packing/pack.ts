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
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { carryReservation } from '../platform/facts/reservations.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { cartonFacts, loadOfShipment } from './carton.queries.ts';

export const packHandler = handler({ operation: pack, facts, decide: decidePack, apply });

export const unpackHandler = handler({ operation: unpack, facts, decide: decideUnpack, apply });

async function facts(trx: AppTrx, { body: asked }: Command<PackBody>): Promise<PackFacts> {
  const carton = await cartonFacts(trx, asked.carton);
  return { ...carton, items: await itemsByNumber(trx, asked.item) };
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
