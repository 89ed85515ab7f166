import { type CountBody, count } from '#shared/counting/count.ts';
import { whyNotPlateAt } from '#shared/counting/counted-goods.ts';
import { itemKey, itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import type { CountWorkThing, ItemThing } from '#shared/ledger/thing.ts';
import type { ItemScan } from '#shared/scan/scan.ts';
import { scannedBase } from '../engine/counted-scan.ts';
import {
  type FlowStep,
  type Go,
  go,
  type Prompt,
  refuse,
  say,
  submit,
  type Verdict,
  type World,
} from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { AtGoods, AtPlace, CountStates } from './count.states.ts';
import { rowsOf, told, toQuantity } from './told.ts';

/** What is there? Each item, with its plate before it where it stands on one. */
export const goodsStep: FlowStep<CountStates, AtPlace> = {
  counts: true,
  prompt: ({ work, location, only, licensePlate, lines }, world) => ({
    ask: only === null ? words('count.scanGoods') : words('count.scanItem', { item: itemNumberOf(only) }),
    large: location,
    ...(only !== null && { about: world.thing('item', only)?.description ?? '' }),
    ...(licensePlate !== null && { details: [{ label: 'count.onPlate' as const, value: grouped(licensePlate) }] }),
    ...doubted(work, world),
    rows: rowsOf(lines),
  }),
  needs: ({ only }) => [
    { list: snapshotCode.countWork },
    ...(only === null ? [] : [{ kind: 'item', key: only } as const]),
  ],
  scan: {
    item: takeItem,
    licensePlate: (state, { licensePlate }, world) => {
      const plate = world.thing('licensePlate', licensePlate);
      const known = plate && { number: licensePlate, warehouse: world.warehouse, location: plate.location };
      const elsewhere = known ? whyNotPlateAt(state.location, known, world.warehouse) : null;
      if (elsewhere) return refuse(elsewhere);
      return go('goods', { ...state, licensePlate }, grouped(licensePlate));
    },
    location: (state, { location }) =>
      location === state.location
        ? say('count.sameItStill', { location })
        : say('count.finishFirst', { location: state.location }),
  },
  actions: {
    done: {
      label: 'count.done',
      emphasis: 'primary',
      when: isAnythingHere,
      run: (state, world) => finish(state, { lines: [...state.lines] }, world),
    },
    empty: {
      label: 'count.empty',
      emphasis: 'primary',
      when: (state) => !isAnythingHere(state),
      run: (state, world) => finish(state, { lines: [], empty: true }, world),
    },
    loose: {
      label: 'count.noPlate',
      when: ({ licensePlate }) => licensePlate !== null,
      run: (state) => go('goods', { ...state, licensePlate: null }),
    },
    last: {
      label: 'count.takeBack',
      when: isAnythingHere,
      run: (state) => go('goods', { ...state, lines: state.lines.slice(0, -1) }),
    },
  },
};

/** Whoever counted here before may have stood at another shelf: they are asked, and told nothing of the books. */
function doubted(work: string | null, world: World): Pick<Prompt, 'notice'> {
  const known = foundOf(world.list(snapshotCode.countWork), 'countWork').map(({ value }) => value);
  const doubt = known.find((each) => each.work === work)?.doubt;
  if (doubt?.by !== world.operator) return {};
  return { notice: words('count.doubt', { place: doubt.place, count: doubt.scans }) };
}

function isAnythingHere({ lines, location }: AtPlace): boolean {
  return lines.some((line) => line.location === location);
}

function takeItem(state: AtPlace, scan: ItemScan, world: World): Verdict<CountStates> {
  const item = world.thing('item', itemKey(scan.sourceSystem ?? '', scan.item));
  if (!item) return say('item.unknown', { item: scan.item });
  if (state.only !== null && item.key !== state.only) {
    return say('receive.otherItem', { item: scan.item, expected: itemNumberOf(state.only) });
  }
  const countedBase = scannedBase(item, scan);
  if (typeof countedBase !== 'number') return countedBase;
  const traces = { lot: scan.lot ?? null, expiryDate: scan.expiryDate ?? null };
  const serials = scan.serial === undefined ? [] : [scan.serial];
  return nextFor({ ...state, item: item.key, ...traces, serials, countedBase }, item);
}

/** What is asked next: the lot and its date, each serial number, or how many. */
export function nextFor(state: AtGoods, item: ItemThing): Verdict<CountStates> {
  if (item.isLotTracked && state.lot === null) return go('lot', state);
  if (item.isExpiryTracked && state.expiryDate === null) return go('expiry', state);
  return item.isSerialTracked ? go('serials', state) : toQuantity(state, item);
}

/** All serial numbers are told. */
export function serialsTold(state: AtGoods, item: ItemThing, world: World): Verdict<CountStates> {
  return told(state, state.serials.length * 10 ** item.decimals, item, world);
}

/** Work that was begun here has no number before the server gave it one. */
function finish(state: AtPlace, found: Omit<CountBody, 'work'>, world: World): Verdict<CountStates> {
  const { location, only, lines } = state;
  const open = foundOf(world.list(snapshotCode.countWork), 'countWork').map(({ value }) => value);
  const isMeant = (each: CountWorkThing) => each.item === only && each.location === (only === null ? location : null);
  const work = state.work ?? open.find(isMeant)?.work;
  if (work === undefined) return say('count.gone', { location });
  const everywhere = open.some((each) => each.work === work && each.location === null);
  if (everywhere && only !== null) {
    const none = {
      location,
      item: itemNumberOf(only),
      sourceSystem: sourceSystemOf(only),
      quantity: 0,
      countedAt: new Date(world.nowMs).toISOString(),
    };
    const unit = world.thing('item', only)?.baseUnit ?? '';
    const isTold = lines.some((line) => line.location === location);
    return go('place', { work, only, lines: isTold ? lines : [...lines, { ...none, unit }] });
  }
  const said = words('count.placeTold', { location, count: lines.length });
  const then: Go<CountStates> = state.zone === undefined ? go('begin', {}) : go('next', { zone: state.zone });
  return submit(count, { work, ...found }, then, { told: said });
}
