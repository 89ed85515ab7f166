import type { Command } from '#shared/command/envelope.ts';
import { handsType } from '#shared/ledger/location-type.ts';
import type { ShipmentGoods, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { PlacedReservation } from '#shared/ledger/shipment-goods.ts';
import type { CartonFacts } from '#shared/packing/carton.ts';
import { closeCarton, decideCloseCarton } from '#shared/packing/close-carton.ts';
import { decideOpenCarton, openCarton } from '#shared/packing/open-carton.ts';
import {
  decidePack,
  decideUnpack,
  type PackBody,
  type PackFacts,
  type PackPlan,
  pack,
  unpack,
} from '#shared/packing/pack.ts';
import type { Effect } from '../store/effects.ts';
import { discarded, isInHand } from '../store/outbound-effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';

/** An empty carton, with a number of the device's own, so that it can be filled without a network. */
export const openCartonOnDevice = deviceOperation({
  operation: openCarton,
  facts: async ({ body: asked }, read) => {
    const shipment = await read.thing('shipment', asked.shipment);
    if (!shipment || asked.carton === undefined || asked.location === undefined) return null;
    const place = await read.thing('location', asked.location);
    return {
      shipment,
      place: place ? { code: place.code, type: place.type } : null,
      heldOrders: shipment.heldOrders ?? [],
      number: asked.carton,
      isNumberTaken: (await read.thing('licensePlate', asked.carton)) !== undefined,
    };
  },
  decide: decideOpenCarton,
  effects: (_command, { carton, shipment, cartonType, location }): Effect[] => {
    const empty = { carton, cartonType, status: 'open', location, weightGrams: null, trackingNumber: null };
    return [{ does: 'carton', shipment, carton: empty }];
  },
});

interface OfShipment {
  readonly of: ShipmentThing;
}

async function cartonFacts(
  { body: { carton: number }, warehouse }: Command<{ readonly carton: string }>,
  read: ReadThings,
): Promise<(CartonFacts & OfShipment) | null> {
  const open = foundOf(await read.byCodes([snapshotCode.shipments]), 'shipment').map(({ value }) => value);
  const of = open.find(({ cartons }) => cartons.some(({ carton }) => carton === number));
  const carton = of?.cartons.find((each) => each.carton === number);
  if (!of || !carton) return null;
  const status = carton.status as NonNullable<CartonFacts['carton']>['status'];
  return {
    of,
    carton: { carton: number, shipment: of.shipment, status, location: carton.location, warehouse },
    goods: await Promise.all(of.goods.map((one) => placed(one, of.shipment, warehouse, read))),
    cartons: of.cartons.map((each) => each.carton),
  };
}

/** Devices know every place but hands. */
async function placed(
  { reservation: id, ...goods }: ShipmentGoods,
  shipment: string,
  warehouse: string,
  read: ReadThings,
): Promise<PlacedReservation> {
  const locationType = isInHand(goods) ? handsType : ((await read.thing('location', goods.location))?.type ?? '');
  return { ...goods, work: goods.work ?? null, id, warehouse, shipment, workLine: null, state: 'picked', locationType };
}

async function packFacts(command: Command<PackBody>, read: ReadThings): Promise<(PackFacts & OfShipment) | null> {
  const known = await cartonFacts(command, read);
  if (!known) return null;
  const items = foundOf(await read.byCodes([snapshotCode.itemNumber(command.body.item)]), 'item');
  return { ...known, items: items.map(({ value }) => value), heldOrders: known.of.heldOrders ?? [] };
}

/** How much of each kind is in the carton afterwards. */
function packEffects({ carton, shipment, moved, to }: PackPlan, { goods }: ShipmentThing, isIn: boolean): Effect[] {
  const kinds = Map.groupBy(moved, ({ goods: { order, line, lot, serial } }) =>
    [order, line, lot, serial].join('\u0000'),
  );
  const after = [...kinds.values()].flatMap((parts): ShipmentGoods[] => {
    const [first] = parts;
    if (!first) return [];
    const { id: reservation, order, line, item, owner, lot, serial, inventoryStatus, work } = first.goods;
    const there = goods.filter(
      (one) =>
        one.licensePlate === carton &&
        one.order === order &&
        one.line === line &&
        one.item === item &&
        one.lot === lot &&
        one.serial === serial,
    );
    const beforeBase = there.reduce((sum, one) => sum + one.quantityBase, 0);
    const partBase = parts.reduce((sum, part) => sum + part.quantityBase, 0);
    const quantityBase = isIn ? beforeBase + partBase : beforeBase - partBase;
    const kind = { reservation, order, line, item, owner, lot, serial, inventoryStatus, work };
    return [{ ...kind, location: to.location, licensePlate: carton, quantityBase }];
  });
  return [{ does: 'goods', shipment, where: 'carton', are: isIn ? 'at-least' : 'at-most', goods: after }];
}

export const packOnDevice = deviceOperation({
  operation: pack,
  facts: packFacts,
  decide: decidePack,
  effects: (_command, plan, { of }) => packEffects(plan, of, true),
  undo: async ({ command, state }) => {
    const isDone = state === 'waiting' || state === 'applied';
    return isDone ? { type: unpack.type, version: unpack.version, body: command.body } : null;
  },
});

export const unpackOnDevice = deviceOperation({
  operation: unpack,
  facts: packFacts,
  decide: decideUnpack,
  effects: (_command, plan, { of }) => packEffects(plan, of, false),
});

export const closeCartonOnDevice = deviceOperation({
  operation: closeCarton,
  facts: cartonFacts,
  decide: decideCloseCarton,
  effects: (_command, { carton: number, shipment, weightGrams, trackingNumber, isDiscarded }, { of }): Effect[] => {
    const known = of.cartons.find(({ carton }) => carton === number);
    const status = isDiscarded ? discarded : 'closed';
    return known ? [{ does: 'carton', shipment, carton: { ...known, status, weightGrams, trackingNumber } }] : [];
  },
});
