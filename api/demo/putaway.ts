import type { PutawayRule } from '#shared/ledger/putaway-rule.ts';
import { defaultRules } from '#shared/putaway/default-rules.ts';
import type { AppStore } from '../platform/store.ts';
import { keepRules } from '../putaway/rule-admin.queries.ts';

const storage: Pick<PutawayRule, 'isActive' | 'locationTypes' | 'otherwise'> = {
  isActive: true,
  locationTypes: [],
  otherwise: 'next',
};

/** Chilled goods to aisle B, what sells fast near the doors, and before and after them what holds everywhere. */
const rules: readonly PutawayRule[] = [
  ...defaultRules.filter(({ code }) => code === 'quarantine'),
  {
    ...storage,
    code: 'chilled',
    name: 'Chilled goods to aisle B',
    when: { categories: ['dairy'] },
    zones: ['B'],
    strategies: ['same-lot', 'same-item', 'empty'],
  },
  {
    ...storage,
    code: 'fast',
    name: 'Fast movers to aisle A',
    when: { abcClasses: ['A'] },
    zones: ['A'],
    strategies: ['fixed', 'same-item', 'empty'],
  },
  ...defaultRules.filter(({ code }) => code === 'storage'),
];

/** What a beam bears, by its level from the floor: the lower, the more. */
const gramsByLevel: Readonly<Record<string, number>> = {
  '01': 4_000_000,
  '02': 3_000_000,
  '03': 2_000_000,
  '04': 1_500_000,
};

/** Four pallets of 1.2 m by 0.8 m, stacked 1.4 m high. */
const bayCm3 = 4 * 120 * 80 * 140;

/** What the racks of the demo bear, and the rules of put-away of its warehouse. */
export async function seedPutaway(store: AppStore, warehouse: string): Promise<void> {
  await store.write(async (trx) => {
    for (const [level, grams] of Object.entries(gramsByLevel)) {
      await trx.k
        .updateTable('location')
        .set({ capacity_weight_grams: grams, capacity_volume_cm3: bayCm3 })
        .where('warehouse', '=', warehouse)
        .where('type', '=', 'storage')
        .where('code', 'like', `%-${level}-_`)
        .execute();
    }
    await keepRules(trx, warehouse, rules);
  });
}
