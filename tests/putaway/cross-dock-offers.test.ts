import { describe, expect, test } from 'vitest';
import { type CrossDockWish, crossDockOffers, type DockRow, taggedAs } from '#shared/ledger/cross-dock.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { crossDock } from '#shared/putaway/cross-dock.ts';

describe('what of goods at a dock is offered to orders', () => {
  const row: DockRow = {
    ...{ location: 'DOCK-01', item: 'DEMO:A', owner: 'DEMO', lot: '', serial: '', inventoryStatus: 'available' },
    ...{ licensePlate: 'P1', quantityBase: 10, reservedBase: 0, expiryDate: null },
  };
  const wish: CrossDockWish = {
    ...{ order: 'DEMO:SO-1', orderNumber: 'SO-1', line: 1, tag: 'T1', item: 'DEMO:A', owner: 'DEMO' },
    ...{ inventoryStatus: 'available', lot: null, serial: null, goodUntil: null, quantityBase: 6, openBase: 6 },
    ...{ isShipComplete: false, openLines: 1, isRequired: false, to: 'STAGE-01' },
  };
  const later = { ...wish, order: 'DEMO:SO-2', orderNumber: 'SO-2' };

  test.each<[what: string, rows: DockRow[], wishes: CrossDockWish[], cameBase: number, offered: [string, number][]]>([
    ['as much as the line waits for', [row], [wish], 10, [['SO-1', 6]]],
    ['no more than came under the tag', [row], [wish], 4, [['SO-1', 4]]],
    ['nothing that came under no tag', [row], [wish], 0, []],
    ['no more than is there', [{ ...row, quantityBase: 3 }], [wish], 10, [['SO-1', 3]]],
    [
      'what is left to who comes later',
      [row],
      [wish, later],
      10,
      [
        ['SO-1', 6],
        ['SO-2', 4],
      ],
    ],
    ['nothing of another owner', [{ ...row, owner: 'OTHER' }], [wish], 10, []],
    ['nothing that is set apart', [{ ...row, inventoryStatus: 'quality' }], [wish], 10, []],
    ['nothing of another lot than was asked for', [{ ...row, lot: 'L1' }], [{ ...wish, lot: 'L2' }], 10, []],
    [
      'nothing that expires too early',
      [{ ...row, expiryDate: '2026-12-01' }],
      [{ ...wish, goodUntil: '2026-12-02' }],
      10,
      [],
    ],
    ['nothing that leaves an order incomplete', [row], [{ ...wish, isShipComplete: true, openLines: 2 }], 10, []],
    ['what makes an order complete', [row], [{ ...wish, isShipComplete: true }], 10, [['SO-1', 6]]],
  ])('%s', (_, rows, wishes, cameBase, offered) => {
    const offers = crossDockOffers(rows, wishes, new Map([[taggedAs('T1', 'DEMO:A'), cameBase]]));
    expect(offers.map(({ orderNumber, quantityBase }) => [orderNumber, quantityBase])).toEqual(offered);
  });

  test('of two lots the one that expires first goes first', () => {
    const lots = [
      { ...row, lot: 'NEW', expiryDate: '2027-06-01' },
      { ...row, lot: 'OLD', quantityBase: 4, expiryDate: '2027-01-01' },
    ];
    const offers = crossDockOffers(lots, [wish], new Map([[taggedAs('T1', 'DEMO:A'), 14]]));
    expect(offers.map(({ lot, quantityBase }) => [lot, quantityBase])).toEqual([
      ['OLD', 4],
      ['NEW', 2],
    ]);
  });
});

describe('goods that somebody brings to where an order is made up', () => {
  const goods = { item: 'DEMO:A', owner: 'DEMO', lot: 'L1', serial: 'S1', inventoryStatus: 'available' };
  const row: StockRow = { ...goods, location: 'DOCK-01', licensePlate: '', quantityBase: 9, reservedBase: 0 };
  const offer = { ...goods, order: 'DEMO:SO-1', orderNumber: 'SO-1', line: 1, quantityBase: 4, isRequired: false };
  const offers = [{ ...offer, to: 'STAGE-01' }];

  test.each<[what: string, row: StockRow, quantityBase: number, order: string | undefined, told: string]>([
    ['all that it waits for', row, 4, 'SO-1', 'SO-1'],
    ['some of it, without saying for whom', row, 3, undefined, 'SO-1'],
    ['more than that', row, 5, 'SO-1', 'putaway.more_than_offered 4'],
    ['another serial number', { ...row, serial: 'S2' }, 1, 'SO-1', 'putaway.not_offered'],
    ['another lot', { ...row, lot: 'L2' }, 1, undefined, 'putaway.not_offered'],
    ['what another order waits for', row, 1, 'SO-2', 'putaway.not_offered'],
  ])('%s', (_, taken, quantityBase, order, told) => {
    const docked = crossDock([{ row: taken, quantityBase }], { offers, order, items: [] });
    if ('code' in docked) expect([docked.code, docked.params?.quantity].filter((part) => part).join(' ')).toBe(told);
    else expect(docked.map((part) => [part.offer.orderNumber, part.quantityBase])).toEqual([[told, quantityBase]]);
  });
});
