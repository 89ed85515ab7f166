import type { Goods, LocationState } from './fits.ts';
import { sumOf } from './goods.ts';

/** A location as it will be once these goods stand there: for goods that are on their way, or only imagined. */
export function afterPut(location: LocationState, goods: Goods): LocationState {
  const isOnPlate = goods.licensePlate !== null || goods.joinsPlate === true;
  return {
    ...location,
    plates: location.plates + (goods.licensePlate !== null && !goods.joinsPlate ? 1 : 0),
    hasLoose: location.hasLoose || !isOnPlate,
    weightMilligrams: sumOf(location.weightMilligrams ?? 0, goods.weightMilligrams ?? 0),
    volumeMm3: sumOf(location.volumeMm3 ?? 0, goods.volumeMm3 ?? 0),
    contents: [...location.contents, ...goods.contents],
  };
}

/** Locations with what others are bringing there already; `coming` by code of the location. */
export function withComing<State extends LocationState>(
  locations: readonly State[],
  coming: ReadonlyMap<string, readonly Goods[]>,
): readonly LocationState[] {
  if (coming.size === 0) return locations;
  return locations.map((location) => (coming.get(location.code) ?? []).reduce(afterPut, location as LocationState));
}
