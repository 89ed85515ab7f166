import { describe, expect, test } from 'vitest';
import { itemMeant, selectStock, type Wanted } from '#shared/ledger/select-stock.ts';
import { isProblem, readQuantity, shownIn } from '#shared/ledger/stock-item.ts';
import { availableBase, type StockRow } from '#shared/ledger/stock-row.ts';
import { rye } from '../support/receiving-facts.ts';

const row: StockRow = {
  location: 'DOCK-01',
  item: rye.key,
  owner: 'DEMO',
  lot: '',
  serial: '',
  inventoryStatus: 'available',
  licensePlate: '',
  quantityBase: 5,
  reservedBase: 0,
};
const lots = [
  { ...row, lot: 'L1' },
  { ...row, lot: 'L2', quantityBase: 3 },
];
const numbered = { ...rye, isSerialTracked: true };
const serials = ['S1', 'S2'].map((serial) => ({ ...row, serial, quantityBase: 1 }));

describe('which goods of a place are meant', () => {
  test.each<[string, StockRow[], Partial<Wanted>, string | [string, number][]]>([
    [
      'all of them',
      lots,
      {},
      [
        ['L1', 5],
        ['L2', 3],
      ],
    ],
    [
      'all of them by their number',
      lots,
      { quantityBase: 8 },
      [
        ['L1', 5],
        ['L2', 3],
      ],
    ],
    ['of one lot, all', lots, { lot: 'L2' }, [['L2', 3]]],
    ['of one lot, some', lots, { lot: 'L1', quantityBase: 2 }, [['L1', 2]]],
    ['some of two lots', lots, { quantityBase: 2 }, 'stock.lot_required'],
    ['a lot that is not there', lots, { lot: 'L3' }, 'stock.lot_none'],
    ['an item that is not there', [{ ...row, item: 'DEMO:B' }], {}, 'stock.none'],
    ['a status that is not there', [row], { inventoryStatus: 'blocked' }, 'stock.none'],
    ['more than is there', [row], { quantityBase: 6 }, 'stock.not_enough'],
    ['what is promised stays', [{ ...row, reservedBase: 3 }], {}, [['', 2]]],
    ['more than is not promised', [{ ...row, reservedBase: 3 }], { quantityBase: 3 }, 'stock.not_enough'],
    ['all where all is promised', [{ ...row, reservedBase: 5 }], {}, 'stock.not_enough'],
    [
      'of several owners, the first first',
      [row, { ...row, owner: 'X' }],
      { quantityBase: 7 },
      [
        ['', 5],
        ['', 2],
      ],
    ],
  ])('%s', (_, rows, wanted, expected) => {
    const parts = selectStock(rye, rows, { lot: undefined, serials: undefined, quantityBase: null, ...wanted });
    expect(isProblem(parts) ? parts.code : parts.map((part) => [part.row.lot, part.quantityBase])).toEqual(expected);
  });

  test.each<[string, Partial<Wanted>, string | string[]]>([
    ['one by its serial', { serials: ['S2'] }, ['S2']],
    ['a serial that is not there', { serials: ['S3'] }, 'stock.serial_missing'],
    ['some without saying which', { quantityBase: 1 }, 'stock.serials_required'],
    ['all of them', {}, ['S1', 'S2']],
  ])('with serials: %s', (_, wanted, expected) => {
    const parts = selectStock(numbered, serials, { lot: undefined, serials: undefined, quantityBase: null, ...wanted });
    expect(isProblem(parts) ? parts.code : parts.map((part) => part.row.serial)).toEqual(expected);
  });
});

