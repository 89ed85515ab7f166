import { totalBase } from '#shared/kernel/quantity.ts';
import type { CrossDockOffer } from '#shared/ledger/cross-dock.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { isOutside } from '#shared/ledger/place.ts';
import type {
  CountWorkThing,
  ExpectedPlateThing,
  InboundOrderThing,
  LicensePlateThing,
  LocationThing,
  PlateContent,
  RegistrationThing,
  ThingKind,
  Things,
  WorkThing,
} from '#shared/ledger/thing.ts';
import { type NestPlate, nestingAfter, nestingTouches } from './nesting-effects.ts';
import {
  type OutboundEffect,
  outboundLoadAfter,
  outboundTouches,
  pickWorkAfter,
  shipmentAfter,
} from './outbound-effects.ts';
import { contentOf, eachOf, type KeptStockEffect, type StockEffect } from './stock-effects.ts';

/**
 * What a command does to the device's copy of things until the server's own news show it. Plain data, kept with the
 * command in the queue.
 */
export type Effect =
  | { readonly does: 'register'; readonly order: string; readonly registrations: readonly RegisteredByDevice[] }
  /** Everything that is announced on a plate is in. */
  | { readonly does: 'receive-plate'; readonly licensePlate: string }
  /** Nothing is said of `lines` in queues of older versions. */
  | {
      readonly does: 'undo-registration';
      readonly order: string;
      readonly command: string;
      readonly lines?: readonly { readonly line: number; readonly quantityBase: number }[];
    }
  | { readonly does: 'complete'; readonly order: string }
  /** Goods wait to be put away; loose ones are added to what the work is for already. */
  | { readonly does: 'open-work'; readonly work: WorkThing }
  /** Some of the loose goods that a work is for are gone. */
  | { readonly does: 'take-loose'; readonly work: string; readonly taken: readonly PlateContent[] }
  /** Goods went to an order that waited for them. */
  | { readonly does: 'take-offer'; readonly work: string; readonly taken: readonly CrossDockOffer[] }
  | { readonly does: 'close-work'; readonly work: string }
  /** Somebody has the goods on a trip, or nobody any more. */
  | { readonly does: 'claim-work'; readonly work: string; readonly by: string | null; readonly to: string | null }
  | { readonly does: 'move-stock'; readonly entries: readonly KeptStockEffect[] }
  | { readonly does: 'open-count'; readonly work: CountWorkThing }
  /** Somebody begins what they were asked to count. */
  | { readonly does: 'claim-count'; readonly work: string; readonly by: string }
  | { readonly does: 'close-count'; readonly work: string }
  | NestPlate
  | OutboundEffect;

/** What a command of this device registered of a line, as its queue keeps it. */
export interface RegisteredByDevice {
  /** The first of them, where it is several. */
  readonly registration: string;
  readonly command: string;
  readonly line: number;
  readonly item: string;
  readonly quantityBase: number;
  /** '' for loose goods. */
  readonly licensePlate: string;
  readonly lot: string | null;
  /** The load it was registered on, and the line of the plate's announcement that it fills. */
  readonly load?: string;
  readonly expectedLine?: number | null;
}

export interface ThingRef {
  readonly kind: ThingKind;
  readonly key: string;
}

/** The things that an effect changes. */
export function touchedBy(effect: Effect): readonly ThingRef[] {
  switch (effect.does) {
    case 'register':
    case 'undo-registration':
    case 'complete':
      return [{ kind: 'inboundOrder', key: effect.order }];
    case 'receive-plate':
      return [{ kind: 'expectedPlate', key: effect.licensePlate }];
    case 'open-work':
      return [{ kind: 'work', key: effect.work.work }];
    case 'take-loose':
    case 'take-offer':
    case 'claim-work':
    case 'close-work':
      return [{ kind: 'work', key: effect.work }];
    case 'open-count':
      return [{ kind: 'countWork', key: effect.work.work }];
    case 'claim-count':
    case 'close-count':
      return [{ kind: 'countWork', key: effect.work }];
    case 'move-stock':
      return effect.entries.flatMap(({ from, to }) => [...refsOf(from), ...refsOf(to)]);
    case 'nest-plate':
      return nestingTouches(effect);
    default:
      return outboundTouches(effect);
  }
}

function refsOf(place: EntryDraft['from']): ThingRef[] {
  const location = isOutside(place.location) ? [] : [{ kind: 'location' as const, key: place.location }];
  const plate = place.licensePlate === null ? [] : [{ kind: 'licensePlate' as const, key: place.licensePlate }];
  return [...location, ...plate];
}

/**
 * A thing as it is after an effect. `isAnswered`: the server has done it and the copy may show it already, so quantities
 * are not added a second time to what is there.
 */
