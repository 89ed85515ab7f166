import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('what whoever releases orders looks at', (app) => {
  let office: Device;
  let floor: Device;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    floor = await Device.signIn(app(), 'W-1001');
    await new Erp(app()).sent(itemMessage('SV-1'), itemMessage('SV-2'));
    for (const [location, quantity] of [
      ['A-01-02-1', 6],
      ['B-01-02-1', 6],
    ] as const) {
      const found = { location, item: 'SV-1', quantity, unit: 'pcs', reason: 'found' };
      expect((await office.do('inventory.adjust', found)).outcome).toBe('applied');
    }
  });

  const get = async (path: string, as = office) => (await app().call('GET', path, { as: as.token })).body;

  async function applied(type: string, body: object, device = office) {
    const result = await device.do(type, body);
    expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
    return result.result;
  }

  const ordered = (order: string, quantity: number, more: object = {}) =>
    new Erp(app()).sent(shipMessage(`m-${order}`, order, [[1, 'SV-1', quantity]], more));

  test('the pool shows what may be released, first whose cut-off is over or near', async () => {
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    await ordered('SV-PLAIN', 1, { priority: 1 });
    await ordered('SV-SOON', 1, { cutoffAt: inMinutes(30), carrier: 'DHL' });
    await ordered('SV-LATE', 1, { cutoffAt: inMinutes(-30) });
    await ordered('SV-HELD', 1, { holdCodes: ['CREDIT'] });
    const pool = await get('/api/device/releasable-orders?warehouse=EAST&search=sv-');
    const told = pool.items.map(({ order, urgency }: { order: string; urgency: string }) => [order, urgency]);
    expect(told).toEqual([
      ['SV-LATE', 'late'],
      ['SV-SOON', 'soon'],
      ['SV-PLAIN', 'normal'],
    ]);
    const dhl = await get('/api/device/releasable-orders?warehouse=EAST&carrier=DHL');
    const asked = async (query: string) => {
      const { items } = await get(`/api/device/releasable-orders?warehouse=EAST&search=sv-&${query}`);
      return items.map(({ order }: { order: string }) => order);
    };
    expect(await asked('held=now')).toEqual(['SV-HELD']);
    expect(await asked('held=any')).toContain('SV-HELD');
    expect(await asked('priorityAtMost=1')).toEqual(['SV-PLAIN']);
    expect(await asked('lacking=yes')).toEqual([]);
    expect(dhl).toMatchObject({ carriers: expect.arrayContaining(['DHL']), sourceSystems: ['DEMO'] });
    expect(dhl).toMatchObject({ total: 1, items: [{ order: 'SV-SOON', customer: 'Corner Bakery', lines: 1 }] });
    expect((await app().call('GET', '/api/device/releasable-orders?warehouse=EAST', { as: floor.token })).status).toBe(
      403,
    );
  });

  test('a preview tells what each order would get and what is short, and changes nothing', async () => {
    await ordered('SV-P1', 8, { priority: 1 });
    await new Erp(app()).sent(
      shipMessage('m-sv-p2', 'SV-P2', [
        [1, 'SV-1', 10],
        [2, 'SV-2', 1],
      ]),
    );
    const ask = () =>
      app().call('POST', '/api/device/waves/preview', {
        as: office.token,
        body: { warehouse: 'EAST', orders: ['SV-P1', 'SV-P2', 'SV-?'] },
      });
    const { status, body } = await ask();
    expect([status, body.unknown]).toEqual([200, ['SV-?']]);
    expect(body.orders).toMatchObject([
      { order: 'SV-P1', outcome: 'whole', lines: { done: 1, of: 1 } },
      { order: 'SV-P2', outcome: 'part', lines: { done: 0, of: 2 } },
    ]);
    expect(body.shortages).toEqual([
      { order: 'SV-P2', line: 1, item: 'SV-1', quantity: 6, unit: 'pcs', reason: 'no_stock' },
      { order: 'SV-P2', line: 2, item: 'SV-2', quantity: 1, unit: 'pcs', reason: 'no_stock' },
    ]);
    expect(body).toMatchObject({ shipments: 2, pickers: 1, secondsPerLine: 40, minutes: 2, stops: 3 });
    expect(body.zones.map(({ zone }: { zone: string }) => zone)).toEqual(['A', 'B']);
    expect((await ask()).body.orders).toEqual(body.orders);
    expect((await new Erp(app()).order('SV-P1')).releaseStatus).toBe('open');
    const nothing = await app().call('POST', '/api/device/waves/preview', {
      as: office.token,
      body: { warehouse: 'EAST' },
    });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'waves.nothing_named']);
  });

  test('work shows who has it; it is made more urgent, taken back and cancelled', async () => {
    const { wave, work } = await applied('waves.release', { orders: ['SV-PLAIN', 'SV-SOON'] });
    const [one, other] = work.map((each: { work: string }) => each.work);
    await applied('picking.claim', { work: one }, floor);
    const list = await get(`/api/device/work?warehouse=EAST&wave=${wave}`);
    expect(list.items).toHaveLength(2);
    expect(list.items.find((row: { work: string }) => row.work === one)).toMatchObject({
      claimedBy: 'W-1001',
      isClaimExpired: false,
      lines: { done: 0, of: 1 },
    });
    expect((await floor.do('waves.set_priority', { work: other, priority: 1 })).problem.code).toBe(
      'auth.permit_missing',
    );
    await applied('waves.set_priority', { work: other, priority: 0 });
    expect((await get('/api/device/work?warehouse=EAST&claimed=no')).items[0]).toMatchObject({
      work: other,
      priority: 0,
    });
    await applied('waves.take_back', { work: one, reason: 'went home' });
    expect((await get('/api/device/work?warehouse=EAST&claimed=yes')).items).toEqual([]);
    const twice = await office.do('waves.take_back', { work: one, reason: 'again' });
    expect(twice.problem.code).toBe('waves.work_unclaimed');
    await applied('waves.cancel_work', { work: other, reason: 'no truck' });
    expect((await office.do('waves.cancel_work', { work: other, reason: 'no truck' })).problem.code).toBe(
      'picking.work_closed',
    );
    const shown = await get(`/api/device/waves/${wave}`);
    expect(shown).toMatchObject({
      status: 'released',
      orders: 2,
      works: { done: 0, of: 1 },
      lines: { done: 0, of: 1 },
    });
  });

  test('work of which goods are in hand is cancelled but for these; taken back it is not', async () => {
    await ordered('SV-HAND', 4);
    const { work } = await applied('waves.release', { orders: ['SV-HAND'] });
    const [{ work: id, lines }] = work;
    const pick = { work: id, line: 1, location: lines[0].location, item: 'SV-1', quantity: 1, unit: 'pcs' };
    await applied('picking.claim', { work: id }, floor);
    await applied('picking.pick', pick, floor);
    expect((await office.do('waves.take_back', { work: id, reason: '?' })).problem.code).toBe('picking.goods_in_hand');
    expect((await get('/api/device/work?warehouse=EAST&search=SV-HAND')).items).toMatchObject([{ inHand: 1 }]);
    await applied('waves.cancel_work', { work: id, reason: 'enough' });
    expect((await new Erp(app()).order('SV-HAND')).lines[0]).toMatchObject({ releasedQuantity: 1, pickedQuantity: 1 });
    expect(await applied('picking.put', { work: id, location: 'STAGE-01' }, floor)).toMatchObject({ status: 'closed' });
  });

  test('a wave is completed when nothing of it is left to pick', async () => {
    const { items } = await get('/api/device/waves?warehouse=EAST&search=SV-HAND');
    expect(items).toMatchObject([{ status: 'completed', works: { done: 1, of: 1 } }]);
  });
});
