import type { ItemThing } from '#shared/ledger/thing.ts';
import { register } from '#shared/receiving/register.ts';
import { flow, type Go, go, submit, type World } from '../engine/flow.ts';
import {
  bodyOfGoods,
  type EnteredGoods,
  enteredGoods,
  goneItem,
  goodsEntry,
  itemNeeded,
  missingOf,
  plateEntry,
} from '../engine/goods-entry.ts';
import { type JustNumbered, printsPlate } from '../engine/prints-label.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, words } from '../ui/words.ts';

interface Unordered extends EnteredGoods {
  /** They are past their date, and booked as such; missing where they are not. */
  readonly isExpired?: true;
}

interface Counted extends Unordered {
  readonly quantity: number;
}

interface BlindStates {
  readonly item: JustNumbered;
  readonly lot: Unordered;
  readonly expiry: Unordered;
  readonly expired: Unordered;
  readonly quantity: Unordered;
  readonly serial: Counted;
  readonly plate: Counted;
}

/**
 * Receiving what nobody ordered. Only who may: the goods get an order of their own, which the ERP never sent.
 *
 * Scan the item. What the label does not say is asked: lot, expiry date, how many, each serial number. Then scan the
 * licence plate, or take a new one. When everything is in, close the order that was made, under "Receive".
 */
export const blindReceipt = flow<BlindStates>({
  id: 'receive-blind',
  permit: 'receiving.blind',
  title: 'blind.title',
  revision: 1,
  start: () => go('item', {}),
  steps: {
    item: {
      prompt: () => ({ ask: words('blind.scanItem'), notice: words('blind.notice') }),
      scan: {
        item: (_state, scan, world) => {
          const item = world.thing('item', `${scan.sourceSystem ?? ''}:${scan.item}`);
          return item ? nextFor(enteredGoods(item, scan), item, world) : goneItem(scan.item);
        },
      },
      actions: { label: printsPlate(() => go('item', {})) },
    },
    ...goodsEntry<BlindStates, Unordered>(nextFor),
    expired: {
      prompt: ({ description, expiryDate }) => ({
        ask: words('receive.isDateRight'),
        large: expiryDate ?? '',
        about: description,
        notice: words('receive.expiredTodo'),
      }),
      needs: itemNeeded,
      actions: {
        confirm: {
          label: 'receive.bookExpired',
          emphasis: 'primary',
          run: (goods, world) => {
            const item = world.thing('item', goods.item);
            return item ? nextFor({ ...goods, isExpired: true }, item, world) : goneItem(goods.number);
          },
        },
        otherDate: { label: 'receive.otherDate', run: (goods) => go('expiry', { ...goods, expiryDate: null }) },
      },
    },
    plate: plateEntry<BlindStates, Counted>(book),
  },
});

/** On to the first thing that is still to be known. */
function nextFor(goods: Unordered, item: ItemThing, world: World): Go<BlindStates> {
  const told = goods.description;
  const missing = missingOf(goods, item);
  const isOverdue = goods.expiryDate !== null && goods.expiryDate < world.today;
  const isDated = missing !== 'lot' && missing !== 'expiry';
  if (isDated && isOverdue && !goods.isExpired) return go('expired', goods, told);
  const { quantity } = goods;
  if (quantity === null) return go(missing === 'lot' || missing === 'expiry' ? missing : 'quantity', goods, told);
  const counted: Counted = { ...goods, quantity };
  if (missing === 'lot' || missing === 'expiry') return go(missing, counted, told);
  return go(missing === 'serial' ? 'serial' : 'plate', counted, told);
}

function book(goods: Counted, licensePlate: string | null, takesPlate: boolean) {
  const { quantity, unit, description } = goods;
  const body = { ...bodyOfGoods(goods), licensePlate, ...(goods.isExpired && expiredGoods) };
  const params = { what: description, quantity: amount(quantity, unit), licensePlate: grouped(licensePlate ?? '') };
  const told = words(licensePlate === null ? 'receive.bookedLoose' : 'receive.booked', params);
  const newPlate = takesPlate && licensePlate !== null ? { newPlate: licensePlate } : {};
  return submit(register, body, go('item', { ...newPlate }), { told, takesPlate });
}

/** What is wrong with goods past their date, and the status that sends them to quarantine. */
const expiredGoods = { condition: 'expiry', inventoryStatus: 'quality' } as const;