export function afterEffect<Kind extends ThingKind>(
  kind: Kind,
  key: string,
  thing: Things[Kind] | undefined,
  effect: Effect,
  isAnswered: boolean,
): Things[Kind] | undefined {
  const change = changes[kind] as Change<Kind> | undefined;
  return change ? change(thing, effect, key, isAnswered) : thing;
}

type Change<Kind extends ThingKind> = (
  thing: Things[Kind] | undefined,
  effect: Effect,
  key: string,
  isAnswered: boolean,
) => Things[Kind] | undefined;

const changes: { readonly [Kind in ThingKind]?: Change<Kind> } = {
  inboundOrder: changeOrder,
  expectedPlate: changeExpected,
  licensePlate: (thing, effect, key, isAnswered) =>
    changePlate(nestingAfter(thing, effect, key), effect, key, isAnswered),
  location: changeLocation,
  work: changeWork,
  countWork: changeCount,
  pickWork: pickWorkAfter,
  shipment: shipmentAfter,
  outboundLoad: outboundLoadAfter,
};

function changeWork(
  thing: WorkThing | undefined,
  effect: Effect,
  _key: string,
  isAnswered: boolean,
): WorkThing | undefined {
  switch (effect.does) {
    case 'close-work':
      return undefined;
    case 'open-work':
      if (!thing) return effect.work;
      return isAnswered || !effect.work.loose ? thing : withLoose(thing, effect.work.loose, 1);
    case 'take-loose':
      return thing && !isAnswered ? withLoose(thing, effect.taken, -1) : thing;
    case 'take-offer':
      return thing && !isAnswered ? withoutOffers(thing, effect.taken) : thing;
    case 'claim-work':
      return thing && claimed(thing, effect);
    default:
      return thing;
  }
}

function changeCount(thing: CountWorkThing | undefined, effect: Effect): CountWorkThing | undefined {
  if (effect.does === 'close-count') return undefined;
  if (effect.does === 'claim-count') return thing && begun(thing, effect);
  return effect.does === 'open-count' ? (thing ?? effect.work) : thing;
}

function begun(
  { claimedUntil: _, ...thing }: CountWorkThing,
  { by }: Effect & { does: 'claim-count' },
): CountWorkThing {
  return { ...thing, claimedBy: by };
}

function claimed({ claimedUntil: _, ...thing }: WorkThing, { by, to }: Effect & { does: 'claim-work' }): WorkThing {
  return { ...thing, claimedBy: by, toLocation: to ?? thing.toLocation };
}

function withoutOffers({ crossDock = [], ...work }: WorkThing, taken: readonly CrossDockOffer[]): WorkThing {
  const members = ['order', 'line', 'item', 'owner', 'lot', 'serial', 'inventoryStatus'] as const;
  const left = crossDock.flatMap((offer) => {
    const same = taken.filter((one) => members.every((member) => one[member] === offer[member]));
    const quantityBase = offer.quantityBase - same.reduce((sum, one) => sum + one.quantityBase, 0);
    return quantityBase > 0 ? [{ ...offer, quantityBase }] : [];
  });
  return left.length > 0 ? { ...work, crossDock: left } : work;
}

function withLoose(work: WorkThing, goods: readonly PlateContent[], sign: 1 | -1): WorkThing {
  const loose = contentsByKind(work.loose ?? []);
  for (const content of goods) add(loose, content, sign);
  return { ...work, loose: [...loose.values()] };
}

/** Exact however often it is seen: registrations are told apart by the command that made them. */
function changeOrder(thing: InboundOrderThing | undefined, effect: Effect): InboundOrderThing | undefined {
  if (!thing) return undefined;
  if (effect.does === 'register') {
    const known = new Set(thing.registrations.flatMap(commandsOf));
    const added = effect.registrations
      .filter(({ command }) => !known.has(command))
      .map(({ command, line, quantityBase, load }) => ({
        ...{ commands: [command], line, quantityBase },
        ...(load !== undefined && { load }),
      }));
    return { ...thing, registrations: [...thing.registrations, ...added] };
  }
  if (effect.does === 'undo-registration') {
    return { ...thing, registrations: thing.registrations.flatMap((one) => leftAfterUndo(one, effect)) };
  }
  return effect.does === 'complete' ? { ...thing, status: 'completing' } : thing;
}

function leftAfterUndo(
  one: RegistrationThing,
  { command, lines = [] }: Effect & { does: 'undo-registration' },
): RegistrationThing[] {
  if (!commandsOf(one).includes(command)) return [one];
  const commands = commandsOf(one).filter((each) => each !== command);
  const ofLine = lines.filter(({ line }) => line === one.line);
  return commands.length === 0 ? [] : [{ ...one, commands, quantityBase: one.quantityBase - totalBase(ofLine) }];
}

