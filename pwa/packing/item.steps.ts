import { problem } from '#shared/kernel/problem.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import { whyHeld } from '#shared/packing/carton.ts';
import { closeCarton } from '#shared/packing/close-carton.ts';
import { pack, unpack } from '#shared/packing/pack.ts';
import type { ItemScan, LabelDetails } from '#shared/scan/scan.ts';
import { countedIn, scannedBase, scannedMore } from '../engine/counted-scan.ts';
import { type FlowStep, go, type Need, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { serialEntry } from '../engine/serial-entry.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, type Words, words } from '../ui/words.ts';
import { cartonNeeds, toCarton } from './cartons.ts';
import { cartonPrompt, doorsNeed, inCarton, onTruck, packProgress, rowsOf, scannable, unpacked } from './left.ts';
import type { AtCarton, Packing, PackStates } from './pack.states.ts';

function needs(state: AtCarton | Packing): readonly Need[] {
  const shipment: Need = { kind: 'shipment', key: state.shipment };
  return 'item' in state ? [shipment, doorsNeed, { kind: 'item', key: state.item }] : [shipment, doorsNeed];
}

/** What goes in? Only what was picked for this shipment, and no more of it than is left. */
export const itemStep: FlowStep<PackStates, AtCarton> = {
  counts: true,
  prompt: (state, world) => {
    const shipment = world.thing('shipment', state.shipment);
    const left = shipment ? scannable(shipment, state, world) : [];
    const isAllIn = !state.isOut && left.length === 0;
    const ask = state.isOut ? 'pack.scanOut' : isAllIn ? 'pack.allIn' : 'pack.scanItem';
    const isNew = shipment !== undefined && inCarton(shipment, state.carton).length === 0;
    return {
      ...cartonPrompt(state, world, words(ask)),
      details: [{ label: isNew ? 'pack.labelIt' : 'pack.carton', value: grouped(state.carton) }],
      rows: shipment ? rowsOf(shipment, left) : [],
    };
  },
  needs: cartonNeeds,
  scan: {
    item: (state, scan, world) => takeItem(state, scan, world),
    licensePlate: (state, { licensePlate }, world) => toCarton(state, licensePlate, state.carton, world),
  },
  actions: {
    done: {
      label: 'pack.close',
      emphasis: 'primary',
      when: (state, world) => {
        const shipment = world.thing('shipment', state.shipment);
        return shipment !== undefined && inCarton(shipment, state.carton).length > 0;
      },
      run: (state) => go('weigh', state),
    },
    out: {
      label: 'pack.takeOut',
      when: (state, world) => {
        const shipment = world.thing('shipment', state.shipment);
        return !state.isOut && shipment !== undefined && inCarton(shipment, state.carton).length > 0;
      },
      run: (state) => go('item', { ...state, isOut: true }),
    },
    in: { label: 'pack.putIn', when: ({ isOut }) => isOut, run: (state) => go('item', { ...state, isOut: false }) },
    other: { label: 'pack.otherCarton', run: ({ shipment }) => go('carton', { shipment }) },
    discard: {
      label: 'pack.discard',
      when: (state, world) => {
        const shipment = world.thing('shipment', state.shipment);
        return shipment !== undefined && inCarton(shipment, state.carton).length === 0;
      },
      run: ({ shipment, carton }) => {
        const told = words('pack.discarded', { carton: grouped(carton) });
        return submit(closeCarton, { carton, discard: true }, go('carton', { shipment }), { told });
      },
    },
  },
};

function takeItem(state: AtCarton, scan: ItemScan, world: World): Verdict<PackStates> {
  const shipment = world.thing('shipment', state.shipment);
  if (!shipment) return say('pack.notToPack', { text: state.shipment });
  const key = itemKey(scan.sourceSystem ?? shipment.sourceSystem, scan.item);
  const item = world.thing('item', key);
  const hold = state.isOut ? null : whyHeld(state.shipment, { heldOrders: shipment.heldOrders ?? [] });
  if (hold) return refuse(hold);
  const there = scannable(shipment, state, world).filter((one) => one.item === key);
  const away = state.isOut ? undefined : onTruck(shipment, world).find((one) => one.item === key);
  if (there.length === 0 && away) {
    return refuse(problem('packing.goods_at_door', { item: scan.item, location: away.location }));
  }
  if (!item || there.length === 0) {
    return refuse(problem('packing.wrong_item', { item: scan.item, shipment: state.shipment }));
  }
  const countedBase = scannedBase(item, scan);
  if (typeof countedBase !== 'number') return countedBase;
  const serials = scan.serial === undefined ? [] : [scan.serial];
  return nextFor({ ...state, item: key, lot: scan.lot ?? null, serials, countedBase }, item, world);
}

/** What is asked next: the lot where several were picked, each serial number, and how many. */
function nextFor(state: Packing, item: ItemThing, world: World): Verdict<PackStates> {
  const shipment = world.thing('shipment', state.shipment);
  const there = shipment ? scannable(shipment, state, world).filter((one) => one.item === state.item) : [];
  const lots = [...new Set(there.map(({ lot }) => lot))];
  if (state.lot !== null && !lots.includes(state.lot)) {
    return refuse(problem('packing.wrong_lot', { expected: lots.join(', '), got: state.lot }));
  }
  if (item.isSerialTracked) {
    const serial = state.serials.at(-1);
    return serial === undefined ? go('serials', state) : booked(state, 10 ** item.decimals, item);
  }
  if (state.lot === null && lots.length > 1) return go('lot', state);
  const leftBase = totalBase(there.filter(({ lot }) => lot === (state.lot ?? lot)));
  if (state.countedBase > leftBase) return tooMuch(state.countedBase, leftBase, item);
  const known = { ...state, lot: state.lot ?? lots[0] ?? null };
  if (state.countedBase === leftBase) return booked(known, leftBase, item);
  return go('quantity', known, countedSoFar(state.countedBase, leftBase, item));
}

/** Which goods are asked about, and how many of them were scanned. */
function countedSoFar(countedBase: number, leftBase: number, { decimals, baseUnit, description }: ItemThing): Words {
  if (countedBase === 0) return description;
  const of = fromBase(leftBase, decimals);
  return words('pick.countedSoFar', { count: fromBase(countedBase, decimals), of, unit: baseUnit, what: description });
}

function tooMuch(gotBase: number, leftBase: number, { number, decimals, baseUnit }: ItemThing): Verdict<PackStates> {
  const params = { item: number, left: fromBase(leftBase, decimals), got: fromBase(gotBase, decimals), unit: baseUnit };
  return refuse(problem('packing.too_much', params));
}

function booked(state: Packing, quantityBase: number, item: ItemThing): Verdict<PackStates> {
  const { shipment, carton, isOut, lot, serials } = state;
  const quantity = fromBase(quantityBase, item.decimals);
  const body = {
    ...{ carton, item: item.number, sourceSystem: item.sourceSystem, quantity, unit: item.baseUnit },
    ...(lot !== null && lot !== '' && { lot }),
    ...(serials.length > 0 && { serials: [...serials] }),
  };
  const what = { quantity: amount(quantity, item.baseUnit), what: item.description };
  const then = go('item', { shipment, carton, isOut });
  if (isOut) return submit(unpack, body, then, { told: words('pack.takenOut', what) });
  return submit(pack, body, then, { told: words('pack.packed', what) });
}

/** Several lots were picked: which one is it? */
export const lotStep: FlowStep<PackStates, Packing> = {
  prompt: (state, world) => cartonPrompt(state, world, words('pack.whichLot')),
  needs,
  scan: {
    details: (state, scan, world) => takeLot(state, scan, world),
    unknown: (state, scan, world) =>
      scan.refused ? say(scan.code, scan.params) : takeLot(state, { lot: scan.lot ?? scan.text }, world),
  },
  choose: {
    options: (state, world) => {
      const shipment = world.thing('shipment', state.shipment);
      const there = shipment ? scannable(shipment, state, world).filter((one) => one.item === state.item) : [];
      return [...new Set(there.map(({ lot }) => lot))].map((lot) => ({ key: lot, title: lot || '–' }));
    },
    pick: (state, lot, world) => takeLot(state, { lot }, world),
  },
};

function takeLot(state: Packing, { lot }: LabelDetails, world: World): Verdict<PackStates> {
  const item = world.thing('item', state.item);
  if (!item || lot === undefined) return say('flow.notOffered');
  return nextFor({ ...state, lot }, item, world);
}

/** Each piece by its serial number. */
export const serialsStep: FlowStep<PackStates, Packing> = {
  prompt: (state, world) => {
    const shipment = world.thing('shipment', state.shipment);
    const left = shipment ? scannable(shipment, state, world).filter((one) => one.item === state.item) : [];
    const rows = left.flatMap(({ serial }) => (serial === '' ? [] : [{ title: serial }]));
    return { ...cartonPrompt(state, world, words('receive.scanSerial')), rows };
  },
  needs,
  ...serialEntry(takeSerial),
};

function takeSerial(state: Packing, serial: string, world: World): Verdict<PackStates> {
  const item = world.thing('item', state.item);
  return item ? nextFor({ ...state, serials: [serial] }, item, world) : say('flow.notOffered');
}

/** How many? */
export const quantityStep: FlowStep<PackStates, Packing> = {
  counts: true,
  prompt: (state, world) => {
    const shipment = world.thing('shipment', state.shipment);
    const item = world.thing('item', state.item);
    const ofItem = shipment ? scannable(shipment, state, world).filter((one) => one.item === state.item) : [];
    const there = ofItem.filter(({ lot }) => lot === (state.lot ?? lot));
    const leftBase = totalBase(there);
    const left = fromBase(leftBase, item?.decimals ?? 0);
    return {
      ...(shipment && packProgress(shipment, world)),
      ask: words('pack.howManyOf', { left, unit: item?.baseUnit ?? '' }),
      about: item ? countedSoFar(state.countedBase, leftBase, item) : '',
    };
  },
  needs,
  scan: {
    item: (state, scan, world) => {
      const more = scannedMore(state.item, scan, world);
      if ('verdict' in more) return more;
      return nextFor({ ...state, countedBase: state.countedBase + more.moreBase }, more.item, world);
    },
  },
  enter: {
    kind: 'number',
    ...countedIn(),
    run: (state, { quantity, unit }, world) => {
      const item = world.thing('item', state.item);
      if (!item) return say('flow.notOffered');
      const quantityBase = readQuantity(item, quantity, unit);
      return isProblem(quantityBase) ? refuse(quantityBase) : booked(state, quantityBase, item);
    },
  },
};

/** Whether nothing of a shipment is left to pack. */
export function isAllPacked(shipment: string, world: World): boolean {
  const thing = world.thing('shipment', shipment);
  return thing === undefined || unpacked(thing, world).length === 0;
}
