import type { LicensePlateScan } from '#shared/scan/scan.ts';
import { type FlowStep, flow, go, type Row, say, type Verdict, type World } from '../engine/flow.ts';
import { contentsOf, goodsOn, whatIsOn } from '../engine/goods-on-plate.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { words } from '../ui/words.ts';
import { crossDockStep, forOrder } from './cross-dock.step.ts';
import { facesFirst, facesFirstNeed } from './faces-first.ts';
import { fromStep, looseLotStep, looseNeeds, looseQuantityStep, looseSerialsStep, takeItem } from './loose.steps.ts';
import { inParts, partStep } from './part.step.ts';
import { placeNeeds, proposedFor } from './proposed.ts';
import type { PlateGoods, PutStates } from './put-away.states.ts';
import { elsewhereStep, locationStep, reasonStep } from './put-location.steps.ts';

/**
 * Put-away. The worker takes goods from the dock to where they belong.
 *
 * Where pick faces wait for goods the device says so, with a network: those come first.
 *
 * Scan the licence plate. The device says where to go, in letters that can be read from the truck: the place that was
 * worked out when the goods came in, else one that fits by the warehouse's rules (the item's fixed place, beside the
 * same item, an empty place). Go there, put the goods down, and scan the location, or type the two check digits from its
 * label. That books it, and the next plate is asked for. A put is taken back with Undo: carry the goods back to the dock.
 *
 * If the goods go elsewhere: scan that location; the device says that it is another one. Scan the same location once
 * more to confirm, and choose why. Or press "Elsewhere" first, choose why, then scan where.
 *
 * Goods that an order waits for are offered to it first: the device says which order, and where its shipment is made up.
 * Bring them there and scan the place, or press "Put away" and they go on a shelf as ever. Where the order waits for a part
 * only, take that off; the plate is scanned once more for the rest.
 *
 * What no place bears as a whole is led in parts: take off as much as the device says, bring it there, scan the place.
 *
 * Goods without a plate: scan the item. Where it waits at several docks, scan or choose the dock; a dock where the device
 * knows of none is scanned twice. Choose the lot where there are several, enter how many; what waits there is offered.
 * Goods with serial numbers, if not all of them: scan each. Then go on as with a plate.
 */
export const putAway = flow<PutStates>({
  id: 'put-away',
  permit: 'putaway.put',
  title: 'putAway.title',
  revision: 2,
  start: () => go('plate', {}),
  steps: {
    plate: plateStep(),
    from: fromStep,
    looseLot: looseLotStep,
    looseQuantity: looseQuantityStep,
    looseSerials: looseSerialsStep,
    crossDock: crossDockStep,
    part: partStep,
    location: locationStep,
    reason: reasonStep,
    elsewhere: elsewhereStep,
  },
});

function plateStep(): FlowStep<PutStates, object> {
  return {
    prompt: (_state, world) => {
      const waiting = goodsToPut(world);
      const count = waiting.length;
      return {
        ask: words('putAway.scanPlate'),
        about: words(count === 0 ? 'putAway.nothingToDo' : 'putAway.toDo', { count }),
        rows: rowsByDock(waiting),
        ...facesFirst(world),
      };
    },
    needs: (_state, input) => {
      if (input === null) return [{ list: snapshotCode.openWork }, facesFirstNeed];
      if (input.kind !== 'scan') return [];
      const { scan } = input;
      if (scan.kind === 'item') return looseNeeds(`${scan.sourceSystem ?? ''}:${scan.item}`);
      if (scan.kind !== 'licensePlate') return [];
      const { licensePlate } = scan;
      const work = snapshotCode.workOfPlate(licensePlate);
      return [{ list: snapshotCode.docks }, ...placeNeeds, { list: work }, { goodsOn: licensePlate }];
    },
    scan: { licensePlate: takePlate, item: takeItem },
  };
}

/** Plates, and loose goods of an item, that wait: the dock of each. */
function goodsToPut(world: World): string[] {
  const works = foundOf(world.list(snapshotCode.openWork), 'work').filter(({ value }) => value.type === 'putaway');
  const docks = works.map(({ value }) => {
    const { licensePlate, item, fromLocation } = value;
    return [licensePlate ?? `${item} at ${fromLocation}`, fromLocation] as const;
  });
  return [...new Map(docks).values()];
}

function rowsByDock(docks: readonly string[]): Row[] {
  const byDock = Map.groupBy(docks, (dock) => dock);
  return [...byDock].sort().map(([dock, goods]) => ({ title: dock, value: String(goods.length) }));
}

function takePlate(_state: object, scan: LicensePlateScan, world: World): Verdict<PutStates> {
  const { licensePlate } = scan;
  if (!scan.known) return say('putaway.plate_unknown', { licensePlate });
  const plate = world.thing('licensePlate', licensePlate);
  const contents = plate ? contentsOf(plate, world) : [];
  if (!plate || contents.length === 0) return say('putAway.plateEmpty', { licensePlate });
  const isAtDock = foundOf(world.list(snapshotCode.docks), 'location').some(({ key }) => key === plate.location);
  if (!isAtDock) return say('putaway.already_done', { goods: licensePlate });
  const what = whatIsOn(contents);
  const works = foundOf(world.list(snapshotCode.workOfPlate(licensePlate)), 'work');
  const proposed = proposedFor(goodsOn(licensePlate, world), plate.location, works, world);
  const goods: PlateGoods = { kind: 'plate', licensePlate };
  const waited = forOrder({ goods, what, proposed }, contents, works, world);
  if (waited) return go('crossDock', waited, words('putAway.offered', { what, order: waited.order }));
  const parts = proposed === null ? inParts(licensePlate, what, world) : null;
  if (parts) return go('part', parts, words('putAway.inParts', { count: parts.total, what }));
  return go('location', { goods, what, proposed }, what);
}
