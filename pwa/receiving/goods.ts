import type { DiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import type { RegisterBody } from '#shared/receiving/register-body.ts';
import type { LabelDetails } from '#shared/scan/scan.ts';
import { serialsNeeded } from '../engine/counted-scan.ts';
import { type Go, go, type World } from '../engine/flow.ts';
import type { AtOrder, ReceiveStates } from './receive.states.ts';

/** What is known of the goods in the worker's hands; grows from step to step. */
export interface Goods extends AtOrder {
  /** The item's key. */
  readonly item: string;
  readonly description: string;
  /** Null: the order's lines with the item are filled from the oldest on. */
  readonly line: number | null;
  readonly unit: string;
  /** What the label said or the scans have counted so far; 0 when nothing did. */
  readonly counted: number;
  readonly quantity: number | null;
  /** How much of the base unit that is; missing where it is counted in that. */
  readonly baseQuantity?: number;
  readonly lot: string | null;
  readonly expiryDate: string | null;
  readonly serials: readonly string[];
  /** The numbers that others are scanned for, as the server took them not; missing where nothing is put right. */
  readonly replaced?: readonly string[];
  /** What is wrong with them, and photos of it; missing where nothing is. */
  readonly condition?: DiscrepancyClass;
  readonly photos?: readonly string[];
}

/** What the goods are called on the screen. */
export function nameOf({ number, description }: Pick<ItemThing, 'number' | 'description'>): string {
  return `${number} · ${description}`;
}

export interface Counted extends Goods {
  readonly quantity: number;
}

/**
 * On to the first thing that is still to be known: lot, expiry date and, where that has passed, whether it is right;
 * quantity, serial numbers, then the plate. The step asks for the order.
 */
export function nextFor(goods: Goods, item: ItemThing, world: World): Go<ReceiveStates> {
  const told = goods.description;
  if (item.isLotTracked && goods.lot === null) return go('lot', goods, told);
  if (item.isExpiryTracked && goods.expiryDate === null) return go('expiry', goods, told);
  if (item.isExpiryTracked && isOverdue(goods, world)) return go('expired', goods, told);
  const { quantity } = goods;
  if (quantity === null) return go('quantity', goods, told);
  const counted: Counted = { ...goods, quantity };
  if (item.isSerialTracked && goods.serials.length < serialsNeeded(counted, item)) return go('serial', counted, told);
  return go('plate', counted, told);
}

/** The goods are past their date, and nobody has set them aside; some source systems do not look at dates. */
function isOverdue({ order, expiryDate, condition }: Goods, world: World): boolean {
  const isJudged = world.thing('inboundOrder', order)?.settings?.shelfLife !== 'off';
  return isJudged && condition === undefined && expiryDate !== null && expiryDate < world.today;
}

/** What a label said of the goods, added to what is known. A serial number on the label is the first of them. */
export function withLabel(goods: Goods, label: LabelDetails, item: ItemThing): Goods {
  const { lot, serial, expiryDate, count } = label;
  return {
    ...goods,
    // The second barcode of a pallet may be the one that says how many there are.
    ...(goods.counted === 0 && goods.quantity === null && count !== undefined && { counted: count }),
    ...(item.isLotTracked && lot !== undefined && { lot }),
    ...(item.isExpiryTracked && expiryDate !== undefined && { expiryDate }),
    ...(item.isSerialTracked && serial !== undefined && { serials: [serial] }),
  };
}

/** The command's body for goods of which everything is known; without a plate they stay loose. */
export function registerBody(goods: Counted, licensePlate: string | null): RegisterBody {
  const [sourceSystem, order] = partsOf(goods.order);
  const [, item] = partsOf(goods.item);
  const {
    line,
    location,
    quantity,
    unit,
    baseQuantity,
    lot,
    expiryDate,
    serials,
    condition,
    photos = [],
    load,
  } = goods;
  const inventoryStatus = condition && statusOf[condition];
  return {
    ...{ order, sourceSystem, item, quantity, unit, licensePlate },
    ...(baseQuantity !== undefined && { baseQuantity }),
    ...(load && { load: load.number }),
    ...(line !== null && { line }),
    ...(location !== null && { location }),
    ...(lot !== null && { lot }),
    ...(expiryDate !== null && { expiryDate }),
    ...(serials.length > 0 && { serials: [...serials] }),
    ...(condition && { condition }),
    ...(inventoryStatus !== undefined && { inventoryStatus }),
    ...(photos.length > 0 && { photos: [...photos] }),
  };
}

/** The status that sets goods aside; other conditions leave them as they were ordered. */
const statusOf: Readonly<Partial<Record<DiscrepancyClass, string>>> = {
  damage: 'damaged',
  quality: 'quality',
  expiry: 'quality',
};

/** Source system and number of a key. */
export function partsOf(key: string): [sourceSystem: string, number: string] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
}
