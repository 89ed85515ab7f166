import type { DiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import { type FlowStep, go, say } from '../engine/flow.ts';
import { type TextKey, words } from '../ui/words.ts';
import { type Counted, nextFor, partsOf } from './goods.ts';
import { goodsNeeds, progressIn } from './progress.ts';
import type { ReceiveStates } from './receive.states.ts';

/** What can be wrong with goods at the dock. Too many and too few are not: those show when the delivery is closed. */
const conditions: readonly DiscrepancyClass[] = ['damage', 'quality', 'expiry', 'wrong-goods', 'wrong-label', 'other'];

const names: Readonly<Record<string, TextKey>> = {
  damage: 'condition.damage',
  quality: 'condition.quality',
  expiry: 'condition.expiry',
  'wrong-goods': 'condition.wrongGoods',
  'wrong-label': 'condition.wrongLabel',
  other: 'condition.other',
};

export function conditionWords(condition: DiscrepancyClass) {
  return words(names[condition] ?? 'condition.other');
}

const photosAtMost = 10;

/** What is wrong with these goods? Damaged ones, and ones to be looked at, are set aside by it. */
export const conditionStep: FlowStep<ReceiveStates, Counted> = {
  prompt: (goods, world) => ({
    ask: words('receive.whatIsWrong'),
    about: goods.description,
    ...progressIn(goods, world),
  }),
  needs: goodsNeeds,
  choose: {
    options: () => conditions.map((condition) => ({ key: condition, title: conditionWords(condition) })),
    pick: (goods, key) => {
      const condition = conditions.find((each) => each === key);
      return condition ? go('photos', { ...goods, condition }, conditionWords(condition)) : say('flow.notOffered');
    },
  },
  actions: {
    nothing: {
      label: 'receive.nothingWrong',
      when: ({ condition }) => condition !== undefined,
      run: ({ condition: _, photos: __, ...goods }, world) => {
        const item = world.thing('item', goods.item);
        return item ? nextFor(goods, item, world) : say('receiving.item_unknown', { item: partsOf(goods.item)[1] });
      },
    },
  },
};

/** Photos of it, kept on the device until there is a network; then the plate. */
export const photosStep: FlowStep<ReceiveStates, Counted> = {
  prompt: (goods, world) => ({
    ask: words('receive.takePhotos'),
    ...(goods.condition && { large: conditionWords(goods.condition) }),
    about: goods.description,
    details: [{ label: 'receive.photos', value: String(goods.photos?.length ?? 0) }],
    ...progressIn(goods, world),
  }),
  needs: goodsNeeds,
  photo: (goods, photo) => {
    const photos = [...(goods.photos ?? []), photo];
    if (photos.length > photosAtMost) return say('receive.photosEnough', { limit: photosAtMost });
    return go('photos', { ...goods, photos }, words('receive.photoTaken', { count: photos.length }));
  },
  actions: {
    done: {
      label: 'receive.photosDone',
      emphasis: 'primary',
      when: ({ photos = [] }) => photos.length > 0,
      run: (goods) => go('plate', goods),
    },
    withoutPhoto: {
      label: 'receive.withoutPhoto',
      when: ({ photos = [] }) => photos.length === 0,
      run: (goods) => go('plate', goods),
    },
  },
};
