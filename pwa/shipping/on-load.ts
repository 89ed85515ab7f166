import type { OutboundLoadThing, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { Need, Prompt, Row, World } from '../engine/flow.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { AtLoad } from './load.states.ts';

/** A plate, a carton, or the loose goods of a shipment, which go by its number. */
export interface Unit {
  readonly unit: string;
  readonly shipment: string;
  readonly isLoose: boolean;
  readonly isLoaded: boolean;
}

/** What the steps at a truck look at. */
export function loadNeeds({ load }: AtLoad): readonly Need[] {
  return [{ kind: 'outboundLoad', key: load }, { list: snapshotCode.shipmentsOn(load) }];
}

/** All that is picked for a truck, as far as it was put down. */
export function unitsOn({ load }: AtLoad, world: World): Unit[] {
  const thing = world.thing('outboundLoad', load);
  return shipmentsOn({ load }, world).flatMap((shipment) => unitsIn(shipment, thing));
}

function unitsIn({ shipment, goods }: ShipmentThing, load: OutboundLoadThing | undefined): Unit[] {
  const down = goods.filter((one) => !isInHand(one));
  return [...new Set(down.map(({ licensePlate }) => licensePlate))].map((plate) => {
    const unit = plate === '' ? shipment : plate;
    const isLoaded = load?.units.find((one) => one.unit === unit)?.isLoaded ?? false;
    return { unit, shipment, isLoose: plate === '', isLoaded };
  });
}

export function shipmentsOn({ load }: AtLoad, world: World): ShipmentThing[] {
  return foundOf(world.list(snapshotCode.shipmentsOn(load)), 'shipment').map(({ value }) => value);
}

export function loadProgress(units: readonly Unit[]): Pick<Prompt, 'progress'> {
  const done = units.filter(({ isLoaded }) => isLoaded).length;
  return { progress: { done, of: units.length, unit: 'unit.units' } };
}

export function nameOf({ unit, isLoose }: Unit) {
  return isLoose ? words('load.loose', { shipment: unit }) : grouped(unit);
}

export function unitRow(unit: Unit, shipments: readonly ShipmentThing[]): Row {
  const shipment = shipments.find((one) => one.shipment === unit.shipment);
  const detail = [shipment?.orders.join(', '), shipment?.customer].filter(Boolean).join(' · ');
  return { title: nameOf(unit), detail, ...(unit.isLoaded && { tone: 'good' as const }) };
}
