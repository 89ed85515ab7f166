import { problem } from '#shared/kernel/problem.ts';
import type { OutboundLoadThing } from '#shared/ledger/outbound-thing.ts';
import { type LoadBody, load, unload } from '#shared/shipping/load.ts';
import {
  type FlowStep,
  go,
  type Input,
  type Need,
  type Option,
  refuse,
  say,
  submit,
  type Verdict,
  type World,
} from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { AtDoor, AtLoad, LoadStates } from './load.states.ts';
import { loadNeeds, loadProgress, nameOf, shipmentsOn, unitRow, unitsOn } from './on-load.ts';

/** Which truck? */
export const beginStep: FlowStep<LoadStates, object> = {
  prompt: () => ({ ask: words('load.which') }),
  needs: (_state, input) => {
    const needs: Need[] = [{ list: snapshotCode.outboundLoads }];
    if (input?.kind !== 'scan') return needs;
    const { scan } = input;
    if (scan.kind === 'licensePlate') needs.push({ list: snapshotCode.shipmentGoods(scan.licensePlate) });
    if (scan.kind === 'document') needs.push({ list: snapshotCode.document(scan.document) });
    return needs;
  },
  scan: {
    document: (_state, { document, documentType }, world) => {
      if (documentType === 'outbound-load') return at(document, world);
      const [shipment] = foundOf(world.list(snapshotCode.document(document)), 'shipment');
      return shipment ? at(shipment.value.load, world) : say('load.notALoad', { text: document });
    },
    licensePlate: (_state, { licensePlate }, world) => {
      const [shipment] = foundOf(world.list(snapshotCode.shipmentGoods(licensePlate)), 'shipment');
      return shipment ? at(shipment.value.load, world) : say('load.notALoad', { text: grouped(licensePlate) });
    },
  },
  choose: {
    options: (_state, world) =>
      loadsIn(world)
        .slice(0, listed)
        .map(({ load: number, carrier, departsAt, units }): Option => {
          const done = units.filter(({ isLoaded }) => isLoaded).length;
          return {
            key: number,
            title: number,
            ...departureOf(carrier, departsAt),
            value: words('load.onOf', { done, of: units.length }),
          };
        }),
    pick: (_state, key, world) => at(key, world),
  },
};

function departureOf(carrier: string | null, departsAt: number | null): Pick<Option, 'detail'> {
  if (departsAt === null) return carrier === null ? {} : { detail: carrier };
  const time = { atMs: departsAt };
  return {
    detail: carrier === null ? words('load.departs', { time }) : words('load.carrierDeparts', { carrier, time }),
  };
}

/** More are found by scanning. */
const listed = 30;

/** Trucks that something is ready for, the next to leave first. */
function loadsIn(world: World): OutboundLoadThing[] {
  const loads = foundOf(world.list(snapshotCode.outboundLoads), 'outboundLoad').map(({ value }) => value);
  const ready = loads.filter(({ units }) => units.length > 0);
  return ready.sort((a, b) => (a.departsAt ?? Infinity) - (b.departsAt ?? Infinity) || (a.load < b.load ? -1 : 1));
}

function at(number: string, world: World): Verdict<LoadStates> {
  const loads = foundOf(world.list(snapshotCode.outboundLoads), 'outboundLoad');
  const known = loads.find(({ key }) => key === number)?.value;
  if (!known) return say('load.notALoad', { text: number });
  const isBegun = known.door !== null && known.units.some(({ isLoaded }) => isLoaded);
  return isBegun ? go('unit', { load: number, door: known.door ?? '' }, number) : go('door', { load: number }, number);
}

/** Which door does it stand at? */
export const doorStep: FlowStep<LoadStates, AtLoad> = {
  prompt: (state, world) => {
    const thing = world.thing('outboundLoad', state.load);
    return {
      ask: words('load.scanDoor'),
      ...(thing?.door != null && { large: thing.door }),
      details: [{ label: 'load.load', value: [state.load, thing?.carrier].filter(Boolean).join(' · ') }],
      ...loadProgress(unitsOn(state, world)),
    };
  },
  needs: loadNeeds,
  scan: {
    location: ({ load: number }, { location }, world) => {
      const type = world.thing('location', location)?.type ?? '';
      if (type !== 'door') return refuse(problem('shipping.wrong_door', { location, type }));
      return go('unit', { load: number, door: location }, location);
    },
  },
};

function unitNeeds(state: AtLoad, input: Input | null): readonly Need[] {
  const needs = loadNeeds(state);
  if (input?.kind !== 'scan' || input.scan.kind !== 'licensePlate') return needs;
  return [...needs, { list: snapshotCode.shipmentGoods(input.scan.licensePlate) }];
}

