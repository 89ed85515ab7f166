import { expect, test } from 'vitest';
import { policyFor } from '#shared/returns/policy.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems } from '../support/orders.ts';
import { shipGoods } from '../support/shipped-goods.ts';

const within = { returnPolicy: 'within-days', returnWithinDays: 30 } as const;
const own = [
  { item: 'A', policy: 'never' },
  { category: 'food', policy: 'within-days', withinDays: 2 },
] as const;

test.each([
  [
    { number: 'A', category: 'food' },
    { isTaken: false, days: null },
  ],
  [
    { number: 'B', category: 'food' },
    { isTaken: true, days: 2 },
  ],
  [
    { number: 'B', category: 'tools' },
    { isTaken: true, days: 30 },
  ],
])('of policies the most specific wins: %o is judged by %o', (item, policy) => {
  expect(policyFor(item, own, within)).toEqual(policy);
});

onBothDatabases('what desk and device see of returns', (app) => {
  const path = '/api/admin/return-policies/DEMO';
  const get = async (url: string, badge: string) =>
    app().call('GET', url, { as: (await Device.signIn(app(), badge)).token });

  async function put(body: object, headers: Record<string, string>) {
    const { token } = await Device.signIn(app(), 'A-3001');
    return app().call('PUT', path, { as: token, body, headers });
  }

  test('whoever scans the return number sees what may be in the parcel', async () => {
    const goods = await shipGoods(app(), 'SEEN', { quantity: 4 });
    const worker = await Device.signIn(app(), 'W-1001');
    const body = { returnId: goods.returnId, item: goods.item, quantity: 1, unit: 'pcs', disposition: 'restock' };
    const returned = await worker.do('returns.register', body);
    const seen = await get(`/api/device/returns?warehouse=EAST&returnId=${goods.returnId}`, 'W-1001');
    expect(seen.body).toEqual({
      slip: goods.returnId,
      orders: [goods.order],
      items: [
        {
          ...{ item: goods.item, description: `Item ${goods.item}`, unit: 'pcs' },
          ...{ shipped: 4, returned: 1, left: 3, until: null, isTaken: true },
        },
      ],
    });
    expect((await get('/api/device/returns?warehouse=EAST&returnId=RET-NO', 'W-1001')).status).toBe(404);
    expect((await get('/api/device/returns?warehouse=EAST', 'W-1001')).status).toBe(422);
    const list = await get(`/api/console/returns?warehouse=EAST&search=${goods.returnId}`, 'S-2001');
    expect(list.body).toMatchObject({
      items: [
        {
          ...{ order: returned.result.order, item: goods.item, quantity: 1, disposition: 'restock', isUndone: false },
          ...{ originalOrder: goods.order, returnId: goods.returnId, returnedBy: 'W-1001' },
          documentNumber: returned.result.documents[0].documentNumber,
        },
      ],
      next: null,
    });
    expect((await get('/api/console/returns?warehouse=EAST', 'W-1001')).status).toBe(403);
  });

  test('the list goes on where a page of it ended', async () => {
    await haveItems(app(), [{ number: 'PAGED' }]);
    const worker = await Device.signIn(app(), 'W-1001');
    for (const disposition of ['restock', 'quarantine', 'restock']) {
      await worker.do('returns.register', { item: 'PAGED', quantity: 1, unit: 'pcs', disposition });
    }
    const list = async (query: string) =>
      (await get(`/api/console/returns?warehouse=EAST&search=PAGED&limit=2${query}`, 'S-2001')).body;
    const first = await list('');
    const second = await list(`&before=${encodeURIComponent(first.next)}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    expect((await list('&disposition=quarantine')).items).toHaveLength(1);
  });

  test('policies are kept whole, and audited', async () => {
    await haveItems(app(), [{ number: 'NEVER' }, { number: 'TOY', extra: { category: 'toys' } }]);
    const first = await get(path, 'A-3001');
    expect(first.body).toEqual({ policies: [] });
    const policies = [
      { item: 'NEVER', policy: 'never' },
      { category: 'toys', policy: 'within-days', withinDays: 3 },
    ];
    const etag = first.headers.get('etag') ?? '';
    const kept = await put({ policies }, { 'if-match': etag });
    expect([kept.status, kept.body]).toEqual([200, { policies }]);
    expect((await put({ policies: [] }, { 'if-match': etag })).status).toBe(412);
    const worker = await Device.signIn(app(), 'W-1001');
    const by = (item: string) =>
      worker.do('returns.register', { item, quantity: 1, unit: 'pcs', disposition: 'restock' });
    expect((await by('NEVER')).problem.code).toBe('returns.not_taken');
    expect((await by('TOY')).result.approval).toBeDefined();
  });

  test.each([
    [{ policy: 'never' }, '/policies/0/item', 'request.missing'],
    [{ item: 'A', category: 'b', policy: 'never' }, '/policies/0/category', 'returns.policy_one_subject'],
    [{ item: 'A', policy: 'within-days' }, '/policies/0/withinDays', 'request.missing'],
    [{ item: 'A', policy: 'always', withinDays: 3 }, '/policies/0/withinDays', 'returns.policy_no_days'],
  ])('the policy %o is refused at %s as %s', async (policy, pointer, code) => {
    const refused = await put({ policies: [policy] }, { 'if-match': '*' });
    expect([refused.status, refused.body.errors[0]]).toEqual([422, expect.objectContaining({ pointer, code })]);
  });

  test('an item has one policy, and a worker makes none', async () => {
    const twice = { item: 'A', policy: 'never' };
    const refused = await put({ policies: [twice, twice] }, { 'if-match': '*' });
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/policies/1', code: 'returns.policy_repeated' });
    expect((await get(path, 'W-1001')).status).toBe(403);
    expect((await get('/api/admin/return-policies/NOBODY', 'A-3001')).status).toBe(404);
  });
});
