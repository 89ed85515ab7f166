import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { goodsOf } from '#shared/ledger/goods.ts';
import { type PutawayRule, putawayStrategies } from '#shared/ledger/putaway-rule.ts';
import { propose } from '#shared/putaway/propose.ts';
import { putTargetsOf } from '../../api/platform/facts/locations.queries.ts';
import { itemsByNumber } from '../../api/platform/facts/stock-items.queries.ts';
import { proposalFor } from '../../api/putaway/proposal.ts';
import { keepRules } from '../../api/putaway/rule-admin.queries.ts';
import { originAt } from '../../api/putaway/rules.queries.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems } from '../support/orders.ts';

const warehouse = 'EAST';

onBothDatabases('the search for a place', (app) => {
  beforeAll(async () => {
    await haveItems(app(), [
      { number: 'Q1', lot: true, extra: { category: 'flour', abcClass: 'A', weight: { gross: 10, unit: 'kg' } } },
      { number: 'Q2', extra: { category: 'cold', weight: { gross: 1, unit: 'kg' } } },
    ]);
    const set = async (change: object, ...codes: string[]) => {
      await app().services.store.write((trx) =>
        trx.k
          .updateTable('location')
          .set(change)
          .where('warehouse', '=', warehouse)
          .where('code', 'in', codes)
          .execute(),
      );
    };
    // Docks at both ends, equal distances, a fixed place, closed ones, and places that bear little or mix.
    await set({ walk_sequence: 150 }, 'DOCK-02');
    await set({ walk_sequence: 40 }, 'A-03-02-1', 'A-03-02-2', 'A-03-03-1');
    await set({ fixed_item: 'DEMO:Q1' }, 'A-02-01-1');
    await set({ active: 0 }, 'A-01-02-1', 'B-12-01-1');
    await set({ capacity_weight_grams: 60_000 }, 'A-01-02-2', 'A-01-03-1', 'B-10-01-1', 'B-11-01-2');
    await set({ mixed_items: 1 }, 'B-06-02-1', 'A-01-03-2');
    await set({ zone: 'C' }, 'B-11-02-1', 'B-11-02-2', 'B-11-03-1');
    const device = await Device.signIn(app(), 'S-2001');
    const places = ['A-01-03-2', 'A-02-02-1', 'B-06-02-1', 'B-10-01-1', 'B-11-02-1'];
    for (const [index, location] of places.entries()) {
      const goods = index % 2 === 0 ? { item: 'Q1', lot: `L${index}` } : { item: 'Q2' };
      const extra = { licensePlate: `LP-Q${index}`, quantity: 3, unit: 'pcs', reason: 'found' };
      expect((await device.do('inventory.adjust', { location, ...goods, ...extra })).outcome).toBe('applied');
    }
  });

  const rule = fc.record({
    code: fc.constant('r'),
    name: fc.constant('Rule'),
    isActive: fc.constant(true),
    when: fc.constantFrom<PutawayRule['when']>({}, { categories: ['cold'] }, { abcClasses: ['A'] }),
    zones: fc.subarray(['A', 'B', 'C']),
    locationTypes: fc.subarray<'storage' | 'pick'>(['storage', 'pick']),
    strategies: fc.shuffledSubarray([...putawayStrategies], { minLength: 1 }),
    otherwise: fc.constantFrom<'next' | 'stop'>('next', 'stop'),
  });
  const rules = fc
    .array(rule, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((each, index) => ({ ...each, code: `r${index}` })));
  const wanted = fc.record({
    item: fc.constantFrom('Q1', 'Q2'),
    lot: fc.constantFrom('', 'L0', 'L2', 'L9'),
    quantityBase: fc.constantFrom(1, 4, 6, 7),
    plate: fc.constantFrom('LP-NEW', null),
    from: fc.constantFrom('DOCK-01', 'DOCK-02', 'A-03-02-1'),
  });

  test('reads a few places and finds the one that a look at all of them finds', async () => {
    const { read } = app().services.store;
    const all = await putTargetsOf(read, warehouse);
    const property = fc.asyncProperty(rules, wanted, async (own, { item, plate, from, ...part }) => {
      await app().services.store.write((trx) => keepRules(trx, warehouse, own));
      const items = await itemsByNumber(read, item);
      const row = { ...part, item: `DEMO:${item}`, owner: 'DEMO', inventoryStatus: 'available' };
      const goods = goodsOf(plate, [row], items);
      const origin = await originAt(read, warehouse, from);
      const found = await proposalFor(read, { warehouse, goods, from, work: null, nowMs: 0 });
      expect(found?.location.code ?? null).toBe(propose(goods, all, own, origin)?.code ?? null);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