/** What goes on the truck: each plate and each carton, n of m. */
export const unitStep: FlowStep<LoadStates, AtDoor> = {
  prompt: (state, world) => {
    const units = unitsOn(state, world);
    const left = units.filter(({ isLoaded }) => !isLoaded);
    const shipments = shipmentsOn(state, world);
    const open = shipments.reduce((sum, { openWork }) => sum + openWork, 0);
    const carrier = world.thing('outboundLoad', state.load)?.carrier ?? null;
    return {
      ask: words(left.length === 0 && units.length > 0 ? 'load.allOn' : 'load.scanUnit'),
      details: [
        { label: 'load.load', value: [state.load, carrier].filter(Boolean).join(' · ') },
        { label: 'load.door', value: state.door },
      ],
      ...(open > 0 && { notice: words('load.stillPicked', { count: open }) }),
      ...loadProgress(units),
      rows: left.filter(({ isLoose }) => !isLoose).map((unit) => unitRow(unit, shipments)),
    };
  },
  needs: unitNeeds,
  scan: {
    licensePlate: (state, { licensePlate }, world) => loaded(state, licensePlate, false, world),
  },
  choose: {
    options: (state, world) =>
      unitsOn(state, world)
        .filter(({ isLoose, isLoaded }) => isLoose && !isLoaded)
        .map((unit) => ({ key: unit.unit, title: nameOf(unit) })),
    pick: (state, key, world) => loaded(state, key, true, world),
  },
  actions: {
    off: {
      label: 'load.takeOff',
      when: (state, world) => unitsOn(state, world).some(({ isLoaded }) => isLoaded),
      run: (state) => go('off', state),
    },
    door: { label: 'load.otherDoor', run: ({ load: number }) => go('door', { load: number }) },
    done: { label: 'load.otherLoad', run: () => go('begin', {}) },
  },
};

function loaded(state: AtDoor, unit: string, isLoose: boolean, world: World): Verdict<LoadStates> {
  const body = bodyOf(state.load, unit, isLoose, state.door);
  const isOwn = unitsOn(state, world).some((each) => each.unit === unit);
  const [other] = isLoose ? [] : foundOf(world.list(snapshotCode.shipmentGoods(unit)), 'shipment');
  if (!isOwn && other && other.value.load !== state.load) {
    return refuse(
      problem('shipping.foreign_unit', { unit: grouped(unit), load: other.value.load, expected: state.load }),
    );
  }
  if (!isOwn) return refuse(problem('shipping.unit_unknown', { unit: grouped(unit) }));
  return submit(load, body, go('unit', state), { told: words('load.loaded', { unit: grouped(unit) }) });
}

function bodyOf(number: string, unit: string, isLoose: boolean, location: string): LoadBody {
  return { load: number, location, ...(isLoose ? { shipment: unit } : { licensePlate: unit }) };
}

/** What comes off the truck again? */
export const offStep: FlowStep<LoadStates, AtDoor> = {
  prompt: (state, world) => {
    const on = unitsOn(state, world).filter(({ isLoaded }) => isLoaded);
    const shipments = shipmentsOn(state, world);
    return {
      ask: words('load.scanOff'),
      details: [{ label: 'load.load', value: state.load }],
      rows: on.filter(({ isLoose }) => !isLoose).map((unit) => unitRow(unit, shipments)),
    };
  },
  needs: unitNeeds,
  scan: {
    licensePlate: (state, { licensePlate }, world) => {
      const on = unitsOn(state, world).find(({ unit }) => unit === licensePlate);
      if (!on?.isLoaded) return refuse(problem('shipping.not_on_truck', { unit: grouped(licensePlate) }));
      return go('lane', { ...state, unit: licensePlate }, grouped(licensePlate));
    },
  },
  choose: {
    options: (state, world) =>
      unitsOn(state, world)
        .filter(({ isLoose, isLoaded }) => isLoose && isLoaded)
        .map((unit) => ({ key: unit.unit, title: nameOf(unit) })),
    pick: (state, key) => go('lane', { ...state, unit: key }, key),
  },
  actions: { back: { label: 'load.goOn', run: (state) => go('unit', state) } },
};

/** Where is it put? */
export const laneStep: FlowStep<LoadStates, LoadStates['lane']> = {
  prompt: ({ unit }) => ({ ask: words('load.scanLane'), about: grouped(unit) }),
  needs: loadNeeds,
  scan: {
    location: ({ load: number, door, unit }, { location }, world) => {
      const isLoose = unitsOn({ load: number }, world).some((each) => each.unit === unit && each.isLoose);
      const told = words('load.takenOff', { unit: grouped(unit) });
      return submit(unload, bodyOf(number, unit, isLoose, location), go('unit', { load: number, door }), { told });
    },
  },
};
