import type { LicensePlateScan } from '#shared/scan/scan.ts';
import { again, type FlowStep, go, type Need, say, type Verdict, type World } from '../engine/flow.ts';
import { contentsOf } from '../engine/goods-on-plate.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { MoveStates, Nowhere } from './move.states.ts';
import { nextFor, plateTaken, scannedItem } from './move-goods.steps.ts';

/** What a plate that is scanned is looked up by. */
export function plateNeeds(licensePlate: string): Need[] {
  return [{ goodsOn: licensePlate }, { list: snapshotCode.workOfPlate(licensePlate) }];
}

/** What is moved? */
export const beginStep: FlowStep<MoveStates, object> = {
  prompt: () => ({ ask: words('move.scanGoods'), about: words('move.scanGoodsHint') }),
  needs: (_state, input) => {
    if (input?.kind !== 'scan' || input.scan.kind !== 'licensePlate') return [];
    return input.scan.known ? plateNeeds(input.scan.licensePlate) : [];
  },
  scan: {
    licensePlate: takePlate,
    location: (_state, { location }) => go('goods', { from: location, licensePlate: null }, location),
    item: (_state, scan, world) => {
      const item = world.thing('item', `${scan.sourceSystem ?? ''}:${scan.item}`);
      return item ? go('place', scannedItem(item, scan), item.description) : say('item.unknown', { item: scan.item });
    },
  },
};

/** A plate that somebody else waits for, or that stands on another one, is scanned twice. */
function takePlate(_state: object, { licensePlate, known }: LicensePlateScan, world: World): Verdict<MoveStates> {
  const plate = known ? world.thing('licensePlate', licensePlate) : undefined;
  if (!plate) return say('inventory.plate_unknown', { licensePlate: grouped(licensePlate) });
  const contents = contentsOf(plate, world);
  const from = plate.location;
  if (contents.length === 0 || from === null) {
    return say('inventory.plate_empty', { licensePlate: grouped(licensePlate) });
  }
  const waits = foundOf(world.list(snapshotCode.workOfPlate(licensePlate)), 'work').length > 0;
  const plateNumber = grouped(licensePlate);
  if (waits && !world.isConfirmed) return again('move.waitsForPutAway', { licensePlate: plateNumber });
  if (plate.parent !== undefined && !world.isConfirmed) {
    return again('move.standsOn', { licensePlate: plateNumber, parent: grouped(plate.parent) });
  }
  return plateTaken(from, licensePlate, contents);
}

/** The item is known: where does it stand? */
export const placeStep: FlowStep<MoveStates, Nowhere> = {
  prompt: ({ description }) => ({ ask: words('move.scanFrom'), about: description }),
  needs: ({ item }, input) => [
    { kind: 'item', key: item },
    ...(input?.kind === 'scan' && input.scan.kind === 'licensePlate' ? [{ goodsOn: input.scan.licensePlate }] : []),
  ],
  scan: {
    location: (state, { location }, world) => {
      const item = world.thing('item', state.item);
      return item ? nextFor({ ...state, from: location, licensePlate: null }, item, world) : say('flow.notOffered');
    },
    licensePlate: (state, { licensePlate, known }, world) => {
      const plate = known ? world.thing('licensePlate', licensePlate) : undefined;
      const item = world.thing('item', state.item);
      if (!plate?.location || !item) return say('inventory.plate_unknown', { licensePlate: grouped(licensePlate) });
      return nextFor({ ...state, from: plate.location, licensePlate }, item, world);
    },
  },
};
