import { type Problem, problem } from '#shared/kernel/problem.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { CartonThing, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import { cartonTypes, whyHeld } from '#shared/packing/carton.ts';
import { openCarton } from '#shared/packing/open-carton.ts';
import { type FlowStep, go, type Option, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import { cartonNeeds, goOnWith, toCarton } from './cartons.ts';
import { doorsNeed, held, onTruck, packProgress, unpacked } from './left.ts';
import type { AtShipment, PackStates } from './pack.states.ts';

/** What is packed? */
export const beginStep: FlowStep<PackStates, object> = {
  prompt: (_state, world) => ({
    ask: words('pack.scanShipment'),
    about: words('pack.toPack', { count: toPack(world).length }),
  }),
  needs: () => [{ list: snapshotCode.shipments }, doorsNeed],
  scan: {
    document: (_state, { document }, world) => {
      const known = shipments(world);
      const meant = known.filter(({ shipment, orders }) => shipment === document || orders.includes(document));
      return begin(meant.find((one) => unpacked(one, world).length > 0) ?? meant[0], document, world);
    },
    licensePlate: (_state, { licensePlate }, world) => {
      const meant = shipments(world).find(
        ({ goods, cartons }) =>
          goods.some((one) => one.licensePlate === licensePlate) ||
          cartons.some(({ carton }) => carton === licensePlate),
      );
      const isCarton = meant?.cartons.some(({ carton }) => carton === licensePlate);
      if (meant && isCarton) return goOnWith(meant, licensePlate);
      return begin(meant, grouped(licensePlate), world);
    },
  },
  choose: {
    options: (_state, world) =>
      toPack(world)
        .slice(0, listed)
        .map((one): Option => {
          const { progress } = packProgress(one, world);
          return {
            key: one.shipment,
            title: [one.orders.join(', '), one.customer].filter(Boolean).join(' · '),
            detail: one.shipment,
            ...(progress && {
              value: words('flow.progress', { done: progress.done, of: progress.of, unit: words(progress.unit) }),
            }),
          };
        }),
    pick: (_state, key, world) =>
      begin(
        shipments(world).find(({ shipment }) => shipment === key),
        key,
        world,
      ),
  },
};

/** More are found by scanning. */
const listed = 30;

function shipments(world: World): ShipmentThing[] {
  return foundOf(world.list(snapshotCode.shipments), 'shipment').map(({ value }) => value);
}

/** Shipments with cartons that are open still, and those with goods to pack that nothing keeps from it. */
function toPack(world: World): ShipmentThing[] {
  return shipments(world).filter(
    (one) => openCartonsOf(one).length > 0 || (whyHeldBack(one) === null && unpacked(one, world).length > 0),
  );
}

function openCartonsOf({ cartons }: ShipmentThing): CartonThing[] {
  return cartons.filter(({ status }) => status === 'open');
}

function whyHeldBack({ shipment, heldOrders = [] }: ShipmentThing): Problem | null {
  return whyHeld(shipment, { heldOrders });
}

function begin(meant: ShipmentThing | undefined, text: string, world: World): Verdict<PackStates> {
  if (!meant) return say('pack.notToPack', { text });
  if (!toPack(world).includes(meant)) {
    const hold = unpacked(meant, world).length > 0 ? whyHeldBack(meant) : null;
    const [away] = onTruck(meant, world);
    if (hold) return refuse(hold);
    if (!away) return say('pack.notToPack', { text });
    return refuse(problem('packing.goods_at_door', { item: itemNumberOf(away.item), location: away.location }));
  }
  return go('carton', { shipment: meant.shipment }, meant.shipment);
}

/** Which carton? A new one, or one that is open still. */
export const cartonStep: FlowStep<PackStates, AtShipment> = {
  prompt: ({ shipment: number }, world) => {
    const shipment = world.thing('shipment', number);
    return {
      ask: words('pack.whichCarton'),
      about: [shipment?.orders.join(', '), shipment?.customer].filter(Boolean).join(' · '),
      ...(shipment && { ...packProgress(shipment, world), ...held(shipment) }),
    };
  },
  needs: cartonNeeds,
  scan: {
    licensePlate: (state, { licensePlate }, world) => toCarton(state, licensePlate, null, world),
  },
  choose: {
    options: ({ shipment: number }, world) => {
      const shipment = world.thing('shipment', number);
      if (!shipment) return [];
      const begun = openCartonsOf(shipment).map(({ carton, cartonType }): Option => {
        return { key: carton, title: grouped(carton), detail: cartonType, value: words('pack.openOne') };
      });
      const isNewWanted = whyHeldBack(shipment) === null;
      return isNewWanted ? [...begun, ...cartonTypes.map((type) => ({ key: type, title: type }))] : begun;
    },
    pick: ({ shipment }, key, world) => {
      const type = cartonTypes.find((each) => each === key);
      return type ? open(shipment, type, world) : toCarton({ shipment }, key, null, world);
    },
  },
  actions: { other: { label: 'pack.otherShipment', run: () => go('begin', {}) } },
};

/** The carton stands where the goods are. */
function open(shipment: string, cartonType: string, world: World): Verdict<PackStates> {
  const carton = world.nextPlate;
  if (carton === null) return say('receive.noNumbers');
  const thing = world.thing('shipment', shipment);
  const at = thing && unpacked(thing, world)[0]?.location;
  const body = { shipment, cartonType, carton, ...(at !== undefined && { location: at }) };
  const told = words('pack.opened', { type: cartonType });
  return submit(openCarton, body, go('item', { shipment, carton, isOut: false }), { told, takesPlate: true });
}
