import { totalBase } from '#shared/kernel/quantity.ts';
import type { PickedGoods } from '#shared/ledger/put-back.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { nextName } from '../counter.ts';
import type { AppTrx } from '../store.ts';
import { cutShipmentLine } from './cancel-released.queries.ts';
import { settleShipment } from './cancel-released.ts';
import { returnReservations } from './carry-reservations.queries.ts';
import { cancelWorkGivenBack, giveToHolder, uncountOfOrder, uncountOfWork } from './direct-back.queries.ts';
import { settleLeft } from './end-when-over.ts';
import { countPickedOfShipment, loadOfShipment } from './outbound-loads.queries.ts';
import { wayBack } from './way-back.ts';
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
    const { load_number: load = '' } = (await trx.one(loadOfShipment, { shipment })) ?? {};
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
  const lines = await wayBack(trx, warehouse, goods);
  const work = await nextName(trx, 'work', 'WK');
  const [first] = lines;
  await trx.one(insertWalk, {
    ...{ id: work, type: 'put_back', warehouse, status: 'open', location: holder, face: null, commandId },
    ...{ quantityBase: totalBase(goods), orderKey: null, shipment: null, wave: null, priority: 0, at: trx.now },
    ...{ zone: first?.zone ?? '', walkSequence: first?.walkSequence ?? 0 },
  });
  await forget(trx, goods);
  for (const [index, stop] of lines.entries()) {
    const line = index + 1;
    const [one] = stop.goods;
    if (!one) continue;
    const { item: itemKey, owner, lot, inventoryStatus } = one;
    const serial = stop.goods.length === 1 ? one.serial : '';
    await trx.one(insertWorkLine, {
      ...{ work, line, location: stop.location, licensePlate: stop.licensePlate, itemKey, owner, lot, serial },
      ...{ inventoryStatus, quantityBase: totalBase(stop.goods), unit: stop.unit, walkSequence: stop.walkSequence },
      ...{ shipment: null, orderKey: null, orderLine: null, blockedBy: null },
    });
    await returnReservations(trx, stop.goods, { work, line });
  }
  await giveToHolder(trx, work, holder);
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
  return work;
}

/** Orders, shipments and work do not have the goods any more: each of their lines is told once, of all of its goods. */
async function forget(trx: AppTrx, goods: readonly Reservation[]): Promise<void> {
  for (const same of alike(goods, ({ order, line }) => [order, line])) {
    const [{ order: orderKey, line }] = same;
    // Nobody fetched what came straight from the dock.
    const crossDockedBase = totalBase(same.filter(({ work }) => work === null));
    await trx.one(uncountOfOrder, { orderKey, line, quantityBase: totalBase(same), crossDockedBase });
  }
  const shipped = goods.filter(({ shipment }) => shipment !== null);
  for (const same of alike(shipped, ({ shipment, order, line }) => [shipment, order, line])) {
    const [{ shipment, order: orderKey, line }] = same;
    if (shipment === null) continue;
    await trx.one(countPickedOfShipment, { shipment, orderKey, line, quantityBase: -totalBase(same) });
    await trx.one(cutShipmentLine, { shipment, orderKey, line, quantityBase: totalBase(same) });
  }
  const fetched = goods.filter(({ work }) => work !== null);
  for (const same of alike(fetched, ({ work, workLine }) => [work, workLine])) {
    const [{ work, workLine: line }] = same;
    if (work !== null && line !== null) await trx.one(uncountOfWork, { work, line, quantityBase: totalBase(same) });
  }
}

/** Goods that have the same in common, together; in the order in which they come. */
function alike(
  goods: readonly Reservation[],
  common: (one: Reservation) => readonly unknown[],
): (readonly [Reservation, ...Reservation[]])[] {
  const groups = Map.groupBy(goods, (one) => JSON.stringify(common(one)));
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
}
