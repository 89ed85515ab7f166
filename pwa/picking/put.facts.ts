import { handsOf } from '#shared/ledger/location-type.ts';
import type { PickWorkThing, ShipmentGoods } from '#shared/ledger/outbound-thing.ts';
import { isLeft } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { decidePut, put } from '#shared/picking/put.ts';
import { decideReleaseClaim, releaseClaim } from '#shared/picking/release-claim.ts';
import type { Effect } from '../store/effects.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { workOf } from '../store/pick-works.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { ReadThings } from '../store/read-things.ts';
import { inHandFor, sumOf } from './pick-facts.ts';

/** Putting down what was picked. */
export const putPickedOnDevice = deviceOperation({
  operation: put,
  facts: async (command, read) => {
    const { body: asked, warehouse } = command;
    const thing = await read.thing('pickWork', asked.work);
    const shipment = thing?.shipment == null ? undefined : await read.thing('shipment', thing.shipment);
    if (!thing || !shipment) return null;
    const place = await read.thing('location', asked.location);
    return {
      work: workOf(thing, command),
      isWorkNews: false,
      to: place ? { code: place.code, type: place.type, isActive: place.isActive } : null,
      inHand: inHandFor(thing.work, shipment.goods).map((one) => reservationOf(one, thing, warehouse)),
      openLines: openLines(thing),
      shipment,
    };
  },
  decide: decidePut,
  effects: (_command, { work, to, goods, isWorkDone }, { shipment }): Effect[] => {
    const put1 = goods.map((one): ShipmentGoods => {
      const kind = { ...one, reservation: one.id, location: to };
      const down = sumOf(shipment.goods, one, (each) => !isInHand(each));
      return { ...shipmentGoods(kind), quantityBase: down + one.quantityBase };
    });
    const of = shipment.shipment;
    const down: Effect = { does: 'goods', shipment: of, where: 'down', are: 'at-least', goods: merged(put1) };
    if (!isWorkDone) return [down];
    return [down, { does: 'close-pick-work', work }, { does: 'end-work-of', shipment: of, work }];
  },
});

/** Parts of one kind that were put down together count as one. */
function merged(goods: readonly ShipmentGoods[]): ShipmentGoods[] {
  const sums = new Map<string, ShipmentGoods>();
  for (const one of goods) {
    const key = [one.order, one.line, one.item, one.lot, one.serial, one.licensePlate].join('\u0000');
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, quantityBase: sum.quantityBase + one.quantityBase } : one);
  }
  return [...sums.values()];
}

function shipmentGoods(one: Reservation & { readonly reservation: string }): ShipmentGoods {
  const { reservation, order, line, item, owner, lot, serial, inventoryStatus, location, licensePlate, work } = one;
  const goods = { reservation, order, line, item, owner, lot, serial, inventoryStatus, location, licensePlate, work };
  return { ...goods, quantityBase: one.quantityBase };
}

function reservationOf(goods: ShipmentGoods, thing: PickWorkThing, warehouse: string): Reservation {
  const { reservation: id, ...one } = goods;
  const { work, shipment } = thing;
  return { ...one, id, warehouse, work, shipment, workLine: null, state: 'picked' };
}

function openLines({ lines }: PickWorkThing): number {
  return lines.filter(isLeft).length;
}

/** Giving work back, with empty hands. */
export const releasePicksOnDevice = deviceOperation({
  operation: releaseClaim,
  facts: async (command, read: ReadThings) => {
    const thing = await read.thing('pickWork', command.body.work);
    if (!thing) return null;
    const shipment = thing.shipment === null ? undefined : await read.thing('shipment', thing.shipment);
    const inHand = inHandFor(thing.work, shipment?.goods ?? []);
    const own = inHand.filter(({ location }) => location === handsOf(command.operator));
    return { work: workOf(thing, command), isWorkNews: false, inHand: own.length };
  },
  decide: decideReleaseClaim,
  effects: (_command, { work }) => [{ does: 'close-pick-work', work }],
});
