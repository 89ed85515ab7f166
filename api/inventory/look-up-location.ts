import type { Found } from '#shared/inventory/look-up.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { placesTaken } from '#shared/ledger/fits.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import type { Runner } from '../platform/db/connection.ts';
import { locationFacts, locationType } from '../platform/facts/locations.queries.ts';
import { findPlace } from './place.queries.ts';

/**
 * A location as people are shown it, with how full it is. Of a dock or a lane, where nothing limits what stands there
 * and thousands of plates may, the load is left at 0.
 */
export async function locationShown(
  read: Runner,
  warehouse: string,
  code: string,
): Promise<Found['location'] | undefined> {
  const type = await locationType(read, warehouse, code);
  if (type === null) return undefined;
  const isCounted = useOf(type).isPutTarget;
  const state = isCounted ? await locationFacts(read, warehouse, code) : await findPlace(read, warehouse, code);
  if (!state) return undefined;
  const { capacityWeightGrams = null, capacityVolumeCm3 = null } = state;
  return {
    type,
    zone: state.zone,
    isActive: state.isActive,
    plates: placesTaken(state),
    capacityPlates: state.capacityPlates,
    weightKg: fromBase(Math.ceil((state.weightMilligrams ?? 0) / 1000), 3),
    capacityKg: capacityWeightGrams === null ? null : fromBase(capacityWeightGrams, 3),
    volumeLitres: fromBase(Math.ceil((state.volumeMm3 ?? 0) / 1000), 3),
    capacityLitres: capacityVolumeCm3 === null ? null : fromBase(capacityVolumeCm3, 3),
    fixedItem: state.fixedItem === null ? null : itemNumberOf(state.fixedItem),
  };
}
