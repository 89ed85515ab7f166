import { invariant } from '#shared/kernel/invariant.ts';
import type { Place } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { PickPlan } from '#shared/picking/pick.ts';
import { remembered } from '../platform/db/remember.ts';
import { carryReservation } from '../platform/facts/carry-reservations.queries.ts';
import { countWhenLow } from '../platform/facts/count-when-low.ts';
import { ensureHandsOnce } from '../platform/facts/hands.queries.ts';
import { countPickedOfShipment } from '../platform/facts/outbound-loads.queries.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { keepClaim } from '../platform/facts/pick-work.queries.ts';
import { publishPlates, takeOffCarriers } from '../platform/facts/plate-family.queries.ts';
import { makePlate } from '../platform/facts/plates.queries.ts';
import { reserve, unreserve } from '../platform/facts/reservations.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { beginLoad, beginShipment, countPick, countPickedOfOrder } from './pick-facts.queries.ts';

/** By whom and by which command goods were picked. */
export interface PickedBy {
  readonly id: string;
  readonly warehouse: string;
  readonly operator: string;
}

/** Writes what a pick did besides moving stock: promises go along, and work, shipment and order count it. */
export async function writePick(trx: AppTrx, by: PickedBy, plan: PickPlan): Promise<void> {
  const { warehouse } = by;
  await ensureHandsOnce(trx, warehouse, plan.hands);
  if (plan.toPlate?.isNew) await makePlate(trx, { number: plan.toPlate.number, warehouse, commandId: by.id });
  for (const [index, { reservation, quantityBase, insteadFrom }] of plan.taken.entries()) {
    const goods = insteadFrom ?? reservation;
    const to: Place = {
      location: plan.hands,
      licensePlate: plan.licensePlate,
      inventoryStatus: goods.inventoryStatus,
    };
    const splitId = `${by.id}.${index}`;
    if (insteadFrom === null) await carryReservation(trx, reservation, to, { quantityBase, splitId });
    else await promiseOthers(trx, { ...reservation, ...goods, ...flat(to), quantityBase }, reservation, splitId);
  }
  await countWork(trx, by, plan);
  await countWhenLow(trx, by, { ...plan.line, quantityBase: plan.quantityBase });
  await publishPlaces(trx, warehouse, plan);
}

/** Goods were taken instead of those promised, which somebody else may have now. */
async function promiseOthers(trx: AppTrx, taken: Reservation, instead: Reservation, splitId: string): Promise<void> {
  await unreserve(trx, instead, taken.quantityBase);
  const isPromised = await reserve(trx, { ...taken, id: splitId, state: 'picked' });
  invariant(isPromised, `${taken.quantityBase} of ${taken.item} are in hand`);
}

function flat({ location, licensePlate }: Place) {
  return { location, licensePlate: licensePlate ?? '' };
}

async function countWork(trx: AppTrx, { operator, warehouse }: PickedBy, plan: PickPlan): Promise<void> {
  const { work, line, quantityBase } = plan;
  const status = plan.isLineDone ? 'picked' : 'open';
  await trx.one(countPick, { work, line: line.line, quantityBase, status });
  await trx.one(keepClaim, { id: work, by: operator, at: trx.now, targetPlate: plan.toPlate?.number ?? null });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
  const { order: orderKey, orderLine, shipment } = line;
  if (orderKey === null || orderLine === null) return;
  await trx.one(countPickedOfOrder, { orderKey, line: orderLine, quantityBase });
  publishOrderStatus(trx, orderKey);
  if (shipment === null) return;
  await trx.one(countPickedOfShipment, { shipment, orderKey, line: orderLine, quantityBase });
  await beginShipping(trx, warehouse, shipment);
}

/** The first pick begins the shipment and its load. What is begun stays so, however often a transaction picks for it. */
async function beginShipping(trx: AppTrx, warehouse: string, shipment: string): Promise<void> {
  await remembered(trx, `begun ${shipment}`, async () => {
    const begun = await trx.one(beginShipment, { shipment });
    if (begun) {
      await trx.one(beginLoad, { load: begun.load_number });
      trx.publish({ kind: 'thing', thing: 'outboundLoad', key: begun.load_number, warehouse, deleted: false });
    }
    return 'begun';
  });
}

async function publishPlaces(trx: AppTrx, warehouse: string, plan: PickPlan): Promise<void> {
  const goods = plan.taken.map(({ reservation, insteadFrom }) => insteadFrom ?? reservation);
  for (const key of new Set(goods.map(({ location }) => location))) {
    trx.publish({ kind: 'thing', thing: 'location', key, warehouse, deleted: false });
  }
  await publishPlates(trx, warehouse, [...goods.map(({ licensePlate }) => licensePlate), plan.licensePlate ?? '']);
  // A plate that goes along does not stand on another any more.
  if (plan.licensePlate !== null) await takeOffCarriers(trx, warehouse, plan.licensePlate);
}
