import type { LabelDetails } from '#shared/scan/scan.ts';
import { type FlowStep, go, say, type Verdict, type World } from '../engine/flow.ts';
import { serialEntry } from '../engine/serial-entry.ts';
import { words } from '../ui/words.ts';
import type { AtGoods, CountStates } from './count.states.ts';
import { nextFor, serialsTold } from './goods.step.ts';
import { toQuantity } from './told.ts';

/** Which lot is it? */
export const lotStep: FlowStep<CountStates, AtGoods> = {
  prompt: (state, world) => ({ ask: words('receive.scanLot'), about: described(state, world) }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  scan: {
    details: (state, scan, world) => takeLot(state, { ...scan, lot: scan.lot ?? scan.text }, world),
    unknown: (state, scan, world) =>
      scan.refused ? say(scan.code, scan.params) : takeLot(state, { ...scan, lot: scan.lot ?? scan.text }, world),
  },
  enter: {
    kind: 'text',
    label: 'receive.lot',
    maxLength: 64,
    run: (state, text, world) => takeLot(state, { lot: text.trim() }, world),
  },
};

function takeLot(state: AtGoods, { lot, expiryDate }: LabelDetails, world: World): Verdict<CountStates> {
  const item = world.thing('item', state.item);
  if (!item || lot === undefined || lot === '') return say('flow.notOffered');
  return nextFor({ ...state, lot, expiryDate: expiryDate ?? state.expiryDate }, item);
}

/** Until when is it good? Where the label does not say, it is as it is on the books. */
export const expiryStep: FlowStep<CountStates, AtGoods> = {
  prompt: (state, world) => ({ ask: words('receive.enterExpiry'), about: described(state, world) }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  scan: {
    details: (state, { expiryDate }, world) =>
      expiryDate === undefined ? say('flow.notOffered') : takeDate(state, expiryDate, world),
  },
  enter: { kind: 'date', label: 'receive.expiry', run: takeDate },
  actions: {
    skip: {
      label: 'count.noDate',
      run: (state, world) => {
        const item = world.thing('item', state.item);
        if (!item) return say('flow.notOffered');
        return item.isSerialTracked ? go('serials', state) : toQuantity(state, item);
      },
    },
  },
};

function takeDate(state: AtGoods, expiryDate: string, world: World): Verdict<CountStates> {
  const item = world.thing('item', state.item);
  return item ? nextFor({ ...state, expiryDate }, item) : say('flow.notOffered');
}

/** Each piece by its serial number. */
export const serialsStep: FlowStep<CountStates, AtGoods> = {
  prompt: (state, world) => ({
    ask: words('receive.scanSerial'),
    about: described(state, world),
    rows: [...state.serials].reverse().map((serial) => ({ title: serial })),
  }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  ...serialEntry(takeSerial),
  actions: {
    done: {
      label: 'count.allSerials',
      emphasis: 'primary',
      when: ({ serials }) => serials.length > 0,
      run: (state, world) => {
        const item = world.thing('item', state.item);
        return item ? serialsTold(state, item, world) : say('flow.notOffered');
      },
    },
  },
};

function takeSerial(state: AtGoods, serial: string): Verdict<CountStates> {
  if (state.serials.includes(serial)) return say('pick.serialTwice', { serial });
  return go('serials', { ...state, serials: [...state.serials, serial] }, serial);
}

function described({ item }: AtGoods, world: World): string {
  return world.thing('item', item)?.description ?? item;
}
