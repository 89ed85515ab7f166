import { afterPut } from './after-put.ts';
import { type Goods, type LocationState, whyNotFit } from './fits.ts';
import { goodsOf } from './goods.ts';
import { useOf } from './location-type.ts';
import type { StockItem } from './stock-item.ts';
import type { StockRow } from './stock-row.ts';

/** A pick face is a place for picking that belongs to one item: whoever wants less than a full plate takes it there. */
export function isFaceOf(item: string, locationType: string, fixedItem: string | null): boolean {
  return locationType === 'pick' && fixedItem === item;
}

/** Goods that were chosen for an order, with where they stand. */
export interface ChosenGoods {
  readonly row: Omit<StockRow, 'reservedBase'>;
  readonly quantityBase: number;
  /** How much the order line gets of their plate, these among it: several pieces with serial numbers, say. */
  readonly offPlateBase: number;
  readonly locationType: string;
  /** All that stands on their plate; empty for loose goods. */
  readonly plateRows: readonly Pick<StockRow, 'quantityBase'>[];
}

/**
 * The pick face that goods are brought to before they are picked; null where they are picked as they stand: they are
 * not in reserve, a full plate goes as it is, or no face takes them. `faces` are those of the item with what is being
 * brought there already, best first.
 */
export function faceFor(
  { row, quantityBase, offPlateBase, locationType, plateRows }: ChosenGoods,
  item: StockItem,
  faces: readonly LocationState[],
): LocationState | null {
  const isInReserve = useOf(locationType).isBulk && faces.every(({ code }) => code !== row.location);
  if (!isInReserve) return null;
  const onPlateBase = plateRows.reduce((sum, one) => sum + one.quantityBase, 0);
  if (row.licensePlate !== '' && onPlateBase === offPlateBase) return null;
  const goods = looseGoods(row, quantityBase, item);
  return faces.find((face) => whyNotFit(face, goods) === null) ?? null;
}

/** A face as it will be with goods that are on their way to it. */
export function withGoodsComing(
  face: LocationState,
  row: Omit<StockRow, 'reservedBase' | 'quantityBase'>,
  quantityBase: number,
  item: StockItem,
): LocationState {
  return afterPut(face, looseGoods(row, quantityBase, item));
}

function looseGoods(
  row: Omit<StockRow, 'reservedBase' | 'quantityBase'>,
  quantityBase: number,
  item: StockItem,
): Goods {
  return goodsOf(null, [{ ...row, quantityBase }], [item]);
}
