import { buildPlate } from '#shared/inventory/build-plate.ts';
import { move } from '#shared/inventory/move.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type Goods, whyNotFit } from '#shared/ledger/fits.ts';
import { loadOf } from '#shared/ledger/goods.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { LicensePlateScan } from '#shared/scan/scan.ts';
import { again, type FlowStep, go, type Need, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { goodsOn } from '../engine/goods-on-plate.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { Carried, MoveStates, Moving } from './move.states.ts';

/** Where do they stand now: a place, or a plate that they come onto? */
export const whereStep: FlowStep<MoveStates, Carried> = {
  prompt: ({ goods, what }) => ({
    ask: words(goods.kind === 'plate' ? 'move.scanTo' : 'move.scanToOrPlate'),
    about: what,
    details: detailsOf(goods),
  }),
  needs: ({ goods }, input) => [
    ...goodsNeeds(goods),
    ...(input?.kind === 'scan' && input.scan.kind === 'licensePlate' ? [{ goodsOn: input.scan.licensePlate }] : []),
  ],
  scan: {
    location: (state, { location }, world) => putDown(state, location, undefined, world),
    licensePlate: takeTarget,
  },
  actions: {
    part: {
      label: 'move.onlyPart',
      when: ({ goods }) => goods.kind === 'plate',
      run: ({ goods: { from, licensePlate } }) => go('goods', { from, licensePlate }),
    },
  },
};

/** The plate they come onto has nothing on it: where does it stand? */
export const newPlateStep: FlowStep<MoveStates, MoveStates['newPlate']> = {
  prompt: ({ goods, what, toLicensePlate }) => ({
    ask: words('move.scanPlaceOfPlate'),
    large: grouped(toLicensePlate),
    about: what,
    details: detailsOf(goods),
  }),
  needs: ({ goods }) => goodsNeeds(goods),
  scan: {
    location: ({ toLicensePlate, ...state }, { location }, world) => putDown(state, location, toLicensePlate, world),
  },
};

function detailsOf({ from, licensePlate }: Moving) {
  return [
    { label: 'putAway.from' as const, value: from },
    ...(licensePlate === null ? [] : [{ label: 'putAway.plate' as const, value: grouped(licensePlate) }]),
  ];
}

function goodsNeeds(goods: Moving): Need[] {
  return goods.kind === 'plate' ? [{ goodsOn: goods.licensePlate }] : [{ kind: 'item', key: goods.item }];
}

/** A whole plate stands on another one only when that is scanned twice; what is loose comes onto it at once. */
function takeTarget(
  { goods, what }: Carried,
  { licensePlate: target, known }: LicensePlateScan,
  world: World,
): Verdict<MoveStates> {
  const number = grouped(target);
  if (goods.licensePlate === target && goods.kind === 'plate') return say('move.sameStill', { licensePlate: number });
  const place = (known ? world.thing('licensePlate', target) : undefined)?.location ?? null;
  if (goods.kind === 'part') {
    if (place === null) return go('newPlate', { goods, what, toLicensePlate: target }, number);
    return putDown({ goods, what }, place, target, world);
  }
  if (place === null) return say('inventory.plate_empty', { licensePlate: number });
  if (!world.isConfirmed) return again('move.standOn', { licensePlate: number });
  const { licensePlate } = goods;
  const told = words('move.stoodOn', { what, licensePlate: number });
  return submit(buildPlate, { licensePlate, toLicensePlate: target }, go('begin', {}), { told });
}

function putDown(
  { goods, what }: Carried,
  to: string,
  toLicensePlate: string | undefined,
  world: World,
): Verdict<MoveStates> {
  const why = whyNotThere(goods, to, toLicensePlate, world);
  if (why) return refuse(why);
  const body = { ...named(goods), from: goods.from, to, ...(toLicensePlate !== undefined && { toLicensePlate }) };
  return submit(move, body, go('begin', {}), { told: words('move.done', { what, location: to }) });
}

/** What the shared rule says of a place, said at once: of loose goods the device's copy does not know enough to ask it. */
function whyNotThere(goods: Moving, to: string, onto: string | undefined, world: World): Problem | null {
  if (to === goods.from) return onto === undefined ? problem('inventory.same_place', { location: to }) : null;
  const location = world.thing('location', to);
  const joinsPlate = onto !== undefined;
  return location ? whyNotFit(location, { ...coming(goods, world), joinsPlate, isSetAside: true }) : null;
}

function coming(goods: Moving, world: World): Goods {
  if (goods.kind === 'plate') return goodsOn(goods.licensePlate, world);
  const item = world.thing('item', goods.item);
  const quantityBase = item && readQuantity(item, goods.quantity, goods.unit);
  if (!item || isProblem(quantityBase) || quantityBase === undefined) return { licensePlate: null, contents: [] };
  // Whose they are, and of what status, the device does not know of loose goods.
  const { weightMilligrams, volumeMm3 } = loadOf(item, quantityBase);
  const contents = [{ item: goods.item, lot: goods.lot ?? '', category: item.category ?? null }];
  return { licensePlate: null, contents, weightMilligrams, volumeMm3 };
}

function named(goods: Moving) {
  if (goods.kind === 'plate') return { licensePlate: goods.licensePlate };
  const { item, licensePlate, lot, serials, quantity, unit } = goods;
  return {
    ...{ item: itemNumberOf(item), sourceSystem: sourceSystemOf(item), quantity, unit },
    ...(licensePlate !== null && { licensePlate }),
    ...(lot !== null && { lot }),
    ...(serials.length > 0 && { serials: [...serials] }),
  };
}
