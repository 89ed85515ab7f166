import type { Command } from '#shared/command/envelope.ts';
import type { ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import {
  decideLoad,
  decideUnload,
  type LoadBody,
  type LoadFacts,
  type LoadPlan,
  load,
  unload,
} from '#shared/shipping/load.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { movedBy } from '../store/stock-effects.ts';
import { unitsOf } from './goods.ts';

/** Something goes onto the truck; what belongs on another one is refused here already. */
export const loadOnDevice = deviceOperation({
  operation: load,
  facts: loadFacts,
  decide: decideLoad,
  effects: (_command, plan) => effectsOf(plan, true),
  undo: async (queued, read) => {
    const lane = await laneOf(queued, read);
    const isDone = queued.state === 'waiting' || queued.state === 'applied';
    if (!isDone || lane === null) return null;
    return { type: unload.type, version: unload.version, body: { ...queued.command.body, location: lane } };
  },
});

/** The lane that something stood in before it was loaded; what comes from elsewhere is put down by its own task. */
async function laneOf({ effects }: QueuedCommand, read: ReadThings): Promise<string | null> {
  const [moved] = movedBy(effects);
  const place = moved && (await read.thing('location', moved.from.location));
  return place?.type === 'staging' ? place.code : null;
}

export const unloadOnDevice = deviceOperation({
  operation: unload,
  facts: loadFacts,
  decide: decideUnload,
  effects: (_command, plan) => effectsOf(plan, false),
});

async function loadFacts({ body: asked, warehouse }: Command<LoadBody>, read: ReadThings): Promise<LoadFacts | null> {
  const thing = await read.thing('outboundLoad', asked.load);
  const place = asked.location === undefined ? undefined : await read.thing('location', asked.location);
  const named = asked.carton ?? asked.licensePlate ?? asked.shipment;
  if (!thing || !place || named === undefined) return null;
  const own = foundOf(await read.byCodes([snapshotCode.shipmentsOn(asked.load)]), 'shipment');
  const others = foundOf(await read.byCodes([snapshotCode.shipmentGoods(named)]), 'shipment');
  const units = (await Promise.all(own.map(({ value }) => unitsOf(value, warehouse, read)))).flat();
  const elsewhere = (await Promise.all(others.map(({ value }) => unitsOf(value, warehouse, read)))).flat();
  const openWork = own.reduce((sum, { value }) => sum + value.openWork, 0);
  return {
    load: { load: thing.load, status: thing.status },
    unit: [...units, ...elsewhere].find(({ unit }) => unit === named) ?? null,
    units,
    openWork,
    place: { code: place.code, type: place.type },
    heldOrders: holdsOf(
      [...own, ...others].map(({ value }) => value),
      named,
    ),
  };
}

/** Orders on hold whose goods are on a unit, or that a shipment is for. */
function holdsOf(shipments: readonly ShipmentThing[], unit: string): readonly string[] {
  const isOn = ({ shipment, goods }: ShipmentThing) =>
    shipment === unit || goods.some(({ licensePlate }) => licensePlate === unit);
  return shipments.find(isOn)?.heldOrders ?? [];
}

function effectsOf({ load: of, unit: { unit, shipment }, to }: LoadPlan, isLoaded: boolean): Effect[] {
  return [{ does: 'load-unit', load: of, shipment, unit, isLoaded, location: to }];
}
