import { beforeAll, describe, expect, test } from 'vitest';
import { judgePolicies, type Policy, type PolicyFacts } from '#shared/planning/publish.ts';
import { type Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { PickFaces } from '../support/pick-faces.ts';

onBothDatabases('what planning publishes for pick faces and warehouses', (app) => {
  let faces: PickFaces;
  let ada: Administrator;

  beforeAll(async () => {
    faces = await PickFaces.begin(app());
    ada = await atConsole(app(), 'A-3001');
  });

  const path = '/api/planning/policies';
  const as = 'demo-planning-key';
  const put = (version: string, policies: readonly object[], key = as) =>
    app().call('PUT', `${path}/${version}`, { as: key, body: { policies } });
  const rollBack = (version: string) => app().call('POST', `${path}/${version}/rollback`, { as });

  async function said(version: string, policies: readonly object[]) {
    const { status, body } = await put(version, policies);
    expect([status, body.planVersion]).toEqual([200, version]);
    return body.items.map(({ outcome, reason }: { outcome: string; reason: string | null }) => [outcome, reason]);
  }

  /** What counts now, as `item minimum-maximum of version`. */
  async function active(item: string) {
    const { body } = await app().call('GET', path, { as });
    return body.policies
      .filter((policy: { item: string }) => policy.item === item)
      .map((policy: { minimum: number; maximum: number; planVersion: string }) => {
        return `${policy.minimum}-${policy.maximum} of ${policy.planVersion}`;
      });
  }

  const accepted = ['accepted', null];
  const there = ['already_published', null];

  test('a face is filled by what its plan says, and by the one before once that is rolled back', async () => {
    const { item, face } = await faces.scene({ reserve: 48 });
    const policy = { item, warehouse: 'EAST', location: face, minimum: 0, maximum: 4 };
    expect(await said('p1', [{ ...policy, minimum: 1 }])).toEqual([accepted]);
    await faces.comesTo(face, ['A-01-02-2 4 (500)']);
    expect(await said('p2', [{ ...policy, minimum: 10, maximum: 20, safetyStock: 3 }])).toEqual([accepted]);
    await faces.comesTo(face, ['A-01-02-2 20 (500)']);
    expect(await active(item)).toEqual(['10-20 of p2']);
    const answer = await rollBack('p2');
    expect([answer.status, answer.body.planVersion]).toEqual([200, 'p1']);
    expect(await active(item)).toEqual(['1-4 of p1']);
    const [rolledBack] = (await ada.audit('plan/p2', 2)).filter((row: { action: string }) => /rolled/.test(row.action));
    expect(rolledBack).toMatchObject({
      before: { planVersion: 'p2', policies: [{ item, maximum: 20, safetyStock: 3 }] },
      after: { planVersion: 'p1', policies: [{ item, maximum: 4 }] },
    });
    expect((await rollBack('p2')).body.code).toBe('planning.version_not_active');
    expect((await put('p2', [{ ...policy, minimum: 10, maximum: 20, safetyStock: 3 }])).status).toBe(409);
    expect((await rollBack('nobody-published-this')).status).toBe(404);
  });

  test('one after the other is taken back, past what was taken back before', async () => {
    const { item } = await faces.scene({});
    const policy = { item, warehouse: 'EAST', minimum: 1 };
    for (const maximum of [2, 3, 4]) expect(await said(`s${maximum}`, [{ ...policy, maximum }])).toEqual([accepted]);
    await rollBack('s4');
    expect(await said('s5', [{ ...policy, maximum: 5 }])).toEqual([accepted]);
    expect((await rollBack('s3')).body.code).toBe('planning.version_not_active');
    expect((await rollBack('s5')).body.planVersion).toBe('s3');
    expect((await rollBack('s3')).body.planVersion).toBe('s2');
    expect(await active(item)).toEqual(['1-2 of s2']);
    const [one, other] = await Promise.all([rollBack('s2'), rollBack('s2')]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    expect(await active(item)).toEqual([]);
  });

  test('its safety stock is not offered to shops, though orders may take it', async () => {
    const { item } = await faces.scene({ reserve: 48 });
    const at = async () => {
      const path = `/api/erp/availability?item=${item}&warehouse=EAST`;
      const { availableToPromise, safetyStock, availableToSell } = (
        await app().call('GET', path, { as: 'demo-erp-key' })
      ).body;
      return { availableToPromise, safetyStock, availableToSell };
    };
    expect(await at()).toEqual({ availableToPromise: 48 });
    expect(await said('safe', [{ item, warehouse: 'EAST', safetyStock: 50 }])).toEqual([accepted]);
    expect(await at()).toEqual({ availableToPromise: 48, safetyStock: 50, availableToSell: -2 });
    await faces.released(item, 48);
    expect(await at()).toMatchObject({ availableToPromise: 0 });
  });

  test('a policy of the warehouse is for each face of the item, unless people set that one', async () => {
    const first = await faces.scene({ reserve: 48 });
    const second = await faces.scene({ reserve: 48 });
    await faces.holds(second.face, second.item, 1, 2);
    const policies = [first, second].map(({ item }) => ({ item, warehouse: 'EAST', reorderPoint: 3, maximum: 8 }));
    expect(await said('w1', policies)).toEqual([accepted, accepted]);
    await faces.comesTo(first.face, ['A-01-02-2 8 (500)']);
    await faces.comesTo(second.face, ['A-01-02-2 2 (500)']);
  });

  test('the same version sent again changes nothing; with other policies it is refused, and an older one too', async () => {
    const { item } = await faces.scene({});
    const policy = { item, warehouse: 'EAST', minimum: 1, maximum: 4 };
    const late = { item: 'LATE-1', warehouse: 'EAST', minimum: 1 };
    expect(await said('v1', [policy, late])).toEqual([accepted, ['rejected', 'item.unknown']]);
    expect(await said('v1', [policy, late])).toEqual([there, ['rejected', 'item.unknown']]);
    await faces.erp.sent({
      messageId: 'late',
      type: 'item',
      operation: 'upsert',
      item: { number: 'LATE-1', description: 'Late', baseUnit: 'pcs' },
    } as never);
    expect(await said('v1', [policy, late])).toEqual([there, accepted]);
    const other = await put('v1', [{ ...policy, maximum: 5 }]);
    expect([other.status, other.body.code]).toEqual([409, 'planning.version_reused']);
    expect(await said('v2', [{ ...policy, maximum: 6 }])).toEqual([accepted]);
    const older = await put('v1', [policy, late]);
    expect([older.status, older.body.code]).toEqual([409, 'planning.version_over']);
    expect(await active(item)).toEqual(['1-6 of v2']);
    expect(await active('LATE-1')).toEqual([]);
  });

  test('inside the frozen days nothing changes, whatever is published', async () => {
    const { item } = await faces.scene({});
    const policy = { item, warehouse: 'EAST', minimum: 1, maximum: 4 };
    const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    expect(await said('f1', [policy])).toEqual([accepted]);
    await ada.edit('/api/admin/source-systems/DEMO', { frozenDays: 5 });
    const changed = { ...policy, maximum: 9 };
    expect(await said('f2', [changed])).toEqual([['rejected', 'planning.frozen']]);
    expect(await active(item)).toEqual(['1-4 of f1']);
    expect(await said('f3', [{ ...changed, validFrom: dayIn(3) }])).toEqual([['rejected', 'planning.frozen']]);
    expect(await said('f4', [{ ...changed, validFrom: dayIn(7) }])).toEqual([accepted]);
    expect(await active(item)).toEqual(['1-4 of f1', '1-9 of f4']);
    expect(await said('f5', [policy])).toEqual([accepted]);
    await ada.edit('/api/admin/source-systems/DEMO', { frozenDays: 0 });
    expect(await active(item)).toEqual(['1-4 of f5']);
  });

  describe('is rejected by itself where it is wrong', () => {
    test.each([
      ['an item that nobody knows', { item: 'NOPE' }, 'item.unknown'],
      ['a warehouse that nobody knows', { warehouse: 'MOON' }, 'warehouse.unknown'],
      ['a place that is not there', { location: 'NOWHERE' }, 'location.unknown'],
      ['a place that nothing is picked from', { location: 'STAGE-01' }, 'replenishment.not_a_face'],
      ['the face of another item', { location: 'F-1' }, 'location.other_item'],
      ['more at least than at most', { minimum: 6 }, 'replenishment.limits_reversed'],
      ['more decimals than the item has', { minimum: 0.5 }, 'quantity.too_precise'],
      ['nothing', { minimum: null, maximum: null }, 'planning.nothing_said'],
    ])('%s', async (name, change, reason) => {
      const { item } = await faces.scene({});
      const policy = { item, warehouse: 'EAST', minimum: 1, maximum: 5 };
      const version = name.replaceAll(' ', '-');
      expect(await said(version, [{ ...policy, ...change }, policy])).toEqual([['rejected', reason], accepted]);
    });

    test('what is named twice for one place and day', async () => {
      const { item } = await faces.scene({});
      const policy = { item, warehouse: 'EAST', minimum: 1 };
      expect(await said('twice', [policy, policy])).toEqual([accepted, ['rejected', 'planning.repeated']]);
    });
  });

  test.each([
    ['a level below nothing', { minimum: -1 }, '/policies/0/minimum'],
    ['a day that does not exist', { validFrom: '2026-02-30' }, '/policies/0/validFrom'],
    ['a member that nobody knows', { leadTime: 3 }, '/policies/0/leadTime'],
  ])('%s cannot be read', async (_, change, pointer) => {
    const answer = await put('unreadable', [{ item: 'X', warehouse: 'EAST', ...change }]);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  test('is for keys that may publish, and for nobody else', async () => {
    expect((await put('x', [{ item: 'X', warehouse: 'EAST' }], 'demo-erp-key')).status).toBe(403);
    expect((await put('x', [{ item: 'X', warehouse: 'EAST' }], faces.office.token)).status).toBe(403);
    const made = await ada.post('/api/admin/keys', { name: 'reader', scopes: ['planning'] });
    expect((await put('x', [{ item: 'X', warehouse: 'EAST' }], made.body.key)).status).toBe(403);
  });
});

describe('days after it was published, inside the frozen days,', () => {
  const item = {
    ...{ key: 'DEMO:A', number: 'A', sourceSystem: 'DEMO', baseUnit: 'pcs', decimals: 0, units: [] },
    ...{ isLotTracked: false, isSerialTracked: false, isExpiryTracked: false },
  };
  const held = (validFrom: string, minimumBase: number): Policy => ({
    ...{ item: item.key, warehouse: 'EAST', location: '', plan: 'p1', validFrom, minimumBase },
    ...{ maximumBase: null, safetyStockBase: null, reorderPointBase: null },
  });
  const inForce = [held('', 1), held('2026-11-25', 9), held('2026-11-30', 12)];
  const facts = { item, isWarehouse: true, place: null, today: '2026-11-27', freeFrom: '2026-12-02' };
  const judged = (plan: string, publishedOn: string, sent: readonly (readonly [string | null, number])[]) => {
    const policies = sent.map(([validFrom, minimum]) => ({
      sent: { item: 'A', warehouse: 'EAST', minimum, validFrom },
      facts: { ...facts, publishedOn, validFrom } satisfies PolicyFacts,
    }));
    return judgePolicies(plan, policies, inForce).map(({ outcome, why }) => why?.code ?? outcome);
  };

  test.each([
    [
      'the same version says nothing new, though a day of it has come',
      ...(['p1', '2026-11-20'] as const),
      [
        [null, 1],
        ['2026-11-25', 9],
        ['2026-11-30', 12],
      ],
      ['already_published', 'already_published', 'already_published'],
    ],
    [
      'a new one may say what counts by now, and what is to count',
      ...(['p2', '2026-11-27'] as const),
      [
        [null, 9],
        ['2026-11-30', 12],
      ],
      ['accepted', 'accepted'],
    ],
    [
      'but not leave out what is to begin in them',
      ...(['p2', '2026-11-27'] as const),
      [[null, 9]],
      ['planning.frozen'],
    ],
    [
      'nor say something else in its place',
      ...(['p2', '2026-11-27'] as const),
      [
        [null, 9],
        ['2026-11-30', 5],
      ],
      ['planning.frozen', 'planning.frozen'],
    ],
    ['but not what counted before', ...(['p2', '2026-11-27'] as const), [[null, 1]], ['planning.frozen']],
    [
      'nor of a day to come anything else',
      ...(['p2', '2026-11-27'] as const),
      [['2026-12-01', 4]],
      ['planning.frozen'],
    ],
    ['only behind the frozen days', ...(['p2', '2026-11-27'] as const), [['2026-12-02', 4]], ['accepted']],
  ] as const)('%s', (_, plan, publishedOn, sent, outcomes) => {
    expect(judged(plan, publishedOn, sent)).toEqual(outcomes);
  });
});
