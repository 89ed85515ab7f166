import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import { register } from '#shared/receiving/register.ts';
import type { LabelDetails } from '#shared/scan/scan.ts';
import { type FlowStep, flow, type Go, go, type Need, refuse, say, submit, type World } from '../engine/flow.ts';
import { serialEntry } from '../engine/serial-entry.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import { countedAs } from './goods.ts';

/** Goods that nobody ordered, as far as they are known; grows from step to step. */
interface Unordered {
  /** The item's key. */
  readonly item: string;
  readonly number: string;
  readonly sourceSystem: string;
  readonly description: string;
  readonly unit: string;
  readonly lot: string | null;
  readonly expiryDate: string | null;
  readonly serials: readonly string[];
  readonly quantity: number | null;
  readonly baseQuantity?: number;
  /** They are past their date, and booked as such; missing where they are not. */
  readonly isExpired?: true;
}

interface Counted extends Unordered {
  readonly quantity: number;
}

interface BlindStates {
  readonly item: object;
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
          return item ? nextFor(withLabel(begun(item, scan.unit), scan, item), item, world) : gone(scan.item);
        },
      },
    },
    lot: {
      prompt: ({ description }) => ({ ask: words('receive.scanLot'), about: description }),
      needs: itemOf,
      scan: {
        unknown: (goods, scan, world) =>
          scan.refused ? say(scan.code, scan.params) : known({ ...goods, lot: scan.lot ?? scan.text }, world),
      },
      enter: {
        kind: 'text',
        label: 'receive.lot',
        maxLength: 64,
        run: (goods, lot, world) => known({ ...goods, lot }, world),
      },
    },
    expiry: {
      prompt: ({ description }) => ({ ask: words('receive.enterExpiry'), about: description }),
      needs: itemOf,
      enter: {
        kind: 'date',
        label: 'receive.expiry',
        run: (goods, expiryDate, world) => known({ ...goods, expiryDate }, world),
      },
    },
    expired: {
      prompt: ({ description, expiryDate }) => ({
        ask: words('receive.isDateRight'),
        large: expiryDate ?? '',
        about: description,
        notice: words('receive.expiredTodo'),
      }),
      needs: itemOf,
      actions: {
        confirm: {
          label: 'receive.bookExpired',
          emphasis: 'primary',
          run: (goods, world) => known({ ...goods, isExpired: true }, world),
        },
        otherDate: { label: 'receive.otherDate', run: (goods) => go('expiry', { ...goods, expiryDate: null }) },
      },
    },
    quantity: {
      prompt: ({ description }) => ({ ask: words('receive.howMany'), about: description }),
      needs: itemOf,
      enter: {
        kind: 'number',
        units: ({ item: key, unit }, world) => {
          const item = world.thing('item', key);
          const all = item ? [item.baseUnit, ...item.units.map((each) => each.unit)] : [];
          return [unit, ...all.filter((each) => each !== unit)];
        },
        run: (goods, { quantity, unit }, world) => {
          const item = world.thing('item', goods.item);
          const quantityBase = item && readQuantity(item, quantity, unit);
          if (!item || quantityBase === undefined) return gone(goods.number);
          return isProblem(quantityBase)
            ? refuse(quantityBase)
            : known({ ...goods, ...countedAs(item, quantity, unit) }, world);
        },
      },
    },
    serial: {
      prompt: (goods, world) => ({
        ask: words('receive.scanSerial'),
        about: goods.description,
        progress: { done: goods.serials.length, of: serialsNeeded(goods, world), unit: 'unit.serials' },
      }),
      needs: itemOf,
      ...serialEntry(takeSerial),
    },
    plate: plateStep(),
  },
});

function plateStep(): FlowStep<BlindStates, Counted> {
  return {
    prompt: ({ description, quantity, unit }, world) => ({
      ask: words('receive.scanPlate'),
      about: description,
      large: `${quantity} ${unit}`,
      ...(world.nextPlate === null && { notice: words('receive.noNumbers') }),
    }),
    scan: { licensePlate: (goods, scan) => book(goods, scan.licensePlate, false) },
    actions: {
      newPlate: {
        label: 'receive.newPlate',
        emphasis: 'primary',
        when: (_goods, world) => world.nextPlate !== null,
        run: (goods, world) => book(goods, world.nextPlate, true),
      },
      noPlate: { label: 'receive.noPlate', run: (goods) => book(goods, null, false) },
    },
  };
}