describe('a place that may owe goods', () => {
  const owing = { location: 'DOCK-01', owner: 'OTHER' };
  const owed = { ...row, quantityBase: -2 };
  const blocked = { ...row, inventoryStatus: 'blocked', quantityBase: 3 };
  const ofLot = { ...rye, isLotTracked: true };
  test.each<[string, typeof rye, StockRow[], Partial<Wanted>, string | [string, string, number][]]>([
    ['gives what it has and owes the rest', rye, [row], { quantityBase: 7 }, [['DEMO', 'available', 7]]],
    ['owes goods of the usual owner where it has none', rye, [], { quantityBase: 2 }, [['OTHER', 'available', 2]]],
    ['owes more of what it owes already', rye, [owed], { quantityBase: 1 }, [['DEMO', 'available', 1]]],
    [
      'owes available goods, whatever else stands there',
      rye,
      [blocked],
      { quantityBase: 4 },
      [
        ['DEMO', 'blocked', 3],
        ['OTHER', 'available', 1],
      ],
    ],
    ['owes goods of a lot that is named', ofLot, [], { lot: 'L1', quantityBase: 1 }, [['OTHER', 'available', 1]]],
    ['but not of one that nobody named', ofLot, [], { quantityBase: 1 }, 'stock.none'],
    [
      'nor where others were promised some',
      rye,
      [{ ...row, reservedBase: 1 }],
      { quantityBase: 6 },
      'stock.not_enough',
    ],
    ['nor pieces with serial numbers', numbered, [], { quantityBase: 1 }, 'stock.none'],
    ['nor an amount that nobody named', rye, [], {}, 'stock.none'],
  ])('%s', (_, item, rows, wanted, expected) => {
    const asked = { lot: undefined, serials: undefined, quantityBase: null, owing, ...wanted };
    const parts = selectStock(item, rows, asked);
    const told = ({ row: { owner, inventoryStatus }, quantityBase }: { row: StockRow; quantityBase: number }) => [
      ...[owner, inventoryStatus, quantityBase],
    ];
    expect(isProblem(parts) ? parts.code : parts.map(told)).toEqual(expected);
  });
});

describe('which item a number means', () => {
  const twin = { ...rye, key: 'TWIN:A0001', sourceSystem: 'TWIN' };
  test.each([
    ['the only one', [rye], [], undefined, rye.key],
    ['none', [], [], undefined, 'item.unknown'],
    ['the one that is there', [rye, twin], [row], undefined, rye.key],
    ['nobody knows which', [rye, twin], [row, { ...row, item: twin.key }], undefined, 'item.ambiguous'],
    ['the one of the source system named', [rye, twin], [row], 'TWIN', twin.key],
  ])('%s', (_, items, rows, sourceSystem, expected) => {
    const item = itemMeant('A0001', items, rows, sourceSystem);
    expect(isProblem(item) ? item.code : item.key).toBe(expected);
  });
});

describe('quantities of an item', () => {
  const kilo = {
    ...rye,
    baseUnit: 'kg',
    decimals: 3,
    units: [{ unit: 'lb', numerator: 45359237, denominator: 100000000 }],
  };
  test.each([
    [rye, 2, 'case', 24],
    [rye, 3, 'pcs', 3],
    [rye, 1, 'pallet', 'item.unit_unknown'],
    [rye, 0.5, 'case', 6],
    [rye, 0.1, 'case', 'quantity.too_precise'],
    [kilo, 0.1, 'kg', 100],
    [kilo, 0.0001, 'kg', 'quantity.too_precise'],
    [kilo, 100_000, 'lb', 45_359_237],
    [kilo, 1, 'lb', 'quantity.too_precise'],
    [rye, 0, 'pcs', 'quantity.not_positive'],
    [rye, -1, 'pcs', 'quantity.not_positive'],
  ])('%$: %d %s are %s', (item, quantity, unit, expected) => {
    const base = readQuantity(item, quantity, unit);
    expect(isProblem(base) ? base.code : base).toBe(expected);
  });

  test.each([
    [24, 'case', { quantity: 2, unit: 'case' }],
    [7, 'case', { quantity: 7, unit: 'pcs' }],
    [3, 'pcs', { quantity: 3, unit: 'pcs' }],
  ])('%d pieces are shown in %s where that is exact', (quantityBase, unit, shown) => {
    expect(shownIn(rye, quantityBase, unit)).toEqual(shown);
  });
});

test.each([
  ['storage', 'available', 0, 5],
  ['pick', 'available', 2, 3],
  ['storage', 'blocked', 0, 0],
  ['receiving', 'available', 0, 0],
  ['quarantine', 'available', 0, 0],
  ['staging', 'available', 0, 0],
  ['a type of tomorrow', 'available', 0, 0],
])('of five pieces at %s, %s, %d reserved, %d can be promised', (type, inventoryStatus, reservedBase, available) => {
  expect(availableBase({ ...row, inventoryStatus, reservedBase }, type)).toBe(available);
});
