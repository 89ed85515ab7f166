import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideLoad,
  decideUnload,
  type LoadBody,
  type LoadFacts,
  type LoadPlan,
  type LoadResult,
  type LoadUnit,
  load,
  unload,
} from '#shared/shipping/load.ts';
import { carryAll } from '../platform/facts/carry-reservations.queries.ts';
import { tellWhereMadeUp } from '../platform/facts/cross-dock.ts';
import { heldOrdersOf } from '../platform/facts/held-orders.queries.ts';
import { firstPlaceOf, placeNamed } from '../platform/facts/places.queries.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { goodsOfShipmentPlaced } from '../platform/facts/shipment-goods.queries.ts';
import { shipmentMeant } from '../platform/facts/shipment-meant.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { shipmentNumbered } from './confirm-facts.queries.ts';
import {
  cartonState,
  loadMeant,
  loadToFill,
  openWorkOnLoad,
  setCartonPlace,
  setLoadState,
  setShipmentState,
  shipmentOfUnit,
  shipmentsToLoad,
  unitMeant,
} from './load.queries.ts';

export const loadHandler = handler({
  operation: load,
  facts: (trx, command: Command<LoadBody>) => facts(trx, command, 'door'),
  decide: decideLoad,
  apply: (trx, command, decision) => apply(trx, command, decision, true),
});

export const unloadHandler = handler({
  operation: unload,
  facts: (trx, command: Command<LoadBody>) => facts(trx, command, 'staging'),
  decide: decideUnload,
  apply: (trx, command, decision) => apply(trx, command, decision, false),
});

async function facts(
  trx: AppTrx,
  { warehouse, body: asked }: Command<LoadBody>,
  target: 'door' | 'staging',
): Promise<LoadFacts> {
  const number = await loadMeant(trx, asked.load);
  const row = await trx.one(loadToFill.lock[trx.dialect], { load: number, warehouse });
  const units: LoadUnit[] = [];
  for (const shipment of row ? await trx.all(shipmentsToLoad, { load: number }) : []) {
    units.push(...(await unitsOf(trx, shipment)));
  }
  const unit = await unitAsked(trx, warehouse, asked, units);
  const open = await trx.one(openWorkOnLoad, { load: number });
  return {
    load: row ? { load: row.load_number, status: row.status } : null,
    unit,
    units,
    openWork: Number(open?.works ?? 0),
    place: await placeOf(trx, warehouse, asked.location ?? (target === 'door' ? row?.door : null), target),
    heldOrders: unit ? await heldOrdersOf(trx, unit.shipment) : [],
  };
}

interface ShipmentRow {
  readonly shipment: string;
  readonly status: string;
  readonly load_number: string;
}

/** What of a shipment is scanned onto the truck: each plate and carton, and its loose goods together. */
async function unitsOf(trx: AppTrx, { shipment, status, load_number: of }: ShipmentRow): Promise<LoadUnit[]> {
  const goods = (await goodsOfShipmentPlaced(trx, shipment)).filter(({ state }) => state === 'picked');
  const units: LoadUnit[] = [];
  for (const [plate, on] of Map.groupBy(goods, ({ licensePlate }) => licensePlate)) {
    const carton = plate === '' ? undefined : await trx.one(cartonState, { carton: plate });
    const unit = plate === '' ? shipment : plate;
    units.push({ unit, shipment, load: of, shipmentStatus: status, cartonStatus: carton?.status ?? null, goods: on });
  }
  return units;
}

async function unitAsked(
  trx: AppTrx,
  warehouse: string,
  asked: LoadBody,
  units: readonly LoadUnit[],
): Promise<LoadUnit | null> {
  const named = asked.carton ?? asked.licensePlate;
  const unit = named === undefined ? await shipmentMeant(trx, asked.shipment ?? '') : await unitMeant(trx, named);
  const own = units.find((one) => one.unit === unit);
  if (own) return own;
  const other =
    named === undefined
      ? await trx.one(shipmentNumbered.read, { warehouse, shipment: unit })
      : await trx.one(shipmentOfUnit, { licensePlate: unit });
  if (!other || other.warehouse !== warehouse) return null;
  return (await unitsOf(trx, other)).find((one) => one.unit === unit) ?? null;
}

async function placeOf(trx: AppTrx, warehouse: string, named: string | null | undefined, type: string) {
  return named ? placeNamed(trx, warehouse, named) : firstPlaceOf(trx, warehouse, type);
}

async function apply(
  trx: AppTrx,
  { warehouse }: Command<LoadBody>,
  { plan }: Applied<LoadPlan, LoadResult>,
  isOn: boolean,
): Promise<undefined> {
  const { unit, to } = plan;
  await carryAll(trx, unit.goods, to);
  if (unit.cartonStatus !== null) {
    await trx.one(setCartonPlace, { carton: unit.unit, status: isOn ? 'loaded' : 'closed', location: to });
  }
  const isWhole = plan.isShipmentLoaded && unit.shipmentStatus === 'picked';
  const isOpenAgain = !isOn && unit.shipmentStatus === 'loaded';
  if (isWhole || isOpenAgain) {
    await trx.one(setShipmentState, { shipment: unit.shipment, status: isWhole ? 'loaded' : 'picked' });
    await tellWhereMadeUp(trx, unit.shipment);
  }
  const status = plan.isLoadLoaded ? 'loaded' : 'in_process';
  await trx.one(setLoadState, { load: plan.load, status, door: isOn ? to : null });
  trx.publish({ kind: 'thing', thing: 'shipment', key: unit.shipment, warehouse, deleted: false });
  trx.publish({ kind: 'thing', thing: 'outboundLoad', key: plan.load, warehouse, deleted: false });
  await publishPlates(
    trx,
    warehouse,
    unit.goods.map(({ licensePlate }) => licensePlate),
  );
  return undefined;
}
