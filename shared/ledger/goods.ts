import type { Goods, GoodsContent } from './fits.ts';
import type { StockItem } from './stock-item.ts';

/** What the rules of places need of a row of stock that goes somewhere, or of a content of a plate. */
interface Part {
  readonly item: string;
  readonly lot: string;
  readonly owner: string;
  readonly inventoryStatus: string;
  readonly quantityBase: number;
}

/**
 * Goods on their way, described as the rules of places need them: what is different among them, and what all of it
 * weighs. An item that is not among `items` weighs nothing and has no category.
 */
export function goodsOf(licensePlate: string | null, parts: readonly Part[], items: readonly StockItem[]): Goods {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const contents = new Map<string, GoodsContent>();
  let weightMilligrams = 0;
  let volumeMm3 = 0;
  for (const { item: key, lot, owner, inventoryStatus, quantityBase } of parts) {
    const item = byKey.get(key);
    const load = loadOf(item, quantityBase);
    weightMilligrams = sumOf(weightMilligrams, load.weightMilligrams);
    volumeMm3 = sumOf(volumeMm3, load.volumeMm3);
    const content = { item: key, lot, owner, inventoryStatus, ...(item && describedBy(item)) };
    contents.set([key, lot, owner, inventoryStatus].join('\u0000'), content);
  }
  return { licensePlate, contents: [...contents.values()], weightMilligrams, volumeMm3 };
}

function describedBy(item: StockItem): Omit<GoodsContent, 'item' | 'lot'> {
  const { category = null, abcClass = null, isLotTracked, isSerialTracked, isExpiryTracked } = item;
  return { category, abcClass, isLotTracked, isSerialTracked, isExpiryTracked };
}

type Measured = Pick<StockItem, 'decimals' | 'weightMilligrams' | 'volumeMm3'>;

/** What so many steps of an item weigh and the space they take, rounded up to whole milligrams and cubic millimetres. */
export function loadOf(
  item: Measured | undefined,
  quantityBase: number,
): { readonly weightMilligrams: number; readonly volumeMm3: number } {
  const { decimals = 0, weightMilligrams, volumeMm3 } = item ?? {};
  return {
    weightMilligrams: timesSteps(weightMilligrams ?? 0, quantityBase, decimals),
    volumeMm3: timesSteps(volumeMm3 ?? 0, quantityBase, decimals),
  };
}

/** How many steps of an item weigh, and fill, no more than this. `Infinity` for an item without weight and volume. */
export function stepsWithin(item: Measured, room: { readonly weight: number; readonly volume: number }): number {
  return Math.min(
    stepsIn(item.weightMilligrams ?? 0, room.weight, item.decimals),
    stepsIn(item.volumeMm3 ?? 0, room.volume, item.decimals),
  );
}

function timesSteps(perUnit: number, quantityBase: number, decimals: number): number {
  const plain = perUnit * quantityBase;
  // Nearly all goods are whole pieces that weigh less than a mountain; big integers are for the rest.
  if (decimals === 0 && plain <= Number.MAX_SAFE_INTEGER) return plain;
  const scale = 10n ** BigInt(decimals);
  const exact = (BigInt(perUnit) * BigInt(quantityBase) + scale - 1n) / scale;
  return exact > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(exact);
}

function stepsIn(perUnit: number, room: number, decimals: number): number {
  if (perUnit === 0 || room === Infinity) return Infinity;
  if (room <= 0) return 0;
  const steps = (BigInt(Math.floor(room)) * 10n ** BigInt(decimals)) / BigInt(perUnit);
  return steps > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(steps);
}

/** A sum that stays an exact integer: more than the whole earth's shelves bear is one number. */
export function sumOf(one: number, other: number): number {
  return Math.min(one + other, Number.MAX_SAFE_INTEGER);
}
