import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('outbound orders at the console', (app) => {
  let device: Device;
  const list = async (query = '') => {
    const path = `/api/console/outbound-orders?warehouse=EAST${query}`;
    return (await app().call('GET', path, { as: device.token })).body;
  };

  beforeAll(async () => {
    device = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('A1'), itemMessage('A2'));
    await erp.sent(
      shipMessage('m-1', 'SO-1', [
        [1, 'A1', 10],
        [2, 'A2', 10],
      ]),
    );
    await erp.sent(shipMessage('m-2', 'SO-2', [[1, 'A1', 5]], { holdCodes: ['CREDIT'], priority: 1 }));
    const found = { item: 'A1', quantity: 10, unit: 'pcs', location: 'A-01-02-1', reason: 'found' };
    await device.do('inventory.adjust', found);
    await device.do('waves.release', { orders: ['SO-1'] });
  });

  test('each shows both axes, who gets it, what holds it and how much of it is released', async () => {
    const { items } = await list();
    const rows = new Map(items.map((row: { orderNumber: string }) => [row.orderNumber, row]));
    expect(rows.get('SO-1')).toMatchObject({
      status: 'open',
      releaseStatus: 'partially_released',
      shipmentStatus: 'open',
      customer: 'Corner Bakery',
      holdCodes: [],
      lines: 2,
      released: 0.5,
      shipped: 0,
    });
    expect(rows.get('SO-2')).toMatchObject({ releaseStatus: 'open', holdCodes: ['CREDIT'], priority: 1 });
  });

  test.each([
    ['those on hold', '&held=now', ['SO-2']],
    ['those that begin so, in any case', '&search=so-1', ['SO-1']],
    ['those cancelled', '&status=cancelled', []],
    ['those that nothing holds', '&held=no', ['SO-1']],
    ['those that lack goods', '&lacking=yes', ['SO-1']],
    ['those of one carrier', '&carrier=NOBODY', []],
    ['those of a priority', '&priorityAtMost=1', ['SO-2']],
  ])('it finds %s', async (_what, query, numbers) => {
    expect((await list(query)).items.map((row: { orderNumber: string }) => row.orderNumber)).toEqual(numbers);
  });

  test('pages follow each other', async () => {
    const first = await list('&limit=1');
    const second = await list(`&limit=1&before=${encodeURIComponent(first.next)}`);
    const numbers = [...first.items, ...second.items].map((row: { orderNumber: string }) => row.orderNumber);
    expect([numbers.sort(), second.next]).toEqual([['SO-1', 'SO-2'], null]);
  });

  test('open ones begin with those whose cut-off is over or near, then come the others by priority', async () => {
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const erp = new Erp(app());
    await erp.sent(
      shipMessage('m-3', 'SO-3', [[1, 'A2', 1]], { priority: 9, cutoffAt: inMinutes(-5), carrier: 'DHL' }),
    );
    await erp.sent(shipMessage('m-4', 'SO-4', [[1, 'A2', 1]], { priority: 9, cutoffAt: inMinutes(30) }));
    const { items, carriers, sourceSystems } = await list('&status=open');
    const told = items.map((row: { orderNumber: string; urgency: string }) => [row.orderNumber, row.urgency]);
    expect(told).toEqual([
      ['SO-3', 'late'],
      ['SO-4', 'soon'],
      ['SO-2', 'normal'],
      ['SO-1', 'normal'],
    ]);
    expect([carriers, sourceSystems]).toEqual([['DHL'], ['DEMO']]);
    const late = await list('&status=open&urgency=late');
    expect(late.items.map((row: { orderNumber: string }) => row.orderNumber)).toEqual(['SO-3']);
    const first = await list('&status=open&limit=3');
    const second = await list(`&status=open&limit=3&before=${first.next}`);
    expect([second.items.map((row: { orderNumber: string }) => row.orderNumber), second.next]).toEqual([
      ['SO-1'],
      null,
    ]);
  });

  test('the board counts what is late, to release, to pick, lacking and to load', async () => {
    const { body } = await app().call('GET', '/api/console/board?warehouse=EAST', { as: device.token });
    const counts = Object.entries(body.outbound).map(([name, of]) => [name, (of as { count: number }).count]);
    expect(Object.fromEntries(counts)).toEqual({ late: 1, toRelease: 3, lacking: 1, linesToPick: 1, toLoad: 0 });
    expect(Date.parse(body.outbound.late.oldestAt)).toBeLessThan(Date.now());
  });

  test('one of them tells by line what is missing and why', async () => {
    const { body } = await app().call('GET', '/api/console/outbound-orders/DEMO/SO-1', { as: device.token });
    expect(body.shipments).toHaveLength(1);
    expect(body.lines).toMatchObject([
      { base: { released: 10, backordered: 0 }, reasons: [] },
      { base: { released: 0, backordered: 10 }, reasons: [{ kind: 'backorder', code: 'no_stock' }] },
    ]);
    const none = await app().call('GET', '/api/console/outbound-orders/DEMO/SO-9', { as: device.token });
    expect(none.status).toBe(404);
  });
});
