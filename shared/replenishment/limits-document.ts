import * as z from 'zod';
import { amount, name32, name64 } from '#shared/kernel/fields.ts';
import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import type { OwnLimit } from './limits.ts';

const limit = z.strictObject({
  item: name64,
  sourceSystem: name64.nullish().describe('Which system’s, where two have an item of that number.'),
  minimum: amount.describe('With less than this it is filled; 0: once it is empty.'),
  maximum: amount.describe('Up to this.'),
  unit: name32.nullish().describe('Of both; the item’s base unit unless said.'),
});

/** How much of which items a place for picking is to hold; the whole, every time. */
export const limitsBody = z.strictObject({ items: z.array(limit).max(100) });

export const limitsAnswer = z.object({
  warehouse: z.string(),
  location: z.string(),
  items: z.array(
    z.object({
      item: z.string(),
      sourceSystem: z.string(),
      minimum: z.number(),
      maximum: z.number(),
      unit: z.string(),
    }),
  ),
});

export type LimitsBody = z.infer<typeof limitsBody>;
export type LimitsAnswer = z.infer<typeof limitsAnswer>;
type SentLimit = LimitsBody['items'][number];

/**
 * What is set for a place, or every fault: `replenishment.not_a_face` it is no place for picking; of each item
 * `item.unknown` or `item.ambiguous`, `replenishment.item_repeated`, `location.other_item` it belongs to another,
 * `location.mixes_items`; of its quantities `item.unit_unknown`, `quantity.too_precise`, `quantity.too_large`,
 * `replenishment.maximum_missing` it is 0, `replenishment.limits_reversed`. `items` are what the numbers mean, in the
 * order of what was sent.
 */
export function readLimits(
  sent: LimitsBody,
  place: LocationState,
  items: readonly (StockItem | Problem)[],
): { readonly limits: readonly OwnLimit[]; readonly errors: readonly FieldError[] } {
  const { code: location, type } = place;
  if (type !== 'pick' && sent.items.length > 0) {
    return { limits: [], errors: [{ pointer: '/items', ...problem('replenishment.not_a_face', { location, type }) }] };
  }
  const limits: OwnLimit[] = [];
  const errors: FieldError[] = [];
  for (const [index, row] of sent.items.entries()) {
    const pointer = `/items/${index}`;
    const item = items[index] ?? problem('item.unknown', { item: row.item });
    const against = isProblem(item) ? item : whyNotAt(place, item, limits);
    if (isProblem(item) || against) {
      errors.push({
        ...(against ?? problem('item.unknown', { item: row.item })),
        pointer: `${pointer}/item`,
        value: row.item,
      });
      continue;
    }
    const read = quantitiesOf(row, item, pointer);
    errors.push(...read.errors);
    limits.push({ location, item: item.key, minimumBase: read.minimumBase, maximumBase: read.maximumBase });
  }
  return { limits, errors };
}

/** Why an item has no place there, whatever stands there at the moment. */
function whyNotAt(place: LocationState, item: StockItem, before: readonly OwnLimit[]): Problem | null {
  if (before.some((one) => one.item === item.key)) {
    return problem('replenishment.item_repeated', { item: item.number });
  }
  const others = before.map(({ item: other }) => ({ item: other, lot: '' }));
  const empty: LocationState = { ...place, isActive: true, contents: others, plates: 0, hasLoose: before.length > 0 };
  const nothing = { weightMilligrams: 0, volumeMm3: 0 };
  const goods = goodsOf(
    null,
    [{ item: item.key, lot: '', owner: '', inventoryStatus: 'available', quantityBase: 0 }],
    [item],
  );
  return whyNotFit({ ...empty, ...nothing }, goods);
}

function quantitiesOf({ minimum, maximum, unit }: SentLimit, item: StockItem, pointer: string) {
  const errors: FieldError[] = [];
  const steps = (member: 'minimum' | 'maximum', quantity: number): number => {
    const base = readQuantity(item, quantity, unit ?? item.baseUnit);
    if (!isProblem(base)) return base;
    const at = base.code === 'item.unit_unknown' ? 'unit' : member;
    const value = at === 'unit' ? unit : quantity;
    if (errors.every((known) => known.code !== base.code)) errors.push({ ...base, pointer: `${pointer}/${at}`, value });
    return 0;
  };
  const maximumBase = maximum === 0 ? 0 : steps('maximum', maximum);
  const minimumBase = minimum === 0 ? 0 : steps('minimum', minimum);
  if (maximum === 0) {
    errors.push({ ...problem('replenishment.maximum_missing', { item: item.number }), pointer: `${pointer}/maximum` });
  } else if (errors.length === 0 && minimumBase > maximumBase) {
    const why = problem('replenishment.limits_reversed', { minimum, maximum });
    errors.push({ ...why, pointer: `${pointer}/minimum`, value: minimum });
  }
  return { minimumBase, maximumBase, errors };
}