function begun(item: ItemThing, unit: string | undefined): Unordered {
  const { key, number, sourceSystem, description, baseUnit } = item;
  return {
    ...{ item: key, number, sourceSystem, description: `${number} · ${description}`, unit: unit ?? baseUnit },
    ...{ lot: null, expiryDate: null, serials: [], quantity: null },
  };
}

function withLabel(goods: Unordered, { lot, expiryDate, serial }: LabelDetails, item: ItemThing): Unordered {
  return {
    ...goods,
    ...(item.isLotTracked && lot !== undefined && { lot }),
    ...(item.isExpiryTracked && expiryDate !== undefined && { expiryDate }),
    ...(item.isSerialTracked && serial !== undefined && { serials: [serial] }),
  };
}

/** On to the first thing that is still to be known. */
function nextFor(goods: Unordered, item: ItemThing, world: World): Go<BlindStates> {
  const told = goods.description;
  if (item.isLotTracked && goods.lot === null) return go('lot', goods, told);
  if (item.isExpiryTracked && goods.expiryDate === null) return go('expiry', goods, told);
  const isOverdue = goods.expiryDate !== null && goods.expiryDate < world.today;
  if (isOverdue && !goods.isExpired) return go('expired', goods, told);
  const { quantity } = goods;
  if (quantity === null) return go('quantity', goods, told);
  const counted: Counted = { ...goods, quantity };
  const lacksSerials = item.isSerialTracked && counted.serials.length < unitsOf(counted, item);
  return lacksSerials ? go('serial', counted, told) : go('plate', counted, told);
}

function known(goods: Unordered, world: World) {
  const item = world.thing('item', goods.item);
  return item ? nextFor(goods, item, world) : gone(goods.number);
}

function takeSerial(goods: Counted, serial: string, world: World) {
  if (goods.serials.includes(serial)) return say('receiving.serial_repeated', { serial });
  const next = known({ ...goods, serials: [...goods.serials, serial] }, world);
  return next.verdict === 'go' ? { ...next, told: words('receive.serialIs', { serial }) } : next;
}

function serialsNeeded(goods: Counted, world: World): number {
  const item = world.thing('item', goods.item);
  return item ? unitsOf(goods, item) : goods.quantity;
}

/** One serial number for each base unit. */
function unitsOf({ quantity, unit }: Counted, item: ItemThing): number {
  const fraction = item.units.find((each) => each.unit === unit);
  return fraction ? (quantity * fraction.numerator) / fraction.denominator : quantity;
}

function book(goods: Counted, licensePlate: string | null, takesPlate: boolean) {
  const { sourceSystem, number: item, quantity, unit, lot, expiryDate, serials, description } = goods;
  const body = {
    ...{ sourceSystem, item, quantity, unit, licensePlate },
    ...(goods.baseQuantity !== undefined && { baseQuantity: goods.baseQuantity }),
    ...(lot !== null && { lot }),
    ...(expiryDate !== null && { expiryDate }),
    ...(serials.length > 0 && { serials: [...serials] }),
    ...(goods.isExpired && expiredGoods),
  };
  const params = { what: description, quantity: `${quantity} ${unit}`, licensePlate: grouped(licensePlate ?? '') };
  const told = words(licensePlate === null ? 'receive.bookedLoose' : 'receive.booked', params);
  return submit(register, body, go('item', {}), { told, takesPlate });
}

/** What is wrong with goods past their date, and the status that sends them to quarantine. */
const expiredGoods = { condition: 'expiry', inventoryStatus: 'quality' } as const;

function itemOf({ item }: Unordered): Need[] {
  return [{ kind: 'item', key: item }];
}

function gone(item: string) {
  return say('receiving.item_unknown', { item });
}
