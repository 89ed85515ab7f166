import type { Difference } from '#shared/counting/differences.ts';
import type { AppTrx } from '../platform/store.ts';
import { dropLines, insertLine } from './count.queries.ts';

/** Writes down what a count differs in, instead of what it differed in before. */
export async function keepDifferences(trx: AppTrx, number: string, differences: readonly Difference[]): Promise<void> {
  await trx.one(dropLines, { number });
  for (const [index, one] of differences.entries()) {
    const { item, location, licensePlate, lot, serial, expectedBase, countedBase, differenceBase } = one;
    const bases = { expectedBase, countedBase, differenceBase, isNew: one.isNew ? 1 : 0, countedAt: one.countedAt };
    const goods = { itemKey: item.key, location, licensePlate, lot, serial };
    await trx.one(insertLine, { number, line: index + 1, ...goods, ...bases });
  }
}
