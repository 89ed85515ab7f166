import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  type CartonResult,
  decideOpenCarton,
  type OpenCartonBody,
  type OpenCartonFacts,
  type OpenCartonPlan,
  openCarton,
} from '#shared/packing/open-carton.ts';
import { heldOrdersOf } from '../platform/facts/held-orders.queries.ts';
import { firstPlaceOf, type Place, placeNamed } from '../platform/facts/places.queries.ts';
import { nextPlateNumber } from '../platform/facts/plate-numbers.queries.ts';
import { findPlate, makePlate } from '../platform/facts/plates.queries.ts';
import { shipmentMeant } from '../platform/facts/shipment-meant.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { insertCarton, shipmentStatus } from './carton.queries.ts';
import { isHoldNews } from './hold-news.ts';

export const openCartonHandler = handler({ operation: openCarton, facts, decide: decideOpenCarton, reconsider, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<OpenCartonBody>): Promise<OpenCartonFacts> {
  const number = await shipmentMeant(trx, asked.shipment);
  const shipment = await trx.one(shipmentStatus.lock[trx.dialect], { shipment: number, warehouse });
  const carton = asked.carton ?? (await nextPlateNumber(trx));
  return {
    shipment: shipment ?? null,
    heldOrders: shipment ? await heldOrdersOf(trx, shipment.shipment) : [],
    place: await placeOf(trx, warehouse, asked.location, shipment?.staging ?? null),
    number: carton,
    isNumberTaken: typeof carton === 'string' && (await findPlate(trx, carton)) !== null,
  };
}

/** Whether the hold came behind the device's back, for a rule that said no. */
async function reconsider(
  trx: AppTrx,
  command: Command<OpenCartonBody>,
  known: OpenCartonFacts,
): Promise<OpenCartonFacts> {
  return { ...known, isHoldNews: await isHoldNews(trx, known.shipment?.shipment, known, command) };
}

async function placeOf(
  trx: AppTrx,
  warehouse: string,
  named: string | undefined,
  staging: string | null,
): Promise<Place | null> {
  if (named !== undefined) return placeNamed(trx, warehouse, named);
  const staged = staging ? await placeNamed(trx, warehouse, staging) : null;
  return staged?.type === 'packing' ? staged : firstPlaceOf(trx, warehouse, 'packing');
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse, operator: by }: Command<OpenCartonBody>,
  { plan }: Applied<OpenCartonPlan, CartonResult>,
): Promise<undefined> {
  await makePlate(trx, { number: plan.carton, warehouse, commandId });
  await trx.one(insertCarton, { ...plan, commandId, by, at: trx.now });
  trx.publish({ kind: 'thing', thing: 'shipment', key: plan.shipment, warehouse, deleted: false });
  return undefined;
}
