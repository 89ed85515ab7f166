import type { Problem } from '#shared/kernel/problem.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import type { PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import type { LicensePlateThing, LocationThing, ThingKind, Things } from '#shared/ledger/thing.ts';

/** Goods at a place that somebody counts: an item by its key, or everything there (null). */
export interface Counted {
  readonly location: string;
  readonly item: string | null;
  /** Keys of what stands there of it, by what the books say. */
  readonly items: readonly string[];
}

/** Goods somewhere; `item` is the key. */
export interface GoodsAt {
  readonly location: string | null;
  readonly item: string;
}

/** A thing without what it tells of goods that are being counted. */
type Withhold<Kind extends ThingKind> = (thing: Things[Kind], counted: readonly Counted[]) => Things[Kind];

/**
 * Who counts must not know what the books say: from the moment they begin, at a place or of an item, until they have said
 * what is there, it is done or withdrawn, or a shift has passed (`blindMs`), whoever else is at it by then, nothing that
 * the server sends to any device they are signed in on tells how much of it is there. Whoever decides on counts
 * (`counting.review`) is told.
 *
 * | what                                               | for who counts there                                          |
 * |----------------------------------------------------|---------------------------------------------------------------|
 * | what stands on a plate, by any name                | left out of copies; a look-up, label or history is refused    |
 * | what stands at a place, its weight and volume      | the same                                                      |
 * | what else is free there                            | left out                                                      |
 * | what was announced and came on a plate             | copies tell everybody what is to come, never what came; a     |
 * |                                                    | list leaves such goods out                                    |
 * | a refusal that says how much there is              | comes without the number (`withoutStock`)                     |
 * | how much is to be fetched from there               | told: whoever fetches it must know                            |
 * | totals of a document, or of an order line on a     | told: what was ordered, came or went once, however many       |
 * | load                                               | places it stands at now, and never on which plate             |
 *
 * What a device knew before is replaced with its next sync: all that is withheld is told anew when a count begins and ends
 * (`tellOfCounted`). So nothing may be withheld here that is not told anew whenever the goods move. What came on a plate is
 * such a thing, which is why copies do without it.
 *
 * Here are the copies. What is asked for is refused or cut by `api/platform/http/blind.ts`.
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

/**
 * Whether somebody counts goods of an item. What came of it on a plate is not told them then: it may stand where they count,
 * on another plate by now.
 */
export function isItemCounted(counted: readonly Counted[], item: string): boolean {
  return counted.some(({ items }) => items.includes(item));
}

/** Members of a refusal that say how much stands somewhere, or how much of it is free. */
const stockNumbers = ['there', 'free', 'available', 'excessKg', 'excessLitres'] as const;
/** Those of them that are about everything at the place, whatever the item. */
const numbersOfAll: readonly string[] = ['excessKg', 'excessLitres'];

/** What of a refusal says how much there is: of everything at a place, of goods there, or nothing. */
export function numbersIn({ params = {} }: Problem): 'all' | 'goods' | null {
  const told = stockNumbers.filter((name) => params[name] !== undefined);
  if (told.length === 0) return null;
  return told.some((name) => numbersOfAll.includes(name)) ? 'all' : 'goods';
}

/** A refusal as it is told to somebody who must not know how much there is: the words leave the number open. */
export function withoutStock<Why extends Problem>(why: Why): Why {
  if (numbersIn(why) === null) return why;
  const told = Object.entries(why.params ?? {}).map(([name, value]) => {
    const isNumber = (stockNumbers as readonly string[]).includes(name);
    return [name, isNumber ? '?' : value];
  });
  return { ...why, params: Object.fromEntries(told) };
}

/**
 * A pallet that carries others has nothing to hide itself, and yet must not be taken for one that carries nothing where all
 * of its place is counted. Where one item is, whether that stands there is no matter of the pallet's: it is not told anew.
 */
function withoutContents(plate: LicensePlateThing, counted: readonly Counted[]): LicensePlateThing {
  const { location, contents, nested } = plate;
  const hidden = contents.filter(({ item }) => isCounted(counted, location, item));
  const carries = nested !== undefined && counted.some((one) => one.item === null && one.location === location);
  if (hidden.length === 0 && !carries) return plate;
  const told = contents.filter((content) => !hidden.includes(content));
  return { ...plate, contents: told, withheld: [...new Set(hidden.map(({ item }) => item))] };
}

/** What stands at a place, weighed, is as good as counted; where goods only pass through, nothing is weighed. */
function withoutWeight(place: LocationThing, counted: readonly Counted[]): LocationThing {
  const isWeighed = useOf(place.type).isPutTarget;
  if (!isWeighed || counted.every(({ location }) => location !== place.code)) return place;
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
