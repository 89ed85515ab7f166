import type { PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import type { LicensePlateThing, LocationThing, ThingKind, Things } from '#shared/ledger/thing.ts';

/** Goods at a place that somebody counts: an item by its key, or everything there (null). */
export interface Counted {
  readonly location: string;
  readonly item: string | null;
  /** Plates there with such goods, by what the books say. */
  readonly plates: readonly string[];
}

/** Goods somewhere; `item` is the key. */
export interface GoodsAt {
  readonly location: string | null;
  readonly item: string;
}

/** A thing without what it tells of goods that are being counted. */
type Withhold<Kind extends ThingKind> = (thing: Things[Kind], counted: readonly Counted[]) => Things[Kind];

/**
 * The things that tell how much stands at a place. What is to be fetched from there is told: whoever fetches it must know.
 * So are the documents of what came in and goes out, which say what was received once and not what is there now.
 */
const withholders: { readonly [Kind in ThingKind]?: Withhold<Kind> } = {
  licensePlate: withoutContents,
  location: withoutWeight,
  pickWork: withoutFree,
};

/** Whether things of a kind tell how much of something stands at a place that can be counted. */
export function tellsOfStock(kind: string): boolean {
  return Object.hasOwn(withholders, kind);
}

/** A thing as it is told to somebody who counts these goods. The very same thing where it tells nothing of them. */
export function withheld(kind: string, thing: unknown, counted: readonly Counted[]): unknown {
  const withhold = withholders[kind as ThingKind] as Withhold<ThingKind> | undefined;
  return counted.length > 0 && withhold ? withhold(thing as Things[ThingKind], counted) : thing;
}

/** The place of the first of the goods that somebody counts; null: of none of them. */
export function placeCounted(counted: readonly Counted[], goods: readonly GoodsAt[]): string | null {
  return goods.find(({ location, item }) => isCounted(counted, location, item))?.location ?? null;
}

function isCounted(counted: readonly Counted[], at: string | null, item: string): boolean {
  return counted.some((one) => one.location === at && isOfItem(one, item));
}

function isOfItem(one: Counted, item: string): boolean {
  return one.item === null || one.item === item;
}

/** Whether a plate with goods of the item stands where they are counted. */
export function isOnCountedPlate(counted: readonly Counted[], licensePlate: string, item: string): boolean {
  return licensePlate !== '' && counted.some((one) => one.plates.includes(licensePlate) && isOfItem(one, item));
}

/** A pallet that carries others has nothing to hide itself, and yet must not be taken for one that carries nothing. */
function withoutContents(plate: LicensePlateThing, counted: readonly Counted[]): LicensePlateThing {
  const { location, contents, nested } = plate;
  const hidden = contents.filter(({ item }) => isCounted(counted, location, item));
  const carries = nested !== undefined && counted.some((one) => one.location === location);
  if (hidden.length === 0 && !carries) return plate;
  const told = contents.filter((content) => !hidden.includes(content));
  return { ...plate, contents: told, withheld: [...new Set(hidden.map(({ item }) => item))] };
}

/** What stands at a place, weighed, is as good as counted. */
function withoutWeight(place: LocationThing, counted: readonly Counted[]): LocationThing {
  if (counted.every(({ location }) => location !== place.code)) return place;
  const { weightMilligrams: _weight, volumeMm3: _volume, ...told } = place;
  return told;
}

/** What is free at a place besides what is fetched from there. */
function withoutFree(work: PickWorkThing, counted: readonly Counted[]): PickWorkThing {
  const lines = work.lines.map(({ moreBase, ...line }) => {
    const isHere = isCounted(counted, line.location, line.item);
    const alternatives = line.alternatives.filter(({ location }) => !isCounted(counted, location, line.item));
    return { ...line, alternatives, ...(moreBase !== undefined && !isHere && { moreBase }) };
  });
  return { ...work, lines };
}
