import { beforeAll, expect, test } from 'vitest';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

const hands = 'HANDS-W-1001';

onBothDatabases('what is in somebody’s hands', (app) => {
  let floor: Device;
  let office: Device;
  let ada: Administrator;
  let work: string;
  const pick = { location: 'A-12-01-1', item: 'HAND-1', unit: 'pcs' };

  async function applied(device: Device, type: string, body: object) {
    const result = await device.do(type, body);
    expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
    return result.result;
  }

  async function signOff(query = '', body?: object) {
    const answer = await app().call('DELETE', `/api/session${query}`, { as: floor.token, body });
    return answer.status === 204 ? '204' : `${answer.status} ${answer.body.code}`;
  }

  beforeAll(async () => {
    floor = await Device.signIn(app(), 'W-1001');
    office = await Device.signIn(app(), 'S-2001');
    ada = await atConsole(app(), 'A-3001');
    await new Erp(app()).sent(itemMessage('HAND-1'), shipMessage('h-1', 'SO-HAND', [[1, 'HAND-1', 5]]));
    await applied(office, 'inventory.adjust', { ...pick, quantity: 9, reason: 'found' });
    [{ work }] = (await applied(office, 'waves.release', { orders: ['SO-HAND'] })).work;
    await applied(floor, 'picking.claim', { work });
  });

  const claimedBy = async () =>
    (
      await app()
        .services.store.read.k.selectFrom('work')
        .select('claimed_by')
        .where('id', '=', work)
        .executeTakeFirstOrThrow()
    ).claimed_by;

  test('is nothing while work was only taken: signing off gives it back, unless they work on another device too', async () => {
    const second = await Device.signIn(app(), 'W-1001');
    expect(await signOff()).toBe('204');
    expect(await claimedBy()).toBe('W-1001');
    floor = second;
    expect(await signOff()).toBe('204');
    expect(await claimedBy()).toBeNull();
    floor = await Device.signIn(app(), 'W-1001');
    await applied(floor, 'picking.claim', { work });
  });

  test('is told as theirs by stock, and as no place to anybody else', async () => {
    await applied(floor, 'picking.pick', { ...pick, work, line: 1, quantity: 5 });
    const { items } = (await app().call('GET', '/api/device/stock?item=HAND-1', { as: floor.token })).body;
    const carried = { location: hands, locationType: 'hands', onHand: 5, reserved: 5, available: 0 };
    expect(items).toContainEqual(
      expect.objectContaining({ ...carried, inHandOf: { badge: 'W-1001', name: 'Wanda Worker' } }),
    );
    expect(items.find(({ location }: { location: string }) => location === pick.location)).toMatchObject({
      ...{ onHand: 4, inHandOf: null },
    });
    await published(app());
    const listed = [
      await ada.get('/api/admin/warehouses/EAST/locations'),
      await app().call('GET', '/api/admin/warehouses/EAST/locations', {
        as: ada.token,
        headers: { accept: 'text/csv' },
      }),
      await app().call('GET', '/api/planning/locations?limit=1000', { as: 'demo-planning-key' }),
      await app().call('GET', '/api/device/changes?after=0&warehouse=EAST&limit=1000', { as: floor.token }),
    ];
    for (const { status, body } of listed) {
      expect(status).toBe(200);
      const locations = Array.isArray(body.items)
        ? body.items.map(
            (row: { code?: string; location?: string; key?: string }) => row.code ?? row.location ?? row.key,
          )
        : String(body).split('\n');
      expect(locations.filter((text: unknown) => String(text).startsWith('HANDS-'))).toEqual([]);
      expect(locations.length).toBeGreaterThan(0);
    }
    expect((await ada.get(`/api/admin/warehouses/EAST/locations/${hands}`)).status).toBe(404);
  });

  test.each<[type: string, body: object, code: string]>([
    [
      'inventory.move',
      { from: pick.location, to: hands, item: 'HAND-1', quantity: 1, unit: 'pcs' },
      'location.unknown',
    ],
    [
      'inventory.move',
      { from: hands, to: pick.location, item: 'HAND-1', quantity: 1, unit: 'pcs' },
      'location.unknown',
    ],
    ['inventory.adjust', { ...pick, location: hands, quantity: 1, reason: 'found' }, 'location.unknown'],
    [
      'putaway.put',
      { item: 'HAND-1', from: hands, to: 'B-01-02-1', quantity: 1, unit: 'pcs', overrideReason: 'other' },
      'location.unknown',
    ],
  ])('%s %o is refused', async (type, body, code) => {
    const { outcome, problem } = await office.do(type, body);
    expect([outcome, problem?.code]).toEqual(['refused', code]);
  });

  test('nobody makes a location of such a name', async () => {
    for (const code of [hands, 'HANDS-X']) {
      const made = await ada.make(`/api/admin/warehouses/EAST/locations/${code}`, { type: 'storage' });
      expect([made.status, faultsIn(made)]).toEqual([422, ['/code location.code_reserved']]);
    }
  });

  test('keeps them from signing off until it is put down, or a supervisor vouches for it; it stays in the books as theirs', async () => {
    expect(await signOff()).toBe('409 session.goods_in_hand');
    expect(await signOff('?force=true', { badge: 'S-2001', pin: '2001' })).toBe('204');
    expect(await claimedBy()).toBe('W-1001');
    floor = await Device.signIn(app(), 'W-1001');
    expect(await signOff()).toBe('409 session.goods_in_hand');
    await applied(floor, 'picking.put', { work, location: 'STAGE-01' });
    expect(await signOff()).toBe('204');
  });
});
