import { fromBase } from '#shared/kernel/quantity.ts';
import { serialsAtOnce } from '#shared/ledger/arriving-goods.ts';
import { itemKey, itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import type { ItemScan } from '#shared/scan/scan.ts';
import { refuse, type Say, say, type World } from './flow.ts';

/**
 * How much one scan of an item's barcode stands for, in base steps: the unit of the barcode, as often as the label says.
 * The number of an item says nothing of a quantity: 0. Refuses as `readQuantity`.
 */
export function scannedBase(item: ItemThing, { unit, quantity = 1, count = 1 }: ItemScan): number | Say {
  const base = unit === undefined ? 0 : readQuantity(item, quantity * count, unit);
  return isProblem(base) ? refuse(base) : base;
}

/** The same while the item with the key is being counted; anything else that is scanned is refused by its number. */
export function scannedMore(key: string, scan: ItemScan, world: World): { item: ItemThing; moreBase: number } | Say {
  const item = world.thing('item', key);
  if (!item || itemKey(scan.sourceSystem ?? sourceSystemOf(key), scan.item) !== key) {
    return say('receive.otherItem', { item: scan.item, expected: itemNumberOf(key) });
  }
  const moreBase = scannedBase(item, scan);
  return typeof moreBase === 'number' ? { item, moreBase } : moreBase;
}

/**
 * What the keypad counts the item of a step in: the base unit and the others, before them the one that is meant so far.
 * Half a case may be so many whole pieces; half a piece is none.
 */
export function countedIn<State extends { readonly item: string }>(
  meant: (state: State, world: World) => string | null = () => null,
) {
  return {
    units: (state: State, world: World): readonly string[] => {
      const item = world.thing('item', state.item);
      const units = item ? [item.baseUnit, ...item.units.map(({ unit }) => unit)] : [];
      const first = meant(state, world);
      return first === null ? units : [first, ...units.filter((unit) => unit !== first)];
    },
    whole: (state: State, world: World): readonly string[] => {
      const item = world.thing('item', state.item);
      return item?.decimals === 0 ? [item.baseUnit] : [];
    },
  };
}

/** One serial number for each base unit. */
export function serialsNeeded(
  { quantity, unit }: { readonly quantity: number; readonly unit: string },
  item: ItemThing,
): number {
  const fraction = item.units.find((known) => known.unit === unit);
  return fraction ? (quantity * fraction.numerator) / fraction.denominator : quantity;
}

/** Why so many pieces with serial numbers are not entered at once; null where they may be. Said before they are scanned. */
export function whyTooManySerials(item: ItemThing, quantity: number, unit: string): Say | null {
  const isTooMany = item.isSerialTracked && serialsNeeded({ quantity, unit }, item) > serialsAtOnce;
  return isTooMany ? say('receive.tooManySerials', { most: serialsAtOnce }) : null;
}

/** What was counted, with what it is in the base unit: that may be another by the time the server hears of it. */
export function countedAs(item: ItemThing, quantity: number, unit: string) {
  const quantityBase = unit === item.baseUnit ? null : readQuantity(item, quantity, unit);
  if (quantityBase === null || isProblem(quantityBase)) return { quantity, unit };
  return { quantity, unit, baseQuantity: fromBase(quantityBase, item.decimals) };
}
