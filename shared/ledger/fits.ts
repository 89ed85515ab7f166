import { type Problem, problem } from '../kernel/problem.ts';
import { fromBase } from '../kernel/quantity.ts';
import { takesStatus, useOf } from './location-type.ts';

/** The limits of a location and what it takes. What is left out, as in copies of older versions, limits nothing. */
export interface LocationLimits {
  /** Licence plates; what is nested counts with the outermost. Null: no limit. */
  readonly capacityPlates: number | null;
  readonly capacityWeightGrams?: number | null;
  readonly capacityVolumeCm3?: number | null;
  readonly mixedItems: boolean;
  readonly mixedLots: boolean;
  readonly mixedStatuses?: boolean;
  readonly mixedOwners?: boolean;
  /** The key of the one item that belongs here. */
  readonly fixedItem: string | null;
  /** Categories of items that alone may stand here; and those that may not. */
  readonly onlyCategories?: readonly string[] | null;
  readonly barredCategories?: readonly string[] | null;
  /** Null: as the type of the location says, see `takesStatus`. */
  readonly allowedStatuses?: readonly string[] | null;
  /** More loose goods may be taken from here than the books have: see `selectStock`. */
  readonly allowsNegative?: boolean;
}

/**
 * A location with what stands there, as far as the rules of capacity and mixing need it. Goods without a plate take one
 * place together.
 */
export interface LocationState extends LocationLimits {
  readonly code: string;
  readonly type: string;
  readonly zone: string;
  readonly walkSequence: number;
  readonly isActive: boolean;
  /** How many licence plates stand here; what is nested counts with the outermost. */
  readonly plates: number;
  readonly hasLoose: boolean;
  /** What all that stands here weighs, and the space it takes. Items of unknown weight weigh nothing. */
  readonly weightMilligrams?: number;
  readonly volumeMm3?: number;
  /** The different goods that are here. */
  readonly contents: readonly Content[];
}

/** Goods of one kind. `lot` is '' for none. Owner and status that are left out are those of whatever is there. */
export interface Content {
  readonly item: string;
  readonly lot: string;
  readonly owner?: string;
  readonly inventoryStatus?: string;
}

/** What more is known of goods on their way, from the master data of their item. */
export interface GoodsContent extends Content {
  readonly category?: string | null;
  readonly abcClass?: string | null;
  readonly isLotTracked?: boolean;
  readonly isSerialTracked?: boolean;
  readonly isExpiryTracked?: boolean;
}

/** Goods on their way to a location: what is different among them, on a plate or loose. */
export interface Goods {
  readonly licensePlate: string | null;
  readonly contents: readonly GoodsContent[];
  readonly weightMilligrams?: number;
  readonly volumeMm3?: number;
  /** The plate that they come onto stands there already, so they need no place of their own. */
  readonly joinsPlate?: boolean;
  /** A person has said why they are set aside: quarantine takes them whatever their status. */
  readonly isSetAside?: boolean;
}

/**
 * Why goods may not stand at a location, or null when they may. In this order: `location.inactive`,
 * `location.other_item` (it belongs to one item), `location.category_not_allowed`, `location.status_not_allowed`,
 * `location.mixes_items`, `location.mixes_lots`, `location.mixes_statuses`, `location.mixes_owners`, `location.full`
 * (plates), `location.too_heavy`, `location.too_big`.
 */
export function whyNotFit(location: LocationState, goods: Goods): Problem | null {
  const { code } = location;
  if (!location.isActive) return problem('location.inactive', { location: code });
  return whyNotTaken(location, goods) ?? whyNotMixed(location, goods) ?? whyNoRoom(location, goods);
}

/** Why goods may not be put at a place: `location.unknown`, `location.wrong_type` nothing is kept there, `whyNotFit`. */
export function whyNotPut(
  code: string,
  location: Omit<LocationState, 'code'> | null | undefined,
  goods: Goods,
): Problem | null {
  if (!location) return problem('location.unknown', { location: code });
  if (!useOf(location.type).isPutTarget) return problem('location.wrong_type', { location: code, type: location.type });
  return whyNotFit({ ...location, code }, goods);
}

/** What the location takes at all, whatever stands there. */
function whyNotTaken(location: LocationState, goods: Goods): Problem | null {
  const { code, fixedItem, type } = location;
  const isOthers = fixedItem !== null && goods.contents.some(({ item }) => item !== fixedItem);
  if (isOthers) return problem('location.other_item', { location: code, item: numberOf(fixedItem) });
  const strange = goods.contents.find((content) => !takesCategory(location, content.category ?? null));
  if (strange) {
    const category = strange.category ?? '–';
    return problem('location.category_not_allowed', { location: code, item: numberOf(strange.item), category });
  }
  const isAside = goods.isSetAside === true && type === 'quarantine';
  const unfit = goods.contents.find(
    ({ inventoryStatus }) =>
      inventoryStatus !== undefined &&
      !isAside &&
      !takesStatus(type, location.allowedStatuses ?? null, inventoryStatus),
  );
  const status = unfit?.inventoryStatus;
  return status === undefined ? null : problem('location.status_not_allowed', { location: code, status });
}

