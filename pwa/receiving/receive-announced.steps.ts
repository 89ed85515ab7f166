import { fromBase } from '#shared/kernel/quantity.ts';
import type { ExpectedLineThing, ExpectedPlateThing } from '#shared/ledger/thing.ts';
import { isBegun as isLineBegun } from '#shared/receiving/plate-goods.ts';
import { register } from '#shared/receiving/register.ts';
import { type FlowStep, go, type Need, type Row, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, words } from '../ui/words.ts';
import { partsOf } from './goods.ts';
import type { AtPlate, ReceiveStates } from './receive.states.ts';
import { plateFamily } from './register-plate.facts.ts';

/** Is that what is on the plate? Scanning it once more books all of it, with the plates that stand on it. */
export const announcedStep: FlowStep<ReceiveStates, AtPlate> = {
  prompt: (state, world) => {
    const family = familyOf(state, world);
    const { done, of } = platesDone(state, world);
    return {
      ask: words('receive.isItAllHere'),
      large: grouped(state.licensePlate),
      about: words('receive.comesOn', { load: state.load.number, plates: family.length }),
      ...(isBegun(family) && { notice: words('receive.plateBegun') }),
      ...(state.location !== null && { details: [{ label: 'receive.dock' as const, value: state.location }] }),
      rows: family.flatMap((plate) => plate.lines.map((line) => rowOf(plate, line, state, world))),
      progress: { done, of, unit: 'unit.plates' },
    };
  },
  needs: ({ load }) => [
    { list: snapshotCode.expectedOn(load.number) },
    ...load.orders.map((key): Need => ({ kind: 'inboundOrder', key })),
  ],
  scan: {
    licensePlate: (state, scan, world) =>
      scan.licensePlate === state.licensePlate
        ? bookAll(state, world)
        : say('receive.otherPlate', { licensePlate: scan.licensePlate, expected: state.licensePlate }),
    location: (state, scan, world) => {
      const location = world.thing('location', scan.location);
      if (location?.type !== 'receiving') return say('receiving.location_not_receiving', { location: scan.location });
      return go(
        'announced',
        { ...state, location: scan.location },
        words('receive.dockIs', { location: scan.location }),
      );
    },
  },
  actions: {
    confirm: { label: 'receive.allHere', emphasis: 'primary', run: bookAll },
    exception: {
      label: 'receive.differs',
      run: ({ load, location, licensePlate }) => go('loadItem', { load, location, lastPlate: licensePlate }),
    },
  },
};

/** The plate and all that stand on it, as far as something of them is still to come or came. */
function familyOf({ licensePlate, load }: AtPlate, world: World): ExpectedPlateThing[] {
  const onLoad = foundOf(world.list(snapshotCode.expectedOn(load.number)), 'expectedPlate').map(({ value }) => value);
  const plate = onLoad.find((each) => each.licensePlate === licensePlate);
  return plate ? plateFamily(plate, onLoad) : [];
}

function isBegun(family: readonly ExpectedPlateThing[]): boolean {
  const lines = family.flatMap((plate) => plate.lines);
  return lines.some(isLineBegun) && lines.some(isMissing);
}

function isMissing({ registeredBase, quantityBase }: ExpectedLineThing): boolean {
  return registeredBase < quantityBase;
}

/** Plates of the load with goods of their own, and those of which all is in. */
function platesDone({ load }: AtPlate, world: World): { done: number; of: number } {
  const plates = foundOf(world.list(snapshotCode.expectedOn(load.number)), 'expectedPlate')
    .map(({ value }) => value)
    .filter(({ lines }) => lines.length > 0);
  return { done: plates.filter(({ lines }) => !lines.some(isMissing)).length, of: plates.length };
}

function rowOf(plate: ExpectedPlateThing, line: ExpectedLineThing, state: AtPlate, world: World): Row {
  // The load was looked at when the plate was scanned; what it brings may have changed since.
  const order = state.load.orders.includes(line.order) ? world.thing('inboundOrder', line.order) : undefined;
  const ordered = order?.lines.find((each) => each.line === line.line);
  const quantity = fromBase(Math.max(0, line.quantityBase - line.registeredBase), ordered?.decimals ?? 0);
  const [, item] = partsOf(line.item);
  const isNested = plate.licensePlate !== state.licensePlate;
  const told = [item, line.lot, isNested ? grouped(plate.licensePlate) : null].filter((part) => part !== null);
  return {
    title: ordered?.description ?? item,
    detail: told.join(' · '),
    value: amount(quantity, ordered?.baseUnit ?? ''),
    tone: isMissing(line) ? 'open' : 'good',
  };
}

function bookAll(state: AtPlate, world: World): Verdict<ReceiveStates> {
  const { licensePlate, load, location } = state;
  const family = familyOf(state, world);
  if (!family.some((plate) => plate.lines.some(isMissing))) {
    return say('receiving.plate_received', { licensePlate: grouped(licensePlate), load: load.number });
  }
  const body = {
    licensePlate,
    load: load.number,
    ...(location !== null && { location }),
    ...(isBegun(family) && { remaining: true }),
  };
  const told = words('receive.plateBooked', { licensePlate: grouped(licensePlate), load: load.number });
  return submit(register, body, go('order', {}), { told });
}
