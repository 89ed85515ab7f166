import { problem } from '#shared/kernel/problem.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import { type PickBody, pick } from '#shared/picking/pick.ts';
import { shortPick } from '#shared/picking/short-pick.ts';
import { substitute } from '#shared/picking/substitute.ts';
import type { LabelDetails } from '#shared/scan/scan.ts';
import { go, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { type Words, words } from '../ui/words.ts';
import { numberOf } from './pick.facts.ts';
import type { AtLine, AtWork, PickStates, Taken, Taking } from './pick.states.ts';
import { toteOf } from './tote.ts';
import { inHandOf, type Stop, shownIn, stopOf, stopsOf, worksOf } from './walk.ts';

/** Nothing is known yet of the goods at a stop but that they are the right ones. */
export function takingAt(state: AtLine): Taking {
  const { work, line, item } = state;
  const none = { licensePlate: null, lot: null, serials: [], countedBase: 0 };
  return { ...onTheWay(state), work, line, item, isSubstitute: false, ...none };
}

/** What is known between one stop and the next. */
function onTheWay({ works, tote }: AtWork): AtWork {
  return { works, isBegun: true, ...(tote !== undefined && { tote }) };
}

/** What a label says of goods besides what they are. */
export function withLabel(state: Taking, label: LabelDetails): Taking {
  const { lot = state.lot, serial } = label;
  const isNews = serial !== undefined && !state.serials.includes(serial);
  return { ...state, lot, serials: isNews ? [...state.serials, serial] : state.serials };
}

/** What is asked next of goods: lot or serial numbers where they have any, and how many. */
export function nextFor(state: Taking, item: ItemThing, stop: Stop, world: World): Verdict<PickStates> {
  const wanted = leftBase(stop.line);
  if (item.isSerialTracked) return withSerials(state, item, stop, world);
  const isLotOpen = item.isLotTracked && state.lot === null && state.licensePlate === null;
  if (isLotOpen) return go('lot', state);
  const why = whyNotLot(state, stop, world);
  if (why) return why;
  if (state.countedBase === wanted) return taken({ ...state, quantityBase: wanted, reason: null }, stop, world);
  if (state.countedBase > wanted) return tooMuch(state.countedBase, stop);
  return go('quantity', state, countedSoFar(state, stop));
}

/** Each piece is its own: all serial numbers are scanned, and no more of them than are asked for. */
function withSerials(state: Taking, { decimals }: ItemThing, stop: Stop, world: World): Verdict<PickStates> {
  const oneBase = 10 ** decimals;
  const quantityBase = state.serials.length * oneBase;
  if (quantityBase < leftBase(stop.line)) return go('serials', state, state.serials.at(-1));
  return taken({ ...state, quantityBase, reason: null }, stop, world);
}

/**
 * Another lot than the one that was told is as good, unless the order asked for just that; then nothing else will do. What
 * has expired nobody gets.
 */
function whyNotLot({ lot, isSubstitute }: Taking, { line }: Stop, { today }: World): Verdict<PickStates> | null {
  if (isSubstitute) return null;
  const isOther = lot !== null && lot !== line.lot;
  const free = line.alternatives.find((one) => one.location === line.location && one.lot === lot);
  const expiryDate = (isOther ? free?.expiryDate : line.expiryDate) ?? null;
  if (expiryDate !== null && expiryDate < today) {
    return refuse(problem('picking.lot_expired', { lot: lot ?? line.lot, expiryDate }));
  }
  if (!isOther || (free && !line.isLotFixed)) return null;
  return refuse(problem('picking.wrong_lot', { expected: line.lot || '–', got: lot }));
}

/** A plate in one scan: all that is on it, where the line asks for as much; else so much of it. */
export function takePlate(state: AtLine, licensePlate: string, world: World): Verdict<PickStates> {
  const stop = stopOf(state, world);
  const plate = world.thing('licensePlate', licensePlate);
  if (!stop) return say('pick.gone');
  const { line } = stop;
  const on = (plate?.contents ?? []).filter(({ item }) => item === line.item);
  if (!plate || plate.location !== line.location || on.length === 0) {
    const expected = line.licensePlate === '' ? line.location : grouped(line.licensePlate);
    return refuse(problem('picking.wrong_plate', { expected, got: grouped(licensePlate) }));
  }
  const taking = { ...takingAt(state), licensePlate, lot: on[0]?.lot || null };
  const thereBase = totalBase(plate.contents);
  const isWhole = on.length === plate.contents.length && thereBase <= leftBase(line);
  const serials = on.flatMap(({ serial }) => (serial === '' ? [] : [serial]));
  const why = whyNotLot(taking, stop, world);
  if (why) return why;
  if (isWhole) {
    return taken({ ...taking, serials, quantityBase: thereBase, reason: null, isWholePlate: true }, stop, world);
  }
  return go(serials.length > 0 ? 'serials' : 'quantity', taking, grouped(licensePlate));
}

export function tooMuch(gotBase: number, { line }: Stop): Verdict<PickStates> {
  const params = { wanted: fromBase(leftBase(line), line.decimals), got: fromBase(gotBase, line.decimals) };
  return refuse(problem('picking.too_much', { ...params, unit: line.baseUnit }));
}

/** Which goods are asked about, and how many of them were scanned. */
export function countedSoFar({ countedBase }: Taking, { line }: Stop): Words {
  if (countedBase === 0) return line.description;
  return words('pick.countedSoFar', {
    count: fromBase(countedBase, line.decimals),
    of: fromBase(leftBase(line), line.decimals),
    unit: line.baseUnit,
    what: line.description,
  });
}

/** The goods are taken: on a trolley their place is confirmed first. */
export function taken(state: Taken, stop: Stop, world: World): Verdict<PickStates> {
  const isOnTrolley = stop.work.trolleyPosition !== null && state.quantityBase > 0;
  return isOnTrolley ? go('position', state) : booked(state, stop, undefined, world);
}

/** Books what was taken, or that less was there, and goes on to the next place, or to where all of it is brought. */
export function booked(state: Taken, stop: Stop, position: string | undefined, world: World): Verdict<PickStates> {
  const { line } = stop;
  const { reason, quantityBase } = state;
  const tote = state.isWholePlate === true || position !== undefined ? null : toteOf(state, world);
  const body: PickBody = {
    ...{ work: state.work, line: state.line, location: line.location, ...numberOf(state.item) },
    ...{ quantity: fromBase(quantityBase, line.decimals), unit: line.baseUnit },
    ...(state.licensePlate !== null && { licensePlate: state.licensePlate }),
    ...(state.lot !== null && { lot: state.lot }),
    ...(state.serials.length > 0 && { serials: [...state.serials] }),
    ...(position !== undefined && { position }),
    ...(tote !== null && quantityBase > 0 && { toLicensePlate: tote }),
  };
  const next = after(state, stop, world);
  const what = { quantity: shownIn(line, quantityBase), what: line.description, location: line.location };
  if (reason !== null) {
    const short = shownIn(line, leftBase(line) - quantityBase);
    const told = words('pick.short', { short, what: line.description, location: line.location });
    return submit(shortPick, { ...body, reason }, next, { told });
  }
  const told = words('pick.picked', what);
  if (state.isSubstitute) return submit(substitute, body, next, { told });
  return submit(pick, body, next, { told });
}

/** Where to go on after a stop: while there are others, to the next; then everything is brought away. */
function after(state: Taken, { work, line }: Stop, world: World) {
  const { quantityBase, reason } = state;
  const way = onTheWay(state);
  const isThis = (stop: Stop) => stop.work.work === work.work && stop.line.line === line.line;
  const isDone = reason !== null || quantityBase === leftBase(line);
  const others = stopsOf(worksOf(state, world)).filter((stop) => !(isDone && isThis(stop)));
  const isElsewhere = reason !== null && line.alternatives.some(({ location }) => location !== line.location);
  const isAnyInHand = quantityBase > 0 || inHandOf(state, world).length > 0;
  // The rest of it comes into another tote.
  if (!isDone && work.trolleyPosition === null) return go('tote', way);
  if (others.length > 0 || isElsewhere) return go('walk', way);
  if (!isAnyInHand) return go('begin', {});
  return go('put', { ...way, only: null });
}
