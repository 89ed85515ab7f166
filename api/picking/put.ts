import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { badgeOfHands } from '#shared/ledger/location-type.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { decidePut, type PutBody, type PutFacts, type PutPlan, type PutResult, put } from '#shared/picking/put.ts';
import { carryAll } from '../platform/facts/carry-reservations.queries.ts';
import { tellWhereMadeUp } from '../platform/facts/cross-dock.ts';
import { lockInHandFor } from '../platform/facts/hands.queries.ts';
import {
  closePickWork,
  lockPickWork,
  openLines,
  shipmentPicked,
  tellWhereToBring,
  workFacts,
} from '../platform/facts/pick-work.queries.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { stockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { isWorkNews } from './pick-news.ts';
import { withPlateMeant } from './plate-meant.ts';
import { renewClaim, stageShipment } from './put.queries.ts';

export const putHandler = handler({
  operation: put,
  facts,
  decide: (_, known) => decidePut(known.meant, known),
  reconsider: async (trx, command, known) => ({ ...known, isWorkNews: await isWorkNews(trx, command, known.work) }),
  apply,
});

interface KnownFacts extends PutFacts {
  readonly meant: Command<PutBody>;
}

async function facts(trx: AppTrx, command: Command<PutBody>): Promise<KnownFacts> {
  const { warehouse, body: asked } = command;
  const work = await lockPickWork(trx, asked.work);
  const open = work && (await trx.one(openLines, { work: work.id }));
  const inHand = await lockInHandFor(trx, work);
  return {
    meant: await withPlateMeant(trx, command),
    work: work ? workFacts(work, trx.now) : null,
    to: await placeNamed(trx, warehouse, asked.location),
    inHand,
    putDown: await putDownOf(trx, inHand),
    openLines: Number(open?.lines ?? 0),
    isWorkNews: false,
  };
}

/** Where totes stand already that are in hand too: goods of other work were in them. */
async function putDownOf(trx: AppTrx, inHand: readonly Reservation[]): Promise<NonNullable<PutFacts['putDown']>> {
  const putDown: { licensePlate: string; location: string }[] = [];
  for (const licensePlate of new Set(inHand.map((one) => one.licensePlate))) {
    const rows = await stockOnPlate(trx, licensePlate);
    const down = rows.find(({ location }) => badgeOfHands(location) === null);
    if (down) putDown.push({ licensePlate, location: down.location });
  }
  return putDown;
}

async function apply(
  trx: AppTrx,
  { operator, warehouse }: Command<PutBody>,
  { plan }: Applied<PutPlan, PutResult>,
): Promise<undefined> {
  const { work, shipment, to, goods } = plan;
  await carryAll(trx, goods, to);
  if (plan.isWorkDone) await trx.one(closePickWork, { id: work, to, at: trx.now });
  else await trx.one(renewClaim, { id: work, by: operator, at: trx.now });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: plan.isWorkDone });
  await publishPlates(
    trx,
    warehouse,
    goods.map(({ licensePlate }) => licensePlate),
  );
  if (shipment === null) return undefined;
  const staged = await trx.one(stageShipment, { shipment, location: to });
  if (plan.isWorkDone) await trx.one(shipmentPicked, { shipment });
  await tellWhereMadeUp(trx, shipment);
  await tellWhereToBring(trx, shipment, work);
  trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
  // What stands ready for its truck, whoever loads it is to see.
  if (staged) trx.publish({ kind: 'thing', thing: 'outboundLoad', key: staged.load_number, warehouse, deleted: false });
  return undefined;
}
