import { type FlowStep, go, say, type Verdict, type World } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import { type Goods, nextFor, partsOf } from './goods.ts';
import { goodsNeeds, progressIn } from './progress.ts';
import type { ReceiveStates } from './receive.states.ts';
import { type LabelOfGoods, takeLabel } from './receive-item.steps.ts';

/**
 * The date has passed, or is too near. It may be misread: the date of another label takes its place. If it is right, the
 * goods are booked as what they are, and go to quarantine: standing at the dock unbooked they would be nobody's.
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
  scan: {
    details: correct,
    item: correct,
  },
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

/** What another label of the goods says, instead. */
function correct(goods: Goods, scan: LabelOfGoods, world: World): Verdict<ReceiveStates> {
  const { expiryDate, lot } = scan;
  const isSame = expiryDate === goods.expiryDate && (lot ?? goods.lot) === goods.lot;
  return isSame
    ? say('receive.sameDate', { text: scan.text, date: expiryDate ?? '' })
    : takeLabel(goods, scan, world, true);
}
