import type { PickedGoods } from '#shared/ledger/put-back.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { nextName } from '../counter.ts';
import type { AppTrx } from '../store.ts';
import { cutShipmentLine } from './cancel-released.queries.ts';
import { settleShipment } from './cancel-released.ts';
import { candidatesFor } from './candidates.queries.ts';
import {
  cancelWorkGivenBack,
  giveToHolder,
  loadOf,
  originOf,
  uncountOfOrder,
  uncountOfWork,
} from './direct-back.queries.ts';
import { settleLeft } from './end-when-over.ts';
import { countPickedOfShipment } from './outbound-loads.queries.ts';
import { placeNamed } from './places.queries.ts';
import { returnReservation } from './reservations.queries.ts';
import { itemsByKey } from './stock-items.queries.ts';
import { insertWalk, insertWorkLine } from './work-lines.queries.ts';

interface Cancelled {
  readonly commandId: string;
  readonly warehouse: string;
}

/**
 * Goods that were picked for something that was cancelled go back to their shelves. Whoever has them in hand is sent
 * there, others by whoever takes the work on. They stay promised, but to nobody, until they are put back, so that no
 * order counts on them before they can be picked again. Their orders, shipments and work count them no more, and what
 * that leaves empty is over. What is packed or on the truck is left alone. Orders are locked by the caller, who has taken
 * back what was not picked, and publishes their status. Answers the work that was made.
 */
export async function directBack(trx: AppTrx, by: Cancelled, picked: readonly PickedGoods[]): Promise<string[]> {
  const goods = picked.filter(({ carton, isLoaded }) => carton === null && !isLoaded);
  const made: string[] = [];
  for (const [holder, held] of Map.groupBy(goods, ({ location }) => location)) {
    made.push(await sendBack(trx, by, holder, held));
  }
  const { warehouse } = by;
  for (const work of new Set(goods.flatMap((one) => one.work ?? []))) {
    const isGone = (await trx.one(cancelWorkGivenBack, { work, at: trx.now })) !== undefined;
    trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: isGone });
  }
  for (const shipment of new Set(goods.flatMap((one) => one.shipment ?? []))) {
    const { load_number: load = '' } = (await trx.one(loadOf, { shipment })) ?? {};
    await settleLeft(trx, shipment, by.commandId);
    await settleShipment(trx, shipment, load, warehouse);
  }
  return made;
}

/** One walk for all goods that are at one place. */
async function sendBack(
  trx: AppTrx,
  { commandId, warehouse }: Cancelled,
  holder: string,
  goods: readonly PickedGoods[],
): Promise<string> {
  const stops: Stop[] = [];
  for (const one of goods) stops.push({ ...(await stopOf(trx, warehouse, one)), goods: [one] });
  const lines = joined(stops).sort((a, b) => a.walkSequence - b.walkSequence);
  const work = await nextName(trx, 'work', 'WK');
  const [first] = lines;
  await trx.one(insertWalk, {
    ...{ id: work, type: 'put_back', warehouse, status: 'open', location: holder, face: null, commandId },
    ...{ quantityBase: sumOf(goods), orderKey: null, shipment: null, wave: null, priority: 0, at: trx.now },
    ...{ zone: first?.zone ?? '', walkSequence: first?.walkSequence ?? 0 },
  });
  for (const [index, stop] of lines.entries()) {
    const line = index + 1;
    const [one] = stop.goods;
    if (!one) continue;
    const { item: itemKey, owner, lot, inventoryStatus } = one;
    const serial = stop.goods.length === 1 ? one.serial : '';
    await trx.one(insertWorkLine, {
      ...{ work, line, location: stop.location, licensePlate: stop.licensePlate, itemKey, owner, lot, serial },
      ...{ inventoryStatus, quantityBase: sumOf(stop.goods), unit: stop.unit, walkSequence: stop.walkSequence },
      ...{ shipment: null, orderKey: null, orderLine: null, blockedBy: null },
    });
    for (const each of stop.goods) {
      await forget(trx, each);
      await returnReservation(trx, each, { work, line });
    }
  }
  await giveToHolder(trx, work, holder);
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
  return work;
}

interface Stop {
  readonly location: string;
  readonly licensePlate: string;
  readonly unit: string;
  readonly walkSequence: number;
  readonly zone: string;
  readonly goods: readonly Reservation[];
}

/** Where goods came from; those that came straight from the dock go beside others of their kind. */
async function stopOf(trx: AppTrx, warehouse: string, goods: Reservation): Promise<Omit<Stop, 'goods'>> {
  const { work, workLine } = goods;
  const taken = work === null || workLine === null ? undefined : await trx.one(originOf, { work, line: workLine });
  const [item] = await itemsByKey(trx, [goods.item]);
  const location = taken?.location ?? (await besideItsKind(trx, warehouse, goods));
  const place = await placeNamed(trx, warehouse, location);
  return {
    location,
    licensePlate: taken?.license_plate ?? goods.licensePlate,
    unit: taken?.item_key === goods.item ? taken.unit : (item?.baseUnit ?? ''),
    walkSequence: taken?.walk_sequence ?? place?.walkSequence ?? 0,
    zone: place?.zone ?? '',
  };
}

async function besideItsKind(trx: AppTrx, warehouse: string, goods: Reservation): Promise<string> {
  const kept = await candidatesFor(trx, warehouse, goods.item);
  const alike = kept.filter(
    ({ owner, inventoryStatus, locationType }) =>
      owner === goods.owner &&
      inventoryStatus === goods.inventoryStatus &&
      (locationType === 'storage' || locationType === 'pick'),
  );
  const ofLot = alike.filter(({ lot }) => lot === goods.lot);
  const [first] = (ofLot.length > 0 ? ofLot : alike).sort((a, b) => a.walkSequence - b.walkSequence);
  return first?.location ?? '';
}

/** What is of one kind, is on one plate and goes to one place is one stop. */
function joined(stops: readonly Stop[]): Stop[] {
  const kindOf = ({ location, licensePlate, goods: [one] }: Stop) =>
    [location, licensePlate, one?.licensePlate, one?.item, one?.owner, one?.lot, one?.inventoryStatus].join('\u0000');
  return [...Map.groupBy(stops, kindOf).values()].flatMap((alike) => {
    const [first] = alike;
    return first ? [{ ...first, goods: alike.flatMap(({ goods }) => goods) }] : [];
  });
}

/** Order, shipment and work do not have the goods any more. */
async function forget(trx: AppTrx, { order: orderKey, line, shipment, work, workLine, quantityBase }: Reservation) {
  // Nobody fetched what came straight from the dock.
  const crossDockedBase = work === null ? quantityBase : 0;
  await trx.one(uncountOfOrder, { orderKey, line, quantityBase, crossDockedBase });
  if (shipment !== null) {
    await trx.one(countPickedOfShipment, { shipment, orderKey, line, quantityBase: -quantityBase });
    await trx.one(cutShipmentLine, { shipment, orderKey, line, quantityBase });
  }
  if (work !== null && workLine !== null) await trx.one(uncountOfWork, { work, line: workLine, quantityBase });
}

function sumOf(goods: readonly Reservation[]): number {
  return goods.reduce((sum, { quantityBase }) => sum + quantityBase, 0);
}
