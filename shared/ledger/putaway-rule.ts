import type { LocationType } from './location-type.ts';

/** How a place is chosen among those that a rule names, the nearest to the dock first. */
export const putawayStrategies = ['fixed', 'same-lot', 'same-item', 'empty', 'nearest'] as const;

/**
 * `fixed`: a place that belongs to the item; `same-lot`, `same-item`: where such goods are already; `empty`: where
 * nothing is; `nearest`: the first that takes the goods, whatever is there.
 */
export type PutawayStrategy = (typeof putawayStrategies)[number];

/** What goods stand on: a plate with one item, a plate with several, or nothing. */
export const handlings = ['plate', 'mixed-plate', 'loose'] as const;

export type Handling = (typeof handlings)[number];

/** Which goods a rule is for. All that is named has to fit, for everything on a plate; what is left out fits any. */
export interface PutawayCriteria {
  /** Numbers of items, in whichever source system. */
  readonly items?: readonly string[];
  readonly sourceSystems?: readonly string[];
  readonly categories?: readonly string[];
  readonly abcClasses?: readonly string[];
  readonly owners?: readonly string[];
  readonly inventoryStatuses?: readonly string[];
  readonly isLotTracked?: boolean;
  readonly isSerialTracked?: boolean;
  readonly isExpiryTracked?: boolean;
  readonly handlings?: readonly Handling[];
  /** Zones of the docks where the goods stand. */
  readonly fromZones?: readonly string[];
}

/** Where goods of a kind belong. The rules of a warehouse are tried in their order. */
export interface PutawayRule {
  readonly code: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly when: PutawayCriteria;
  /** Zones that are meant; empty: all. */
  readonly zones: readonly string[];
  /** Types of locations that are meant; empty: storage, and for `fixed` every type that put-away may end at. */
  readonly locationTypes: readonly LocationType[];
  /** Tried one after another. */
  readonly strategies: readonly PutawayStrategy[];
  /** Where it finds no place: the next rule is tried, or the goods have none and a person chooses. */
  readonly otherwise: 'next' | 'stop';
}

/** Where goods come from, for "near" and for rules that ask. */
export interface PutawayOrigin {
  readonly zone: string;
  readonly walkSequence: number;
}
