import { beforeAll, expect, test } from 'vitest';
import { keepSnapshots } from '../../api/planning/keep-snapshots.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('what is promised of the stock', (app) => {
  let office: Device;

  async function applied(type: string, body: object) {
    const result = await office.do(type, body);
    expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
    return result.result;
  }

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(itemMessage('ALLOC'), shipMessage('al-1', 'SO-AL', [[1, 'ALLOC', 6]]));
    const stock = { location: 'A-07-01-1', item: 'ALLOC', quantity: 10, unit: 'pcs', reason: 'found' };
    await applied('inventory.adjust', stock);
  });

  async function rows(path: string, key = 'demo-planning-key') {
    await published(app());
    const { body } = await app().call('GET', path, { as: key });
    return body.items
      .filter(({ item }: { item: string }) => item === 'ALLOC')
      .map((row: { location?: string; onHand: number; allocated: number }) => [
        row.location ?? '*',
        row.onHand,
        row.allocated,
      ]);
  }

  async function told() {
    const snapshots = '/api/planning/inventory-snapshots?limit=1000';
    await published(app());
    const { body: report } = await app().call('POST', '/api/erp/on-hand-reports', {
      as: 'demo-erp-key',
      body: { dimensions: ['location'], warehouse: 'EAST' },
    });
    const reported = report.lines.filter(({ item }: { item: string }) => item === 'ALLOC');
    return {
      warehouse: await rows(snapshots),
      location: await rows(`${snapshots}&level=location`),
      report: reported.map((line: { location: string; onHand: number; allocated: number }) => [
        line.location,
        line.onHand,
        line.allocated,
      ]),
    };
  }

  test('is told with what is on hand, from the promise on the shelf to the truck', async () => {
    const shelf = [['A-07-01-1', 10, 0]];
    expect(await told()).toEqual({ warehouse: [['*', 10, 0]], location: shelf, report: shelf });

    const [work] = (await applied('waves.release', { orders: ['SO-AL'] })).work;
    const promised = [['A-07-01-1', 10, 6]];
    expect(await told()).toEqual({ warehouse: [['*', 10, 6]], location: promised, report: promised });

    const pick = { work: work.work, line: 1, location: 'A-07-01-1', item: 'ALLOC', unit: 'pcs', quantity: 6 };
    await applied('picking.pick', pick);
    await applied('picking.put', { work: work.work, location: 'STAGE-01' });
    const picked = [
      ['A-07-01-1', 4, 0],
      ['STAGE-01', 6, 6],
    ];
    expect(await told()).toEqual({ warehouse: [['*', 10, 6]], location: picked, report: picked });

    await applied('shipping.confirm', { order: 'SO-AL' });
    const left = [['A-07-01-1', 4, 0]];
    expect(await told()).toEqual({ warehouse: [['*', 4, 0]], location: left, report: left });
  });

  test('is told on each page of a snapshot of now, also where balances were kept at just its position', async () => {
    const bring = { location: 'A-06-01-1', item: 'ALLOC', quantity: 1, unit: 'pcs', reason: 'found' };
    await new Erp(app()).sent(shipMessage('al-2', 'SO-AL-2', [[1, 'ALLOC', 2]]));
    await applied('waves.release', { orders: ['SO-AL-2'] });
    await applied('inventory.adjust', bring);
    await published(app());
    await keepSnapshots(app().services.store, { between: 1 });
    const path = '/api/planning/inventory-snapshots?limit=1&item=ALLOC&level=location';
    const first = (await app().call('GET', path, { as: 'demo-planning-key' })).body;
    for (let count = 0; count < 5; count += 1) await applied('inventory.adjust', bring);
    await published(app());
    const second = (await app().call('GET', `${path}&after=${first.next}`, { as: 'demo-planning-key' })).body;
    expect(
      [...first.items, ...second.items].map(({ location, onHand, allocated }) => [location, onHand, allocated]),
    ).toEqual([
      ['A-06-01-1', 1, 0],
      ['A-07-01-1', 4, 2],
    ]);
  });

  test('is not kept for earlier moments', async () => {
    const path = `/api/planning/inventory-snapshots?limit=1&asOf=${new Date(Date.now() + 1000).toISOString()}`;
    const first = (await app().call('GET', path, { as: 'demo-planning-key' })).body;
    expect(first.items.map((row: { allocated: number | null }) => row.allocated)).toEqual([null]);
  });
});
