import { fromBase } from '#shared/kernel/quantity.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import { countedIn, scannedMore } from '../engine/counted-scan.ts';
import { type FlowStep, refuse, say } from '../engine/flow.ts';
import { amount, words } from '../ui/words.ts';
import type { AtGoods, CountStates } from './count.states.ts';
import { told, toQuantity } from './told.ts';

/** How many? Each further scan counts, or the number is typed. Nothing is suggested: who counts must look. */
export const quantityStep: FlowStep<CountStates, AtGoods> = {
  counts: true,
  prompt: ({ item: key, countedBase, lot }, world) => {
    const item = world.thing('item', key);
    const counted = fromBase(countedBase, item?.decimals ?? 0);
    return {
      ask: words('count.howMany'),
      about: item?.description ?? key,
      ...(countedBase > 0 && { large: amount(counted, item?.baseUnit ?? '') }),
      ...(lot !== null && { details: [{ label: 'receive.lot' as const, value: lot }] }),
    };
  },
  needs: ({ item }) => [{ kind: 'item', key: item }],
  scan: {
    item: (state, scan, world) => {
      const more = scannedMore(state.item, scan, world);
      if ('verdict' in more) return more;
      return toQuantity({ ...state, countedBase: state.countedBase + more.moreBase }, more.item);
    },
  },
  enter: {
    kind: 'number',
    ...countedIn(),
    run: (state, { quantity, unit }, world) => {
      const item = world.thing('item', state.item);
      if (!item) return say('flow.notOffered');
      const quantityBase = quantity === 0 ? 0 : readQuantity(item, quantity, unit);
      return isProblem(quantityBase) ? refuse(quantityBase) : told(state, quantityBase, item, world);
    },
  },
  actions: {
    done: {
      label: 'count.soMany',
      emphasis: 'primary',
      when: ({ countedBase }) => countedBase > 0,
      run: (state, world) => {
        const item = world.thing('item', state.item);
        return item ? told(state, state.countedBase, item, world) : say('flow.notOffered');
      },
    },
  },
};
