import { expect, test } from 'vitest';
import type { StockDemand } from '#shared/ledger/choose-stock.ts';
import { type ExplainedRow, whyNotForLine } from '#shared/orders/explain-stock.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

const demand: StockDemand = {
  item: 'DEMO:A1',
  owner: 'DEMO',
  inventoryStatus: 'available',
  lot: null,
  serial: null,
  goodUntil: '2026-03-11',
  quantityBase: 1,
};
const row: ExplainedRow = {
  location: 'A-01-02-1',
  item: 'DEMO:A1',
  owner: 'DEMO',
  lot: 'L1',
  serial: 'S1',
  inventoryStatus: 'available',
  licensePlate: '',
  quantityBase: 5,
  reservedBase: 0,
  locationType: 'storage',
  isActive: true,
  expiryDate: '2026-03-11',
};

test.each<[what: string, row: Partial<ExplainedRow>, demand: Partial<StockDemand>, code: string | undefined]>([
  ['it serves', {}, {}, undefined],
  ['it is of another owner', { owner: 'PARTNER' }, {}, 'order.other_owner'],
  ['it is damaged', { inventoryStatus: 'damaged' }, {}, 'stock.status_blocks'],
  ['it is of another lot', {}, { lot: 'L2' }, 'order.other_lot'],
  ['it is another serial', {}, { serial: 'S2' }, 'order.other_serial'],
  ['it expires a day too early', { expiryDate: '2026-03-10' }, {}, 'order.short_life'],
  ['it stands at a dock', { locationType: 'receiving' }, {}, 'stock.at_dock'],
  ['it is being packed', { locationType: 'packing' }, {}, 'stock.not_for_sale'],
  ['it is in quarantine', { locationType: 'quarantine' }, {}, 'stock.in_quarantine'],
  ['its location is closed', { isActive: false }, {}, 'location.inactive'],
  ['it is promised', { reservedBase: 5 }, {}, 'stock.all_reserved'],
])('goods for a line: %s', (_what, more, asked, code) => {
  expect(whyNotForLine({ ...row, ...more }, { ...demand, ...asked })?.code).toBe(code);
});

onBothDatabases('why an order line does not go out', (app) => {
  const why = async (order: string) => {
    const device = await Device.signIn(app(), 'W-1001');
    const { body } = await app().call('GET', `/api/device/explain?order=${order}&line=1`, { as: device.token });
    return body.items[0];
  };

  test('it is held; then there are not enough goods, and each row of stock says why; then it can be released', async () => {
    const supervisor = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(
      itemMessage('A1'),
      shipMessage('w-1', 'SO-W', [[1, 'A1', 10]], { holdCodes: ['CREDIT'] }),
    );
    expect(await why('SO-W')).toMatchObject({ allowed: false, problem: { code: 'order.held' } });
    await supervisor.do('orders.release_hold', { order: 'SO-W', reason: 'paid' });
    const found = { item: 'A1', quantity: 6, unit: 'pcs', reason: 'found' };
    await supervisor.do('inventory.adjust', { ...found, location: 'A-01-02-1' });
    await supervisor.do('inventory.adjust', { ...found, location: 'DOCK-01' });
    expect(await why('SO-W')).toMatchObject({
      subject: { order: 'SO-W', line: 1, direction: 'outbound' },
      allowed: false,
      problem: { code: 'order.no_stock' },
      wanted: 10,
      stock: [
        { location: 'A-01-02-1', available: 6, problem: null },
        { location: 'DOCK-01', available: 0, problem: { code: 'stock.at_dock' } },
      ],
    });
    await supervisor.do('inventory.adjust', { ...found, location: 'A-01-02-1' });
    expect(await why('SO-W')).toMatchObject({ allowed: true, problem: null });
    await supervisor.do('waves.release', { orders: ['SO-W'] });
    expect(await why('SO-W')).toMatchObject({ allowed: true, work: [{ claimedBy: null }] });
    const { body } = await app().call('GET', '/api/device/explain?order=SO-W&line=9', { as: supervisor.token });
    expect(body.items[0].problem.code).toBe('order.line_unknown');
  });
});
