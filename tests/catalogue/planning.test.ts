import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage } from '../support/erp.ts';

onBothDatabases('master data', (app) => {
  const erp = () => new Erp(app());
  const planning = (path: string, headers: Record<string, string> = {}) =>
    app().call('GET', path, { as: 'demo-planning-key', headers });

  test('planning reads items page by page, and hears at once when it knows a page already', async () => {
    const flour = {
      decimals: 3,
      baseUnit: 'kg',
      unitCost: 1.15,
      abcClass: 'A',
      shelfLifeDays: 270,
      tracking: { lot: true, expiry: true },
      weight: { gross: 1.02, unit: 'kg' },
      barcodes: [{ code: '4006381333931', quantity: 0.5 }],
    };
    await erp().sent(itemMessage('A1', flour), itemMessage('A2'), itemMessage('A3'));
    const first = await planning('/api/planning/items?limit=2');
    expect(first.body.items).toMatchObject([
      {
        item: 'A1',
        sourceSystem: 'DEMO',
        decimals: 3,
        unitCost: 1.15,
        weight: { gross: 1.02 },
        tracking: { lot: true, serial: false, expiry: true },
        units: [{ unit: 'case', numerator: 12, denominator: 1 }],
        barcodes: [{ code: '4006381333931', unit: 'kg', quantity: 0.5 }],
      },
      { item: 'A2' },
    ]);
    const second = await planning(`/api/planning/items?limit=2&after=${first.body.next}`);
    expect([first.body.hasMore, second.body.hasMore, second.body.items.length]).toEqual([true, false, 1]);
    const etag = first.headers.get('etag') ?? '';
    expect((await planning('/api/planning/items?limit=2', { 'if-none-match': etag })).status).toBe(304);
    expect((await planning('/api/planning/items?limit=2', { 'if-none-match': `"x", W/${etag}` })).status).toBe(304);
    await erp().sent({ ...itemMessage('A2', { description: 'renamed' }), messageId: 'renamed' });
    const changed = await planning('/api/planning/items?limit=2', { 'if-none-match': etag });
    expect([changed.status, changed.body.items[1].description, changed.body.items[1].version]).toEqual([
      200,
      'renamed',
      2,
    ]);
  });

  test('an item that is sent again as it was stays as it is', async () => {
    await erp().sent(itemMessage('SAME'));
    await erp().sent({ ...itemMessage('SAME'), messageId: 'same-again' });
    const { body } = await planning('/api/planning/items?limit=1000');
    expect(body.items.find(({ item }: { item: string }) => item === 'SAME').version).toBe(1);
  });

  test('planning reads the locations of a warehouse', async () => {
    const all: string[] = [];
    let page = (await planning('/api/planning/locations?warehouse=EAST&limit=50')).body;
    for (;;) {
      all.push(...page.items.map(({ location }: { location: string }) => location));
      if (!page.hasMore) break;
      page = (await planning(`/api/planning/locations?warehouse=EAST&limit=50&after=${page.next}`)).body;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(['A-01-01-1', 'DOCK-01', 'DOOR-02']));
    expect(page.items.every(({ warehouse }: { warehouse: string }) => warehouse === 'EAST')).toBe(true);
  });

  test('base unit and decimals stay while an order is open, and while there is stock', async () => {
    await erp().sent(itemMessage('SCALE'), orderMessage('scale', 'PO-SCALE', [[1, 'SCALE', 5]]));
    const kilograms = (messageId: string) => ({ ...itemMessage('SCALE', { baseUnit: 'kg', decimals: 3 }), messageId });
    const [ordered] = await erp().sent(kilograms('kg-1'));
    expect(ordered.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/item/baseUnit',
      '/item/decimals',
    ]);
    const device = await Device.signIn(app(), 'W-1001');
    const register = { order: 'PO-SCALE', item: 'SCALE', quantity: 5, unit: 'pcs', location: 'DOCK-01' };
    await device.send(
      device.command('receiving.register', register),
      device.command('receiving.complete', { order: 'PO-SCALE' }),
    );
    const [stocked] = await erp().sent(kilograms('kg-2'));
    expect([stocked.status, (await erp().settled('kg-1')).status]).toEqual(['failed', 'superseded']);
    await erp().sent(itemMessage('FREE'));
    const [free] = await erp().sent({ ...itemMessage('FREE', { baseUnit: 'kg', decimals: 3 }), messageId: 'kg-3' });
    expect(free.status).toBe('accepted');
  });

  test('a cancelled item becomes inactive; parties come and go', async () => {
    await erp().sent(itemMessage('OLD'));
    const cancel = (number: string, messageId: string) => ({
      messageId,
      type: 'item',
      operation: 'cancel',
      item: { number },
    });
    const [done, unknown] = await erp().sent(cancel('OLD', 'old-1'), cancel('NOBODY', 'old-2'));
    expect([done.status, unknown.errors[0].code]).toEqual(['accepted', 'item.not_found']);
    const { body } = await planning('/api/planning/items?limit=1000');
    expect(body.items.find(({ item }: { item: string }) => item === 'OLD').status).toBe('inactive');
    const party = {
      account: 'S-77',
      kind: 'supplier',
      name: 'Northern Mills',
      address: { city: 'Kiel', country: 'DE' },
    };
    const rows = () => app().services.store.read.k.selectFrom('party').select(['account', 'kind']).execute();
    await erp().sent({ messageId: 'p-1', type: 'party', operation: 'upsert', party } as { messageId: string });
    expect(await rows()).toEqual([{ account: 'S-77', kind: 'supplier' }]);
    await erp().sent({ messageId: 'p-2', type: 'party', operation: 'cancel', party: { account: 'S-77' } } as {
      messageId: string;
    });
    expect(await rows()).toEqual([]);
  });
});
