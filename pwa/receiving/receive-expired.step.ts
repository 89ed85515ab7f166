import { type FlowStep, go, say } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import { type Goods, nextFor, partsOf } from './goods.ts';
import { goodsNeeds, progressIn } from './progress.ts';
import type { ReceiveStates } from './receive.states.ts';

/**
 * The date has passed, or is too near. It may be misread; if it is right, the goods are booked as what they are, and go
 * to quarantine: standing at the dock unbooked they would be nobody's.
 */
export const expiredStep: FlowStep<ReceiveStates, Goods> = {
  prompt: (goods, world) => ({
    ask: words('receive.isDateRight'),
    large: goods.expiryDate ?? '',
    about: goods.description,
    notice: words('receive.expiredTodo'),
    details: goods.lot === null ? [] : [{ label: 'receive.lot', value: goods.lot }],
    ...progressIn(goods, world),
  }),
  needs: goodsNeeds,
  actions: {
    confirm: {
      label: 'receive.bookExpired',
      emphasis: 'primary',
      run: (goods, world) => {
        const item = world.thing('item', goods.item);
        return item
          ? nextFor({ ...goods, condition: 'expiry' }, item, world)
          : say('receiving.item_unknown', { item: partsOf(goods.item)[1] });
      },
    },
    otherDate: { label: 'receive.otherDate', run: (goods) => go('expiry', { ...goods, expiryDate: null }) },
  },
};