/** Copies of older versions name one command each. */
export function commandsOf(one: RegistrationThing & { readonly command?: string }): readonly string[] {
  return one.commands ?? [one.command ?? ''];
}

function changeExpected(thing: ExpectedPlateThing | undefined, effect: Effect): ExpectedPlateThing | undefined {
  if (!thing || effect.does !== 'receive-plate') return thing;
  const lines = thing.lines.map((line) => ({
    ...line,
    registeredBase: Math.max(line.registeredBase, line.quantityBase),
  }));
  return { ...thing, lines };
}

function changePlate(
  thing: LicensePlateThing | undefined,
  effect: Effect,
  plate: string,
  isAnswered: boolean,
): LicensePlateThing | undefined {
  if (effect.does !== 'move-stock') return thing;
  const touching = eachOf(
    effect.entries.filter(({ from, to }) => from.licensePlate === plate || to.licensePlate === plate),
  );
  if (touching.length === 0) return thing;
  // Of a plate that has hundreds of serial numbers each is found at once.
  const contents = contentsByKind(thing?.contents ?? []);
  let location = thing?.location ?? null;
  for (const entry of touching) {
    const comes = entry.to.licensePlate === plate;
    const goes = entry.from.licensePlate === plate;
    const isThere = isAnswered && thing !== undefined;
    if (comes && (goes || !isThere)) location = entry.to.location;
    // What stays on its plate may have become something else.
    const isSame = comes === goes && entry.from.inventoryStatus === entry.to.inventoryStatus;
    if (isSame || isThere) continue;
    if (goes) add(contents, contentOf(entry, entry.from), -1);
    if (comes) add(contents, contentOf(entry, entry.to), 1);
  }
  return { licensePlate: plate, ...thing, location, contents: [...contents.values()] };
}

/** What stands somewhere, each kind of goods by what tells it from others. */
function contentsByKind(contents: readonly PlateContent[]): Map<string, PlateContent> {
  return new Map(contents.map((content) => [kindOf(content), content]));
}

function kindOf({ item, owner, lot, serial, inventoryStatus }: PlateContent): string {
  return [item, owner, lot, serial, inventoryStatus].join('\u0000');
}

/** More or less of some goods among others; what is used up is gone. */
function add(contents: Map<string, PlateContent>, goods: PlateContent, sign: 1 | -1): void {
  const kind = kindOf(goods);
  const there = contents.get(kind)?.quantityBase ?? 0;
  const leftBase = there + sign * goods.quantityBase;
  contents.delete(kind);
  if (leftBase > 0) contents.set(kind, { ...goods, quantityBase: leftBase });
}

/** Enough for the rules of capacity and mixing: what came stands there now, what left takes up no place any more. */
function changeLocation(
  thing: LocationThing | undefined,
  effect: Effect,
  code: string,
  isAnswered: boolean,
): LocationThing | undefined {
  if (!thing || effect.does !== 'move-stock' || isAnswered) return thing;
  const moved = eachOf(effect.entries);
  const came = moved.filter((entry) => entry.to.location === code && entry.from.location !== code);
  const left = moved.filter((entry) => entry.from.location === code && entry.to.location !== code);
  const plates = thing.plates + platesOf(came, 'to') - platesOf(left, 'from');
  const hasLoose = thing.hasLoose || came.some((entry) => entry.to.licensePlate === null);
  const isEmpty = plates <= 0 && !hasLoose;
  const arrived = came.map(({ item, lot, owner, to }) => ({
    ...{ item, lot: lot ?? '', owner, inventoryStatus: to.inventoryStatus },
  }));
  return {
    ...thing,
    plates: Math.max(0, plates),
    hasLoose,
    weightMilligrams: Math.max(
      0,
      (thing.weightMilligrams ?? 0) + sumOf(came, 'weightMilligrams') - sumOf(left, 'weightMilligrams'),
    ),
    volumeMm3: Math.max(0, (thing.volumeMm3 ?? 0) + sumOf(came, 'volumeMm3') - sumOf(left, 'volumeMm3')),
    contents: isEmpty ? [] : [...thing.contents, ...arrived],
  };
}

function sumOf(entries: readonly StockEffect[], member: 'weightMilligrams' | 'volumeMm3'): number {
  return entries.reduce((sum, entry) => sum + (entry[member] ?? 0), 0);
}

/** How many whole plates stand at one end of the entries. */
function platesOf(entries: readonly StockEffect[], end: 'from' | 'to'): number {
  const whole = entries.filter(({ from, to }) => isOutside(from.location) || from.licensePlate === to.licensePlate);
  return new Set(whole.map((entry) => entry[end].licensePlate).filter((plate) => plate !== null)).size;
}
