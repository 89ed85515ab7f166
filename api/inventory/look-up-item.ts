import type { Found } from '#shared/inventory/look-up.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { expectedOnOrders, fixedLocationsOf, itemRow, openWorkOf } from './look-up.queries.ts';
import { goodsOf, type LookUp, workOf } from './look-up-common.ts';
import { expectedOf } from './look-up-expected.ts';

const expectedShown = 20;

/** An item: where, how much of which status, whom it is promised, what is to come, what became of it. */
export async function foundItem(asked: LookUp, itemKey: string): Promise<Found | null> {
  const { read, warehouse, nowMs } = asked;
  const [goods, item, fixedLocations, expected, work] = await Promise.all([
    goodsOf(asked, { itemKey }, { of: 'item', itemKey }),
    itemRow(read, itemKey),
    fixedLocationsOf(read, warehouse, itemKey),
    expectedOnOrders(read, warehouse, { itemKey }, expectedShown),
    openWorkOf(read, warehouse, { itemKey }),
  ]);
  if (!item) return null;
  const weight = item.weight_milligrams;
  return {
    kind: 'item',
    name: item.number,
    sourceSystem: item.source_system,
    description: item.description,
    item: {
      category: item.category,
      abcClass: item.abc_class,
      weightKg: weight === null ? null : fromBase(weight, 6),
      fixedLocations,
      isActive: item.status === 'active',
    },
    ...goods,
    expected: expected.map(expectedOf),
    work: work.map((row) => workOf(row, nowMs)),
  };
}
