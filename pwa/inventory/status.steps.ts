import { changeStatus } from '#shared/inventory/change-status.ts';
import { itemKey, itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { statusReasons } from '#shared/ledger/restated.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import { countedIn } from '../engine/counted-scan.ts';
import { type FlowStep, go, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { Meant, OfItem, StatusStates } from './status.states.ts';

const nothingYet = {
  location: null,
  licensePlate: null,
  item: null,
  lot: null,
  serial: null,
  quantity: null,
  unit: null,
};

/** Which goods? A plate with all that is on it, or a place. */
export const beginStep: FlowStep<StatusStates, object> = {
  prompt: () => ({ ask: words('status.scanGoods'), about: words('status.scanGoodsHint') }),
  scan: {
    licensePlate: (_state, { licensePlate }) => go('status', { ...nothingYet, licensePlate }, grouped(licensePlate)),
    location: (_state, { location }) => go('goods', { location }, location),
  },
};

/** What of the place? */
export const goodsStep: FlowStep<StatusStates, StatusStates['goods']> = {
  prompt: ({ location }) => ({ ask: words('status.scanItem'), large: location }),
  scan: {
    licensePlate: ({ location }, { licensePlate }) =>
      go('status', { ...nothingYet, location, licensePlate }, grouped(licensePlate)),
    item: ({ location }, scan, world) => {
      const item = world.thing('item', itemKey(scan.sourceSystem ?? '', scan.item));
      if (!item) return say('item.unknown', { item: scan.item });
      const of = { location, item: item.key, lot: scan.lot ?? null };
      if (scan.serial !== undefined) return go('status', { ...meantOf(of), serial: scan.serial }, scan.serial);
      return nextFor(of, item);
    },
  },
  actions: {
    all: {
      label: 'status.everything',
      run: ({ location }) => go('status', { ...nothingYet, location }, words('status.everythingAt', { location })),
    },
  },
};

/** Which lot? */
export const lotStep: FlowStep<StatusStates, OfItem> = {
  prompt: (state, world) => ({ ask: words('receive.scanLot'), about: described(state, world), large: state.location }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  scan: {
    details: (state, scan, world) => takeLot(state, scan.lot ?? scan.text, world),
    unknown: (state, scan, world) =>
      scan.refused ? say(scan.code, scan.params) : takeLot(state, scan.lot ?? scan.text, world),
  },
  enter: { kind: 'text', label: 'receive.lot', maxLength: 64, run: takeLot },
  actions: { all: { label: 'status.allLots', run: (state) => go('status', meantOf(state)) } },
};

function takeLot(state: OfItem, text: string, world: World): Verdict<StatusStates> {
  const item = world.thing('item', state.item);
  const lot = text.trim();
  return item && lot !== '' ? nextFor({ ...state, lot }, item) : say('flow.notOffered');
}

/** Which piece? */
export const serialStep: FlowStep<StatusStates, OfItem> = {
  prompt: (state, world) => ({
    ask: words('receive.scanSerial'),
    about: described(state, world),
    large: state.location,
  }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  scan: {
    item: (state, { serial }) => (serial === undefined ? say('flow.notOffered') : takeSerial(state, serial)),
    details: (state, { serial, text }) => takeSerial(state, serial ?? text),
    unknown: (state, scan) =>
      scan.refused ? say(scan.code, scan.params) : takeSerial(state, scan.serial ?? scan.text),
  },
  enter: { kind: 'text', label: 'status.serial', maxLength: 64, run: takeSerial },
  actions: { all: { label: 'status.allOfIt', run: (state) => go('status', meantOf(state)) } },
};

function takeSerial(state: OfItem, text: string): Verdict<StatusStates> {
  const serial = text.trim();
  return serial === '' ? say('flow.notOffered') : go('status', { ...meantOf(state), serial }, serial);
}

/** How much of it? */
export const quantityStep: FlowStep<StatusStates, OfItem> = {
  prompt: (state, world) => ({ ask: words('status.howMany'), about: described(state, world), large: state.location }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  enter: {
    kind: 'number',
    ...countedIn(),
    run: (state, { quantity, unit }) =>
      quantity > 0 ? go('status', { ...meantOf(state), quantity, unit }) : say('flow.notOffered'),
  },
  actions: { all: { label: 'status.allOfIt', emphasis: 'primary', run: (state) => go('status', meantOf(state)) } },
};

/** What is asked next of an item: its lot, its serial number, or how much. */
function nextFor(of: OfItem, item: ItemThing): Verdict<StatusStates> {
  if (item.isLotTracked && of.lot === null) return go('lot', of, item.description);
  return item.isSerialTracked ? go('serial', of, item.description) : go('quantity', of, item.description);
}

function meantOf({ location, item, lot }: OfItem): Meant {
  return { ...nothingYet, location, item, lot };
}

function described({ item: key }: OfItem, world: World): string {
  return world.thing('item', key)?.description ?? itemNumberOf(key);
}

/** What are they now? */
export const statusStep: FlowStep<StatusStates, Meant> = {
  prompt: (state) => ({ ask: words('status.choose'), about: whatOf(state) }),
  choose: {
    options: () => [...inventoryStatuses].reverse().map((key) => ({ key, title: words(`stockStatus.${key}`) })),
    pick: (state, to) =>
      inventoryStatuses.some((known) => known === to) ? go('reason', { ...state, to }) : say('flow.notOffered'),
  },
};

/** Why? */
export const reasonStep: FlowStep<StatusStates, StatusStates['reason']> = {
  prompt: (state) => ({ ask: words('status.why'), about: whatOf(state) }),
  choose: {
    options: () => offered.map((key) => ({ key, title: words(`reason.${key}`) })),
    pick: (state, reason) => {
      const { to } = state;
      if (!statusReasons.some((known) => known === reason)) return say('flow.notOffered');
      const told = words('status.done', { what: whatOf(state) });
      return submit(changeStatus, { ...goodsOf(state), to, reason }, go('begin', {}), { told });
    },
  },
};

/** What is not there has no status. */
const offered = statusReasons.filter((reason) => reason !== 'not-there' && reason !== 'found');

function goodsOf({ location, licensePlate, item, lot, serial, quantity, unit }: Meant) {
  return {
    ...(location !== null && { location }),
    ...(licensePlate !== null && { licensePlate }),
    ...(item !== null && { item: itemNumberOf(item), sourceSystem: sourceSystemOf(item) }),
    ...(lot !== null && { lot }),
    ...(serial !== null && { serials: [serial] }),
    ...(quantity !== null && { quantity }),
    ...(unit !== null && { unit }),
  };
}

function whatOf({ location, licensePlate, item, lot, serial, quantity, unit }: Meant): string {
  const goods = [quantity, unit, item === null ? null : itemNumberOf(item), lot, serial].filter((one) => one !== null);
  const where = licensePlate === null ? location : grouped(licensePlate);
  return [goods.join(' '), where].filter((one) => one !== '' && one !== null).join(' · ');
}