function takesCategory({ onlyCategories, barredCategories }: LocationLimits, category: string | null): boolean {
  if (onlyCategories && (category === null || !onlyCategories.includes(category))) return false;
  return category === null || !barredCategories?.includes(category);
}

function whyNotMixed(location: LocationState, goods: Goods): Problem | null {
  const params = { location: location.code };
  const there = location.contents[0];
  const all = [...location.contents, ...goods.contents];
  const items = new Set(goods.contents.map(({ item }) => item));
  const present = new Set(location.contents.map(({ item }) => item));
  const mixesItems = new Set([...present, ...items]).size > 1 && [...items].some((item) => !present.has(item));
  if (!location.mixedItems && mixesItems) {
    return problem('location.mixes_items', { ...params, item: numberOf(there?.item ?? goods.contents[0]?.item ?? '') });
  }
  const mixesLots = goods.contents.some(({ item, lot }) => all.some((one) => one.item === item && one.lot !== lot));
  if (!location.mixedLots && mixesLots) return problem('location.mixes_lots', params);
  const statuses = location.mixedStatuses === false ? clashing(location, goods, 'inventoryStatus') : null;
  if (statuses) return problem('location.mixes_statuses', { ...params, status: statuses[0], otherStatus: statuses[1] });
  const owners = location.mixedOwners === false ? clashing(location, goods, 'owner') : null;
  return owners && problem('location.mixes_owners', { ...params, owner: owners[0], otherOwner: owners[1] });
}

/** Two values of a member that would stand side by side because of the goods; null where none would. */
function clashing(
  location: LocationState,
  goods: Goods,
  member: 'inventoryStatus' | 'owner',
): readonly [there: string, coming: string] | null {
  const present = new Set(location.contents.flatMap((content) => content[member] ?? []));
  const coming = new Set(goods.contents.flatMap((content) => content[member] ?? []));
  const added = [...coming].find((value) => !present.has(value));
  const other = [...present, ...coming].find((value) => value !== added);
  return added === undefined || other === undefined ? null : [other, added];
}

function whyNoRoom(location: LocationState, goods: Goods): Problem | null {
  const params = { location: location.code };
  const { capacityPlates } = location;
  const taken = placesTaken(location);
  if (capacityPlates !== null && needsPlace(location, goods) && taken + 1 > capacityPlates) {
    return problem('location.full', { ...params, taken, plates: capacityPlates });
  }
  const { weight, volume } = roomIn(location);
  const tooHeavy = (goods.weightMilligrams ?? 0) - weight;
  if (tooHeavy > 0 && (goods.weightMilligrams ?? 0) > 0) {
    const capacityKg = fromBase(location.capacityWeightGrams ?? 0, 3);
    return problem('location.too_heavy', { ...params, excessKg: fromBase(Math.ceil(tooHeavy / 1000), 3), capacityKg });
  }
  const tooBig = (goods.volumeMm3 ?? 0) - volume;
  if (tooBig > 0 && (goods.volumeMm3 ?? 0) > 0) {
    const capacityLitres = fromBase(location.capacityVolumeCm3 ?? 0, 3);
    const excessLitres = fromBase(Math.ceil(tooBig / 1000), 3);
    return problem('location.too_big', { ...params, excessLitres, capacityLitres });
  }
  return null;
}

function needsPlace(location: LocationState, goods: Goods): boolean {
  if (goods.joinsPlate) return false;
  return goods.licensePlate !== null || !location.hasLoose;
}

/** Plates that stand here, the loose goods counted as one. */
export function placesTaken(location: Pick<LocationState, 'plates' | 'hasLoose'>): number {
  return location.plates + (location.hasLoose ? 1 : 0);
}

/** What a location can still bear: milligrams and cubic millimetres; `Infinity` where nothing limits it. */
export function roomIn(location: LocationState): { readonly weight: number; readonly volume: number } {
  const { capacityWeightGrams = null, capacityVolumeCm3 = null } = location;
  return {
    weight: capacityWeightGrams === null ? Infinity : capacityWeightGrams * 1000 - (location.weightMilligrams ?? 0),
    volume: capacityVolumeCm3 === null ? Infinity : capacityVolumeCm3 * 1000 - (location.volumeMm3 ?? 0),
  };
}

function numberOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
