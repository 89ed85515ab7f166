import type { ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import { cartonTypes } from '#shared/packing/carton.ts';
import { openCarton } from '#shared/packing/open-carton.ts';
import { type FlowStep, go, type Option, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import { cartonNeeds, goOnWith, toCarton } from './cartons.ts';
import { packProgress, unpacked } from './left.ts';
import type { AtShipment, PackStates } from './pack.states.ts';

/** What is packed? */
export const beginStep: FlowStep<PackStates, object> = {
  prompt: (_state, world) => ({
    ask: words('pack.scanShipment'),
    about: words('pack.toPack', { count: toPack(world).length }),
  }),
  needs: () => [{ list: snapshotCode.shipments }],
  scan: {
    document: (_state, { document }, world) => {
      const known = shipments(world);
      const meant = known.filter(({ shipment, orders }) => shipment === document || orders.includes(document));
      return begin(meant.find((one) => unpacked(one).length > 0) ?? meant[0], document, world);
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
          const { progress } = packProgress(one);
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

/** Shipments with goods that were put down, and with cartons that are open still. */
function toPack(world: World): ShipmentThing[] {
  const isOpen = ({ cartons }: ShipmentThing) => cartons.some(({ status }) => status === 'open');
  return shipments(world).filter((one) => isOpen(one) || (one.status !== 'loaded' && unpacked(one).length > 0));
}

function begin(meant: ShipmentThing | undefined, text: string, world: World): Verdict<PackStates> {
  if (!meant || !toPack(world).includes(meant)) return say('pack.notToPack', { text });
  return go('carton', { shipment: meant.shipment }, meant.shipment);
}

/** Which carton? A new one, or one that is open still. */
export const cartonStep: FlowStep<PackStates, AtShipment> = {
  prompt: ({ shipment: number }, world) => {
    const shipment = world.thing('shipment', number);
    return {
      ask: words('pack.whichCarton'),
      about: [shipment?.orders.join(', '), shipment?.customer].filter(Boolean).join(' · '),
      ...(shipment && packProgress(shipment)),
    };
  },
  needs: cartonNeeds,
  scan: {
    licensePlate: (state, { licensePlate }, world) => toCarton(state, licensePlate, null, world),
  },
  choose: {
    options: ({ shipment: number }, world) => {
      const open = world.thing('shipment', number)?.cartons.filter(({ status }) => status === 'open') ?? [];
      const begun = open.map(({ carton, cartonType }): Option => {
        return { key: carton, title: grouped(carton), detail: cartonType, value: words('pack.openOne') };
      });
      return [...begun, ...cartonTypes.map((type) => ({ key: type, title: type }))];
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
  const at = thing && unpacked(thing)[0]?.location;
  const body = { shipment, cartonType, carton, ...(at !== undefined && { location: at }) };
  const told = words('pack.opened', { type: cartonType });
  return submit(openCarton, body, go('item', { shipment, carton, isOut: false }), { told, takesPlate: true });
}
