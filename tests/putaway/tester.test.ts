import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';

const flour = { category: 'flour', abcClass: 'A', weight: { gross: 1, unit: 'kg' }, units: [] };

onBothDatabases('why goods are sent where they are sent', (app) => {
  let worker: Device;
  let supervisor: Device;
  let plate: string;

  beforeAll(async () => {
    worker = await Device.signIn(app(), 'W-1001');
    supervisor = await Device.signIn(app(), 'S-2001');
    await haveItems(app(), [
      { number: 'T1', extra: flour },
      { number: 'T2', extra: { category: 'cold' } },
    ]);
    const lines = [{ lineNumber: 1, item: 'T1', quantity: 1000 }];
    await haveOrders(app(), [{ orderNumber: 'PO-T1', lines }]);
    const body = { order: 'PO-T1', item: 'T1', quantity: 100, unit: 'pcs', location: 'DOCK-02' };
    plate = (await worker.do('receiving.register', body)).result.licensePlate;
    await app().services.store.write(async (trx) => {
      const set = (change: object, ...codes: string[]) =>
        trx.k.updateTable('location').set(change).where('warehouse', '=', 'EAST').where('code', 'in', codes).execute();
      await set({ capacity_weight_grams: 88_000 }, 'A-01-02-1');
      await set({ active: 0 }, 'A-01-02-2');
    });
  });

  async function ask(body: object, as = supervisor) {
    const asked = { warehouse: 'EAST', ...body };
    return app().call('POST', '/api/console/putaway/test', { as: as.token, body: asked });
  }

  async function reasonFor(location: string, body: object = { licensePlate: plate }) {
    const { body: answer } = await ask({ ...body, search: location });
    return answer.places.items[0].problem;
  }

  test('a supervisor sees the proposal, the rule that gave it, and what the goods are', async () => {
    const { body } = await ask({ licensePlate: plate });
    expect(body).toMatchObject({
      goods: {
        licensePlate: plate,
        from: 'DOCK-02',
        weightKg: 100,
        contents: [{ item: 'T1', quantity: 100, category: 'flour' }],
      },
      proposal: { location: 'A-01-03-1', rule: 'storage', strategy: 'empty' },
      rules: [
        { rule: 'quarantine', outcome: 'other-goods', problem: { code: 'putaway.rule_for_others' } },
        { rule: 'storage', outcome: 'chose', problem: null },
      ],
      parts: [],
    });
    expect(body.goods.unmeasured).toEqual(['T1']);
  });

  test('every place has its reason, in parts as long as the reader asks', async () => {
    expect(await reasonFor('A-01-02-1')).toEqual({
      code: 'location.too_heavy',
      params: { location: 'A-01-02-1', excessKg: 12, capacityKg: 88 },
    });
    expect(await reasonFor('A-01-02-2')).toMatchObject({ code: 'location.inactive' });
    expect(await reasonFor('A-01-01-1')).toMatchObject({ code: 'putaway.other_type', params: { type: 'pick' } });
    expect(await reasonFor('B-01-01-1')).toMatchObject({ code: 'putaway.farther', params: { proposed: 'A-01-03-1' } });
    const seen: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const { body } = await ask({ licensePlate: plate, after, limit: 60 });
      seen.push(...body.places.items.map(({ location }: { location: string }) => location));
      after = body.places.next;
      expect(body.places.total).toBe(193);
    }
    expect([seen.length, new Set(seen).size, seen[0]]).toEqual([193, 193, 'A-01-03-1']);
  });

  test('goods that are only imagined are asked about as well, loose ones too', async () => {
    const { body } = await ask({ item: 'T2', quantity: 3, unit: 'pcs', inventoryStatus: 'quality', isLoose: true });
    expect(body).toMatchObject({
      goods: { licensePlate: null, from: 'DOCK-01' },
      proposal: { location: 'QC-01', rule: 'quarantine' },
    });
  });

  test('a number is that of a plate, or else of an item', async () => {
    expect((await ask({ goods: plate })).body.goods.licensePlate).toBe(plate);
    expect((await ask({ goods: 'T2' })).body.goods.contents).toMatchObject([{ item: 'T2', quantity: 1 }]);
    expect((await ask({ goods: 'NONE' })).body.code).toBe('item.unknown');
  });

  test('rules are tried out before they are kept', async () => {
    const rules = [
      { code: 'cold', name: 'Cold room', when: { categories: ['cold'] }, zones: ['B'], strategies: ['empty'] },
      { code: 'rest', name: 'The rest', strategies: ['empty'], zones: ['A'] },
    ];
    const cold = await ask({ item: 'T2', rules });
    expect(cold.body.proposal).toMatchObject({ location: 'B-01-01-1', rule: 'cold', ruleName: 'Cold room' });
    const dry = await ask({ item: 'T1', rules, search: 'B-01-01-1' });
    expect(dry.body.places.items[0].problem).toMatchObject({ code: 'putaway.other_zone', params: { zones: 'A' } });
    const nowhere = await ask({ item: 'T1', rules: rules.slice(0, 1) });
    expect([nowhere.body.proposal, nowhere.body.reasons]).toEqual([null, [{ code: 'putaway.no_rule', count: 193 }]]);
  });

  test('goods that fit nowhere as a whole are spread', async () => {
    const rules = [{ code: 'few', name: 'Few', zones: ['TEST'], strategies: ['empty'] }];
    await app().services.store.write((trx) =>
      trx.k
        .updateTable('location')
        .set({ zone: 'TEST', capacity_weight_grams: 60_000 })
        .where('warehouse', '=', 'EAST')
        .where('code', 'in', ['B-12-04-1', 'B-12-04-2'])
        .execute(),
    );
    const { body } = await ask({ licensePlate: plate, rules });
    expect(body).toMatchObject({
      proposal: null,
      parts: [
        { location: 'B-12-04-1', quantity: 60, unit: 'pcs' },
        { location: 'B-12-04-2', quantity: 40, unit: 'pcs' },
      ],
    });
  });

  test.each<[string, object, number, string]>([
    ['neither plate nor item', {}, 422, 'putaway.goods_missing'],
    ['an unknown plate', { licensePlate: 'NONE' }, 422, 'putaway.plate_unknown'],
    ['an unknown item', { item: 'NONE' }, 422, 'item.unknown'],
    ['a plate of another warehouse', { warehouse: 'WEST', licensePlate: 'own' }, 422, 'putaway.wrong_warehouse'],
    ['an unknown unit', { item: 'T1', unit: 'ton' }, 422, 'item.unit_unknown'],
    [
      'a rule that cannot be',
      { item: 'T1', rules: [{ code: 'x', name: 'x', strategies: [] }] },
      422,
      'request.invalid',
    ],
  ])('is refused for %s', async (_, body, status, code) => {
    const own = 'licensePlate' in body && body.licensePlate === 'own' ? { licensePlate: plate } : {};
    const answer = await ask({ ...body, ...own });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('is not for workers', async () => {
    expect((await ask({ licensePlate: plate }, worker)).status).toBe(403);
  });

  async function explain(query: string) {
    const { body } = await app().call('GET', `/api/device/explain?${query}`, { as: worker.token });
    return body.items;
  }

  test('a worker asks by plate, by plate and place, by item and place', async () => {
    expect(await explain(`licensePlate=${plate}`)).toMatchObject([
      {
        subject: { licensePlate: plate, from: 'DOCK-02' },
        allowed: true,
        putaway: { proposal: { location: 'A-01-03-1' } },
      },
    ]);
    expect(await explain(`licensePlate=${plate}&location=A-01-02-1`)).toMatchObject([
      { allowed: false, problem: { code: 'location.too_heavy', detail: expect.stringContaining('12 kg too heavy') } },
    ]);
    expect(await explain('item=T1&location=B-01-01-1&warehouse=EAST')).toMatchObject([
      { allowed: true, problem: null },
    ]);
    expect(await explain('item=T1&location=DOOR-01')).toMatchObject([{ problem: { code: 'location.wrong_type' } }]);
    expect(await explain('item=T1&location=NOWHERE')).toMatchObject([{ problem: { code: 'location.unknown' } }]);
    expect(await explain('licensePlate=NONE')).toMatchObject([{ problem: { code: 'putaway.plate_unknown' } }]);
    await worker.do('putaway.put', { licensePlate: plate, to: 'A-01-03-1' });
    expect(await explain(`licensePlate=${plate}`)).toMatchObject([
      { allowed: false, problem: { code: 'putaway.already_done' }, putaway: { proposal: expect.anything() } },
    ]);
  });
});
