import { beforeAll, expect, test } from 'vitest';
import { type PickedRow, whyNotPicked } from '#shared/ledger/why-not-picked.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';

const row: PickedRow = {
  location: 'A-01-02-1',
  locationType: 'pick',
  isActive: true,
  inventoryStatus: 'available',
  lot: 'L1',
  expiryDate: '2026-03-02',
  quantityBase: 5,
  reservedBase: 4,
};

test.each<[what: string, row: Partial<PickedRow>, code: string | undefined]>([
  ['one of five is free', {}, undefined],
  ['more left than the books had', { quantityBase: -2, reservedBase: 0 }, 'stock.below_zero'],
  ['somebody carries it', { location: 'HANDS-W-1001', locationType: 'hands' }, 'stock.in_hands'],
  [
    'it is blocked, wherever it stands',
    { inventoryStatus: 'blocked', locationType: 'receiving' },
    'stock.status_blocks',
  ],
  ['it expired yesterday', { expiryDate: '2026-03-01' }, 'picking.lot_expired'],
  ['it is not put away', { locationType: 'receiving' }, 'stock.at_dock'],
  ['it is in quarantine', { locationType: 'quarantine' }, 'stock.in_quarantine'],
  ['it waits for its truck', { locationType: 'staging' }, 'stock.going_out'],
  ['it was left at a packing table', { locationType: 'packing', reservedBase: 0 }, 'stock.not_for_sale'],
  ['its location is closed', { isActive: false }, 'location.inactive'],
  ['all of it is promised', { reservedBase: 5 }, 'stock.all_reserved'],
])('goods in front of somebody: %s', (_what, more, code) => {
  expect(whyNotPicked({ ...row, ...more }, '2026-03-02')?.code).toBe(code);
});

onBothDatabases('why goods cannot be picked', (app) => {
  let office: Device;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(
      itemMessage('P1'),
      itemMessage('P2'),
      itemMessage('P3'),
      shipMessage('p-1', 'SO-P1', [[1, 'P1', 4]]),
      orderMessage('p-2', 'PO-P2', [[1, 'P2', 7]]),
    );
    await found('P1', 'A-01-02-1');
    await found('P1', 'DOCK-01');
    await found('P1', 'A-01-03-1');
    await applied('waves.release', { orders: ['SO-P1'] });
  });

  async function applied(type: string, body: object) {
    const { outcome, problem, result } = await office.do(type, body);
    expect([type, outcome, problem]).toEqual([type, 'applied', null]);
    return result;
  }

  const found = (item: string, location: string) =>
    applied('inventory.adjust', { item, location, quantity: 4, unit: 'pcs', reason: 'found' });

  async function why(query: string) {
    const { body } = await app().call('GET', `/api/device/explain?${query}&warehouse=EAST`, { as: office.token });
    return body.items.filter(({ subject }: Verdict) => subject.activity === 'picking');
  }

  test('each place of an item with its reason: promised to whom, not put away, or free', async () => {
    const verdicts = await why('item=P1');
    const said = verdicts.map(({ subject, allowed, problem }: Verdict) => [
      ...[subject.location, allowed, problem?.code, problem?.params?.orders],
    ]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['DOCK-01', false, 'stock.at_dock', undefined],
        ['A-01-02-1', false, 'stock.reserved_for', 'SO-P1'],
        ['A-01-03-1', true, undefined, undefined],
      ]),
    );
    expect(verdicts.find(({ subject }: Verdict) => subject.location === 'A-01-02-1')).toMatchObject({
      onHand: 4,
      reserved: 4,
      unit: 'pcs',
      promised: [{ order: 'SO-P1', line: 1, quantity: 4, state: 'work' }],
    });
  });

  test.each([
    ['a location with goods of others', 'location=A-01-02-1', 'stock.reserved_for'],
    ['an item at a location where it is not', 'item=P1&location=A-01-09-1&about=picking', 'stock.none_at'],
    ['an item that is still to come', 'item=P2', 'stock.not_come'],
    ['an item of which there is nothing', 'item=P3', 'stock.none_here'],
    ['a plate without goods', 'licensePlate=LP-NOTHING&about=picking', 'stock.none_on'],
  ])('%s', async (_what, query, code) => {
    const [verdict] = await why(query);
    expect(verdict).toMatchObject({ allowed: false, problem: { code } });
  });

  test('asked for picking alone nothing is said of put-away', async () => {
    const path = '/api/device/explain?item=P1&about=picking&warehouse=EAST';
    const { body } = await app().call('GET', path, { as: office.token });
    const about = body.items.map(({ subject }: Verdict) => subject.activity);
    expect(new Set(about)).toEqual(new Set(['picking']));
  });

  test('work of a wave on hold says so, and so does its order', async () => {
    await new Erp(app()).sent(shipMessage('p-3', 'SO-P3', [[1, 'P1', 4]]));
    const { wave } = await applied('waves.create', { orders: ['SO-P3'] });
    await applied('waves.process', { wave });
    await applied('waves.release', { wave });
    await applied('waves.hold', { wave, reason: 'truck is late' });
    const path = '/api/device/explain?order=SO-P3&warehouse=EAST';
    const { body } = await app().call('GET', path, { as: office.token });
    expect(body.items[0]).toMatchObject({
      allowed: false,
      problem: { code: 'picking.wave_on_hold', params: { wave } },
    });
    const [{ work }] = body.items[0].work;
    const looked = await app().call('GET', `/api/device/look-up?warehouse=EAST&code=${work}`, { as: office.token });
    expect(looked.body.items[0]).toMatchObject({
      paper: { status: 'held', lines: [{ why: { code: 'picking.wave_on_hold' } }] },
      whyNot: { code: 'picking.wave_on_hold' },
    });
  });
});

interface Verdict {
  readonly subject: { readonly activity?: string; readonly location: string };
  readonly allowed: boolean;
  readonly problem: { readonly code: string; readonly params?: { readonly orders?: string } } | null;
}
