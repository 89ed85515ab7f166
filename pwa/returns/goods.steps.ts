import { type Disposition, dispositions } from '#shared/returns/disposition.ts';
import { register } from '#shared/returns/register.ts';
import { type FlowStep, go, say, submit } from '../engine/flow.ts';
import { bodyOfGoods, plateEntry } from '../engine/goods-entry.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, type TextKey, words } from '../ui/words.ts';
import type { Counted, Disposed, ReturnStates } from './return.states.ts';

const names: Readonly<Record<Disposition, { readonly title: TextKey; readonly detail: TextKey }>> = {
  restock: { title: 'returns.restock', detail: 'returns.restockTodo' },
  quarantine: { title: 'returns.quarantine', detail: 'returns.quarantineTodo' },
  scrap: { title: 'returns.scrap', detail: 'returns.scrapTodo' },
};

/** What becomes of the goods? */
export const dispositionStep: FlowStep<ReturnStates, Counted> = {
  prompt: ({ description, quantity, unit }) => ({
    ask: words('returns.whatBecomes'),
    large: amount(quantity, unit),
    about: description,
  }),
  choose: {
    options: () =>
      (Object.keys(names) as Disposition[]).map((key) => ({
        key,
        title: words(names[key].title),
        detail: words(names[key].detail),
      })),
    pick: (goods, key) => {
      if (!Object.hasOwn(dispositions, key)) return say('flow.notOffered');
      const disposition = key as Disposition;
      const disposed = { ...goods, disposition, photos: [] };
      const told = words(names[disposition].title);
      return disposition === 'restock' ? go('plate', disposed, told) : go('photos', disposed, told);
    },
  },
};

const photosAtMost = 10;

/** Photos of what is not good as new, kept on the device until there is a network. */
export const photosStep: FlowStep<ReturnStates, Disposed> = {
  prompt: ({ description, disposition, photos }) => ({
    ask: words('receive.takePhotos'),
    large: words(names[disposition].title),
    about: description,
    details: [{ label: 'receive.photos', value: String(photos.length) }],
  }),
  photo: (goods, photo) => {
    const photos = [...goods.photos, photo];
    if (photos.length > photosAtMost) return say('receive.photosEnough', { limit: photosAtMost });
    return go('photos', { ...goods, photos }, words('receive.photoTaken', { count: photos.length }));
  },
  actions: {
    done: {
      label: 'receive.photosDone',
      emphasis: 'primary',
      when: ({ photos }) => photos.length > 0,
      run: onwards,
    },
    withoutPhoto: { label: 'receive.withoutPhoto', when: ({ photos }) => photos.length === 0, run: onwards },
  },
};

/** What is scrapped leaves the building: it needs no plate. */
function onwards(goods: Disposed) {
  return goods.disposition === 'scrap' ? book(goods, null, false) : go('plate', goods);
}

export const plateStep = plateEntry<ReturnStates, Disposed>(book);

function book(goods: Disposed, licensePlate: string | null, takesPlate: boolean) {
  const { returnId, order, disposition, photos, description, quantity, unit } = goods;
  const body = {
    ...(returnId !== null && { returnId }),
    ...(order !== null && { order }),
    ...bodyOfGoods(goods),
    ...{ disposition, licensePlate },
    ...(photos.length > 0 && { photos: [...photos] }),
  };
  const params = { what: description, quantity: amount(quantity, unit), licensePlate: grouped(licensePlate ?? '') };
  const told = words(licensePlate === null ? 'returns.bookedLoose' : 'returns.booked', params);
  const newPlate = takesPlate && licensePlate !== null ? { newPlate: licensePlate } : {};
  return submit(register, body, go('item', { returnId, order, ...newPlate }), { told, takesPlate });
}
