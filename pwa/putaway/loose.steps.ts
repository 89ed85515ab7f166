import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { isProblem, readQuantity, shownIn } from '#shared/ledger/stock-item.ts';
import type { PlateContent } from '#shared/ledger/thing.ts';
import type { ItemScan } from '#shared/scan/scan.ts';
import { countedIn } from '../engine/counted-scan.ts';
import { again, type FlowStep, type Go, go, type Need, refuse, say, type Verdict, type World } from '../engine/flow.ts';
import { serialEntry } from '../engine/serial-entry.ts';
import { type FoundOf, foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { amount, type Words, words } from '../ui/words.ts';
import { forOrder } from './cross-dock.step.ts';
import { looseGoods, placeNeeds, proposedFor } from './proposed.ts';
import type { Loose, LooseFrom, LooseGoods, LooseSerials, PutStates } from './put-away.states.ts';

/** What the steps of loose goods look at: the item, what waits of it at the docks, and where it could go. */
export function looseNeeds(item: string): Need[] {
  return [{ kind: 'item', key: item }, { list: snapshotCode.workOfLoose(item) }, ...placeNeeds];
}

/** Goods without a plate: where they are is asked only where it is not plain. */
export function takeItem(_state: object, scan: ItemScan, world: World): Verdict<PutStates> {
  const item = world.thing('item', `${scan.sourceSystem ?? ''}:${scan.item}`);
  if (!item) return say('item.unknown', { item: scan.item });
  const { key, number, description, baseUnit } = item;
  const loose = { item: key, description: `${number} · ${description}`, unit: scan.unit ?? baseUnit };
  const goods: Loose = { ...loose, lot: scan.lot ?? null };
  const [only, another] = worksOf(goods, world);
  if (!only || another) return go('from', goods, goods.description);
  return nextOf({ ...goods, from: only.value.fromLocation }, world);
}

/** Where do the loose goods come from? */
export const fromStep: FlowStep<PutStates, Loose> = {
  prompt: ({ description }) => ({ ask: words('putAway.scanFrom'), about: description }),
  needs: ({ item }) => looseNeeds(item),
  scan: {
    location: (state, { location }, world) => {
      if (world.thing('location', location)?.type !== 'receiving') {
        return say('receiving.location_not_receiving', { location });
      }
      const isKnown = worksOf(state, world).some(({ value }) => value.fromLocation === location);
      const { description: what } = state;
      return isKnown || world.isConfirmed
        ? nextOf({ ...state, from: location }, world)
        : again('putAway.notKnownThere', { what, location });
    },
  },
  choose: {
    options: (state, world) =>
      worksOf(state, world).map(({ value }) => ({
        key: value.fromLocation,
        title: value.fromLocation,
        value: shown(value.loose ?? []),
      })),
    pick: (state, from, world) => nextOf({ ...state, from }, world),
  },
};

/** Goods of several lots stand there. */
export const looseLotStep: FlowStep<PutStates, LooseFrom> = {
  prompt: ({ description, from }) => ({
    ask: words('putAway.whichLot'),
    about: description,
    details: [{ label: 'putAway.from', value: from }],
  }),
  needs: ({ item }) => looseNeeds(item),
  scan: {
    details: (state, { lot }, world) => (lot === undefined ? say('flow.notOffered') : pickLot(state, lot, world)),
    item: (state, { lot }, world) => (lot === undefined ? say('flow.notOffered') : pickLot(state, lot, world)),
    unknown: (state, scan, world) => (scan.refused ? say(scan.code, scan.params) : pickLot(state, scan.text, world)),
  },
  choose: {
    options: (state, world) =>
      lotsAt(state, world).map((lot) => ({
        key: lot,
        title: lot,
        value: shown(knownAt(state, world).filter((content) => content.lot === lot)),
      })),
    pick: pickLot,
  },
};

function pickLot(state: LooseFrom, lot: string, world: World): Verdict<PutStates> {
  if (!lotsAt(state, world).includes(lot)) return say('stock.lot_none', { item: state.description, lot });
  return nextOf({ ...state, lot }, world);
}

/** How many of them? What stands there is offered. */
export const looseQuantityStep: FlowStep<PutStates, LooseFrom> = {
  prompt: ({ description, from, lot }) => ({
    ask: words('putAway.howMany'),
    about: description,
    details: [
      { label: 'putAway.from', value: from },
      ...(lot === null ? [] : [{ label: 'receive.lot' as const, value: lot }]),
    ],
  }),
  needs: ({ item }) => looseNeeds(item),
  enter: {
    kind: 'number',
    ...countedIn<LooseFrom>((state, world) => offered(state, world)?.unit ?? state.unit),
    suggested: (state, world) => offered(state, world)?.quantity ?? null,
    run: (state, { quantity, unit }, world) => {
      const item = world.thing('item', state.item);
      if (!item) return say('item.unknown', { item: state.item });
      const quantityBase = readQuantity(item, quantity, unit);
      if (isProblem(quantityBase)) return refuse(quantityBase);
      const there = ofLot(state, knownAt(state, world));
      const isPart = quantityBase < totalBase(there);
      const counted: LooseSerials = { ...state, quantity, unit, serials: [] };
      return item.isSerialTracked && isPart ? go('looseSerials', counted) : toLocation(counted, world);
    },
  },
};

/** All that is known to stand there, in the unit that was scanned where that is exact. */
function offered(state: LooseFrom, world: World) {
  const item = world.thing('item', state.item);
  const thereBase = totalBase(ofLot(state, knownAt(state, world)));
  return item && thereBase > 0 ? shownIn(item, thereBase, state.unit) : null;
}

/** Some of the goods with serial numbers: which of them? */
export const looseSerialsStep: FlowStep<PutStates, LooseSerials> = {
  prompt: ({ description, quantity, unit, serials }) => ({
    ask: words('receive.scanSerial'),
    about: amount(quantity, unit, description),
    progress: { done: serials.length, of: quantity, unit: 'unit.serials' },
  }),
  needs: ({ item }) => looseNeeds(item),
  ...serialEntry(takeSerial),
};

function takeSerial(state: LooseSerials, serial: string, world: World): Verdict<PutStates> {
  if (state.serials.includes(serial)) return say('pick.serialTwice', { serial });
  const isThere = knownAt(state, world).some((content) => content.serial === serial);
  if (!isThere) return say('stock.serial_missing', { item: state.description, serial });
  const next = { ...state, serials: [...state.serials, serial] };
  const told = words('receive.serialIs', { serial });
  return next.serials.length < state.quantity ? go('looseSerials', next, told) : toLocation(next, world);
}

/** On to what is still to be known: lot, then how many. */
function nextOf(state: LooseFrom, world: World): Go<PutStates> {
  const isOpen = state.lot === null && lotsAt(state, world).length > 1;
  return isOpen ? go('looseLot', state, state.from) : go('looseQuantity', state, state.description);
}

function toLocation(state: LooseSerials, world: World): Go<PutStates> {
  const { item, description, unit, lot, from, quantity, serials } = state;
  const what = amount(quantity, unit, description);
  const works = worksOf({ item, lot }, world).filter(({ value }) => value.fromLocation === from);
  const proposed = proposedFor(looseGoods({ item, lot, quantity, unit }, world), from, works, world);
  const counted = inBaseUnit({ item, quantity, unit }, world);
  const goods: LooseGoods = { kind: 'loose', item, from, lot, serials, ...counted };
  const waited = looseForOrder({ goods, what, proposed }, works, world);
  if (waited) return go('crossDock', waited, words('putAway.offered', { what, order: waited.order }));
  return go('location', { goods, what, proposed }, what);
}

/** What of the goods that were counted an order waits for: never more than were counted, nor other lots or serials. */
function looseForOrder({ goods, ...carried }: LooseCarried, works: readonly FoundOf<'work'>[], world: World) {
  const { lot, serials, quantity, unit } = goods;
  const waited = forOrder({ goods, ...carried }, [], works, world);
  const of = waited && offeredOf(goods, works, waited.order, world);
  if (!waited || !of || of.quantityBase === 0) return null;
  const isAll = of.quantity >= quantity;
  const part = { item: goods.item, name: of.name, lot, serials, quantity: isAll ? quantity : of.quantity, unit };
  return isAll || serials.length === 0 ? { ...waited, parts: [part] } : null;
}

interface LooseCarried {
  readonly goods: LooseGoods;
  readonly what: Words;
  readonly proposed: string | null;
}

function offeredOf({ item: key, lot }: LooseGoods, works: readonly FoundOf<'work'>[], order: string, world: World) {
  const item = world.thing('item', key);
  const offers = works.flatMap(({ value }) => value.crossDock ?? []);
  const meant = offers.filter((one) => one.orderNumber === order && (lot === null || one.lot === lot));
  const quantityBase = totalBase(meant);
  return { name: item?.description ?? '', quantityBase, quantity: fromBase(quantityBase, item?.decimals ?? 0) };
}

/** As it stands there: what a case holds may be another number by the time the server hears of it. */
function inBaseUnit({ item: key, quantity, unit }: Pick<LooseSerials, 'item' | 'quantity' | 'unit'>, world: World) {
  const item = world.thing('item', key);
  const quantityBase = item && readQuantity(item, quantity, unit);
  if (!item || isProblem(quantityBase) || quantityBase === undefined) return { quantity, unit };
  return { quantity: fromBase(quantityBase, item.decimals), unit: item.baseUnit };
}

/** The open put-away of an item's loose goods, of this lot where one is known. */
function worksOf(goods: Pick<Loose, 'item' | 'lot'>, world: World): FoundOf<'work'>[] {
  const works = foundOf(world.list(snapshotCode.workOfLoose(goods.item)), 'work');
  return works.filter(({ value }) => ofLot(goods, value.loose ?? []).length > 0);
}

/** The loose goods of the item that the device knows to be there. */
function knownAt({ item, from }: Pick<LooseFrom, 'item' | 'from'>, world: World): readonly PlateContent[] {
  const works = foundOf(world.list(snapshotCode.workOfLoose(item)), 'work');
  return works.filter(({ value }) => value.fromLocation === from).flatMap(({ value }) => value.loose ?? []);
}

function lotsAt(state: LooseFrom, world: World): string[] {
  return [...new Set(knownAt(state, world).map(({ lot }) => lot))];
}

function ofLot({ lot }: Pick<Loose, 'lot'>, goods: readonly PlateContent[]): readonly PlateContent[] {
  return lot === null ? goods : goods.filter((content) => content.lot === lot);
}

function shown(goods: readonly PlateContent[]): Words {
  const [first] = goods;
  return first ? amount(fromBase(totalBase(goods), first.decimals), first.baseUnit) : '';
}
