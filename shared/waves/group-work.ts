import { totalBase } from '../kernel/quantity.ts';
import type { ReleasedPart } from './plan-release.ts';
import { inWalkingOrder } from './walk.ts';

/** A part of a release with where its goods are. */
export interface PlacedPart extends ReleasedPart {
  /** The key of its order. */
  readonly order: string;
  readonly location: string;
  readonly licensePlate: string;
  readonly lot: string;
  readonly serial: string;
  readonly zone: string;
  readonly walkSequence: number;
  /** The work that brings the goods to the place first; null or left out: they are there. */
  readonly broughtBy?: string | null;
}

/** One stop of a walk: goods of one kind for one order line, taken at one place. Serials that were not asked for are free. */
export interface WorkStop {
  readonly parts: readonly PlacedPart[];
  readonly first: PlacedPart;
  readonly serial: string;
  readonly quantityBase: number;
}

export interface PlannedWork {
  readonly zone: string;
  readonly stops: readonly WorkStop[];
}

/**
 * What a shipment's goods are fetched by: one walk, or one for each zone. Stops are in walking order; what is taken at one
 * place for one line is one stop.
 */
export function groupWork(parts: readonly PlacedPart[], byZone: boolean): PlannedWork[] {
  const zones = Map.groupBy(parts, ({ zone }) => (byZone ? zone : ''));
  return [...zones]
    .sort(([a], [b]) => compare(a, b))
    .map(([zone, ofZone]) => ({
      zone: zone || (ofZone[0]?.zone ?? ''),
      stops: walked([...Map.groupBy(ofZone, keyOf).values()].map(stopOf)),
    }));
}

function keyOf({ order, line, location, licensePlate, lot, broughtBy = null }: PlacedPart): string {
  return JSON.stringify([order, line.line, location, licensePlate, lot, broughtBy]);
}

function stopOf(parts: readonly PlacedPart[]): WorkStop {
  const [first] = parts as readonly [PlacedPart, ...PlacedPart[]];
  return {
    parts,
    first,
    serial: first.line.serial ?? '',
    quantityBase: totalBase(parts),
  };
}

/** Place after place; what is taken at the same place goes plate by plate, order by order. */
function walked(stops: readonly WorkStop[]): WorkStop[] {
  const places = Map.groupBy(stops, ({ first }) => first.location);
  const order = inWalkingOrder(
    [...places].map(([location, [stop]]) => ({ location, walkSequence: stop?.first.walkSequence ?? 0 })),
  );
  return order.flatMap(({ location }) => (places.get(location) ?? []).toSorted(atPlace));
}

function atPlace({ first: a }: WorkStop, { first: b }: WorkStop): number {
  return compare(a.licensePlate, b.licensePlate) || compare(a.order, b.order) || a.line.line - b.line.line;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
