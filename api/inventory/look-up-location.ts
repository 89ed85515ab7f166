import type { Found } from '#shared/inventory/look-up.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { handsType, isCodeOfHands, useOf } from '#shared/ledger/location-type.ts';
import { roomTakenOf } from '#shared/ledger/room-taken.ts';
import type { Runner } from '../platform/db/connection.ts';
import { locationFacts, locationType } from '../platform/facts/locations.queries.ts';
import { openWorkOf } from './look-up.queries.ts';
import { goodsOf, type LookUp, workOf } from './look-up-common.ts';
import { findPlace } from './place.queries.ts';

/** A location, or somebody's hands: what is there, whom it is promised, what is to be done there, who brought it. */
export async function foundLocation(asked: LookUp, location: string): Promise<Found | null> {
  const { read, warehouse, nowMs } = asked;
  const [goods, shown, work] = await Promise.all([
    goodsOf(asked, { location }, { of: 'location', location }),
    locationShown(read, warehouse, location),
    openWorkOf(read, warehouse, { location }),
  ]);
  if (!shown) return null;
  return {
    kind: 'location',
    name: location,
    sourceSystem: null,
    description: null,
    location: shown,
    ...goods,
    expected: [],
    work: work.map((row) => workOf(row, nowMs)),
  };
}

/**
 * A location as people are shown it, with how full it is. Of a dock or a lane, where nothing limits what stands there
 * and thousands of plates may, the load is left at 0.
 */
async function locationShown(read: Runner, warehouse: string, code: string): Promise<Found['location'] | undefined> {
  if (isCodeOfHands(code)) return hands;
  const type = await locationType(read, warehouse, code);
  if (type === null) return undefined;
  const isCounted = useOf(type).isPutTarget;
  const state = isCounted ? await locationFacts(read, warehouse, code) : await findPlace(read, warehouse, code);
  if (!state) return undefined;
  return {
    type,
    zone: state.zone,
    isActive: state.isActive,
    ...roomTakenOf(state),
    fixedItem: state.fixedItem === null ? null : itemNumberOf(state.fixedItem),
  };
}

/** Nothing limits what somebody carries. */
const hands = {
  type: handsType,
  ...{ zone: '', isActive: true, plates: 0, capacityPlates: null, weightKg: 0, capacityKg: null },
  ...{ volumeLitres: 0, capacityLitres: null, fixedItem: null },
};
