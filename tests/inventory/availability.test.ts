import { beforeAll, describe, expect, test } from 'vitest';
import { componentsOf, type KnownSupply } from '../../api/inventory/availability.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';

describe('what can be promised of an item', () => {
  const shelf = { inventoryStatus: 'available', locationType: 'storage', quantityBase: 10, reservedBase: 0 };
  const nothing: KnownSupply = { standing: [], promised: [], toCome: [], wanted: [] };
  const day = '2026-03-02';

  test.each<[what: string, known: Partial<KnownSupply>, parts: (string | number)[][]]>([
    ['nothing is known', {}, [['on-hand', 0]]],
    [
      'goods on the shelf and at the dock',
      { standing: [shelf, { ...shelf, locationType: 'receiving' }] },
      [['on-hand', 20]],
    ],
    [
      'some promised, some picked',
      {
        standing: [{ ...shelf, reservedBase: 7 }],
        promised: [
          { isPicked: false, quantityBase: 4 },
          { isPicked: true, quantityBase: 3 },
        ],
      },
      [
        ['on-hand', 10],
        ['reserved', -4],
        ['picked', -3],
      ],
    ],
    [
      'some blocked, some in quarantine, what is promised of it not taken off twice',
      {
        standing: [
          shelf,
          { ...shelf, inventoryStatus: 'blocked', reservedBase: 2 },
          { ...shelf, locationType: 'quarantine' },
        ],
        promised: [{ isPicked: false, quantityBase: 2 }],
      },
      [
        ['on-hand', 30],
        ['reserved', -2],
        ['blocked', -18],
      ],
    ],
    [
      'receipts until the day, by day; later ones and those of no day left out',
      {
        toCome: [
          { day: '2026-03-02', quantityBase: 5 },
          { day: '2026-03-01', quantityBase: 2 },
          { day: '2026-03-02', quantityBase: 1 },
          { day: '2026-03-03', quantityBase: 100 },
          { day: null, quantityBase: 100 },
        ],
      },
      [
        ['on-hand', 0],
        ['expected-receipt', 2, '2026-03-01'],
        ['expected-receipt', 6, '2026-03-02'],
      ],
    ],
    [
      'demand until the day and of no day; later demand left out',
      {
        wanted: [
          { day: '2026-03-02', quantityBase: 5 },
          { day: null, quantityBase: 3 },
          { day: '2026-03-03', quantityBase: 100 },
          { day: '2026-03-01', quantityBase: 0 },
        ],
      },
      [
        ['on-hand', 0],
        ['unreserved-demand', -3],
        ['unreserved-demand', -5, '2026-03-02'],
      ],
    ],
  ])('%s', (_, known, parts) => {
    const found = componentsOf({ ...nothing, ...known }, day);
    expect(found.map(({ kind, quantityBase, day: of }) => [kind, quantityBase, ...(of ? [of] : [])])).toEqual(parts);
  });
});

onBothDatabases('the availability of an item', (app) => {
  const erp = () => new Erp(app());
  const path = '/api/erp/availability';

  beforeAll(async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const coming = orderMessage('atp-1', 'PO-ATP', [[1, 'ATP-1', 20]]);
    const planned = { ...coming, order: { ...coming.order, plannedReceiptEnd: '2026-03-02T22:59:00Z' } };
    await erp().sent(itemMessage('ATP-1'), planned);
    for (const [status, quantity] of [
      ['available', 10],
      ['damaged', 2],
    ] as const) {
      const location = status === 'available' ? 'A-11-01-1' : 'QC-01';
      const adjusted = await office.do('inventory.adjust', {
        location,
        item: 'ATP-1',
        quantity,
        unit: 'pcs',
        reason: 'found',
      });
      expect(adjusted.problem).toBeNull();
    }
    await erp().sent(
      shipMessage('atp-2', 'SO-ATP-1', [[1, 'ATP-1', 6]]),
      shipMessage('atp-3', 'SO-ATP-2', [[1, 'ATP-1', 9]], { requestedShippingEnd: '2026-03-03T15:00:00Z' }),
    );
    const [{ work }] = (await office.do('waves.release', { orders: ['SO-ATP-1'] })).result.work;
    const pick = { work, line: 1, location: 'A-11-01-1', item: 'ATP-1', unit: 'pcs', quantity: 2 };
    expect((await office.do('picking.pick', pick)).problem).toBeNull();
  });

  test('says what it is made of, and that adds up', async () => {
    const { status, body } = await erp().get(`${path}?item=ATP-1&warehouse=EAST&date=2026-03-03`);
    expect([status, body]).toEqual([
      200,
      {
        ...{ item: 'ATP-1', warehouse: 'EAST', date: '2026-03-03', unit: 'pcs', availableToPromise: 15 },
        components: [
          { kind: 'on-hand', quantity: 12 },
          { kind: 'reserved', quantity: -4 },
          { kind: 'picked', quantity: -2 },
          { kind: 'blocked', quantity: -2 },
          { kind: 'expected-receipt', quantity: 20, date: '2026-03-02' },
          { kind: 'unreserved-demand', quantity: -9, date: '2026-03-03' },
        ],
      },
    ]);
  });

  test.each([
    ['2026-03-01', 4],
    ['2026-03-02', 24],
    ['2026-03-03', 15],
  ])('until %s it is %d', async (date, quantity) => {
    const { body } = await erp().get(`${path}?item=ATP-1&warehouse=EAST&date=${date}`);
    expect(body.availableToPromise).toBe(quantity);
  });

  test.each([
    ['item=ATP-9&warehouse=EAST', 404],
    ['item=ATP-1&warehouse=MARS', 404],
    ['item=ATP-1', 422],
    ['item=ATP-1&warehouse=EAST&date=tomorrow', 422],
    ['item=ATP-1&warehouse=EAST&date=2026-02-30', 422],
  ])('?%s is answered %d', async (query, status) => {
    expect((await erp().get(`${path}?${query}`)).status).toBe(status);
  });
});
