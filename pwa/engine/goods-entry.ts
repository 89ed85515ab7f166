import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import type { DetailsScan, ItemScan } from '#shared/scan/scan.ts';
import { amount, words } from '../ui/words.ts';
import { countedAs, countedIn, serialsNeeded, whyTooManySerials } from './counted-scan.ts';
import { type FlowStep, type Go, type Need, refuse, say, type Verdict, type World } from './flow.ts';
import { lastSerials, serialEntry } from './serial-entry.ts';

/** Goods that nobody announced, as far as they are known; grows from step to step. */
export interface EnteredGoods {
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
  /** How much of the base unit that is; missing where it is counted in that. */
  readonly baseQuantity?: number;
}

interface WithQuantity {
  readonly quantity: number;
}

/** The goods on the label that was scanned. */
export function enteredGoods(item: ItemThing, { unit, lot, expiryDate, serial }: ItemScan): EnteredGoods {
  const { key, number, sourceSystem, description, baseUnit } = item;
  return {
    ...{ item: key, number, sourceSystem, description: `${number} · ${description}`, unit: unit ?? baseUnit },
    lot: (item.isLotTracked && lot) || null,
    expiryDate: (item.isExpiryTracked && expiryDate) || null,
    serials: item.isSerialTracked && serial !== undefined ? [serial] : [],
    quantity: null,
  };
}

/** The first thing that is still to be known of them; null when everything is. */
export function missingOf(goods: EnteredGoods, item: ItemThing): 'lot' | 'expiry' | 'quantity' | 'serial' | null {
  if (item.isLotTracked && goods.lot === null) return 'lot';
  if (item.isExpiryTracked && goods.expiryDate === null) return 'expiry';
  const { quantity, unit, serials } = goods;
  if (quantity === null) return 'quantity';
  return item.isSerialTracked && serials.length < serialsNeeded({ quantity, unit }, item) ? 'serial' : null;
}

/** The part of a command's body that tells of the goods. */
export function bodyOfGoods(goods: EnteredGoods & WithQuantity) {
  const { sourceSystem, number: item, quantity, unit, baseQuantity, lot, expiryDate, serials } = goods;
  return {
    ...{ sourceSystem, item, quantity, unit },
    ...(baseQuantity !== undefined && { baseQuantity }),
    ...(lot !== null && { lot }),
    ...(expiryDate !== null && { expiryDate }),
    ...(serials.length > 0 && { serials: [...serials] }),
  };
}

/** Steps that ask what a label did not say: lot, expiry date, how many, each serial number; `next` leads on. */
export function goodsEntry<States extends { [Step in keyof States]: object }, Goods extends EnteredGoods>(
  next: (goods: Goods, item: ItemThing, world: World) => Go<States>,
): {
  readonly lot: FlowStep<States, Goods>;
  readonly expiry: FlowStep<States, Goods>;
  readonly quantity: FlowStep<States, Goods>;
  readonly serial: FlowStep<States, Goods & WithQuantity>;
} {
  const known = (goods: Goods, world: World) => {
    const item = world.thing('item', goods.item);
    return item ? next(goods, item, world) : goneItem(goods.number);
  };
  /** Another label of the same goods: what it says and was not known yet. */
  const labelled = (goods: Goods, scan: DetailsScan | ItemScan, world: World) => {
    const item = world.thing('item', goods.item);
    if (!item) return goneItem(goods.number);
    if (scan.kind === 'item' && scan.item !== item.number) {
      return say('receive.otherItem', { item: scan.item, expected: item.number });
    }
    const lot = goods.lot ?? ((item.isLotTracked && scan.lot) || null);
    const expiryDate = goods.expiryDate ?? ((item.isExpiryTracked && scan.expiryDate) || null);
    const isNews = lot !== goods.lot || expiryDate !== goods.expiryDate;
    return isNews
      ? next({ ...goods, lot, expiryDate }, item, world)
      : say('receive.labelSaysNothing', { text: scan.text });
  };
  return {
    lot: {
      prompt: ({ description }) => ({ ask: words('receive.scanLot'), about: description }),
      needs: itemNeeded,
      scan: {
        details: labelled,
        item: labelled,
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
      needs: itemNeeded,
      scan: { details: labelled, item: labelled },
      enter: {
        kind: 'date',
        label: 'receive.expiry',
        run: (goods, expiryDate, world) => known({ ...goods, expiryDate }, world),
      },
    },
    quantity: {
      prompt: ({ description }) => ({ ask: words('receive.howMany'), about: description }),
      needs: itemNeeded,
      enter: {
        kind: 'number',
        ...countedIn<Goods>(({ unit }) => unit),
        run: (goods, { quantity, unit }, world) => {
          const item = world.thing('item', goods.item);
          const quantityBase = item && readQuantity(item, quantity, unit);
          if (!item || quantityBase === undefined) return goneItem(goods.number);
          if (isProblem(quantityBase)) return refuse(quantityBase);
          const tooMany = whyTooManySerials(item, quantity, unit);
          return tooMany ?? known({ ...goods, ...countedAs(item, quantity, unit) }, world);
        },
      },
    },
    serial: {
      prompt: (goods, world) => {
        const item = world.thing('item', goods.item);
        return {
          ask: words('receive.scanSerial'),
          about: goods.description,
          progress: {
            ...{ done: goods.serials.length, unit: 'unit.serials' },
            of: item ? serialsNeeded(goods, item) : goods.quantity,
          },
          rows: lastSerials(goods.serials),
        };
      },
      needs: itemNeeded,
      ...serialEntry<States, Goods & WithQuantity>((goods, serial, world) => {
        if (goods.serials.includes(serial)) return say('pick.serialTwice', { serial });
        const then = known({ ...goods, serials: [...goods.serials, serial] }, world);
        return then.verdict === 'go' ? { ...then, told: words('receive.serialIs', { serial }) } : then;
      }),
    },
  };
}

/** What they come onto, once all is known of them: a plate that is scanned, a new one, or none; `book` books them. */
export function plateEntry<States, Goods extends EnteredGoods & WithQuantity>(
  book: (goods: Goods, licensePlate: string | null, takesPlate: boolean) => Verdict<States>,
): FlowStep<States, Goods> {
  return {
    prompt: ({ description, quantity, unit }, world) => ({
      ask: words('receive.scanPlate'),
      about: description,
      large: amount(quantity, unit),
      ...(world.nextPlate === null && { notice: words('receive.noNumbers') }),
    }),
    scan: { licensePlate: (goods, scan) => book(goods, scan.licensePlate, false) },
    offersPlate: true,
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

export function itemNeeded({ item }: Pick<EnteredGoods, 'item'>): Need[] {
  return [{ kind: 'item', key: item }];
}

/** The device's copy has no such item any more. */
export function goneItem(item: string) {
  return say('receiving.item_unknown', { item });
}
