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
import { nextPlateNumber } from '../platform/facts/plate-numbers.queries.ts';
import { findPlate, makePlate } from '../platform/facts/plates.queries.ts';
import { shipmentMeant } from '../platform/facts/shipment-meant.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { firstPackingPlace, insertCarton, placeNamed, shipmentStatus } from './carton.queries.ts';

export const openCartonHandler = handler({ operation: openCarton, facts, decide: decideOpenCarton, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<OpenCartonBody>): Promise<OpenCartonFacts> {
  const number = await shipmentMeant(trx, asked.shipment);
  const shipment = await trx.one(shipmentStatus.lock[trx.dialect], { shipment: number, warehouse });
  const staged = shipment?.staging ? await trx.one(placeNamed, { warehouse, code: shipment.staging }) : undefined;
  const carton = asked.carton ?? (await nextPlateNumber(trx));
  return {
    shipment: shipment ?? null,
    place: (await placeOf(trx, warehouse, asked.location, staged)) ?? null,
    number: carton,
    isNumberTaken: typeof carton === 'string' && (await findPlate(trx, carton)) !== null,
  };
}

type Place = NonNullable<OpenCartonFacts['place']>;

async function placeOf(
  trx: AppTrx,
  warehouse: string,
  named: string | undefined,
  staged: Place | undefined,
): Promise<Place | undefined> {
  if (named !== undefined) return trx.one(placeNamed, { warehouse, code: named });
  return staged?.type === 'packing' ? staged : trx.one(firstPackingPlace, { warehouse });
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
