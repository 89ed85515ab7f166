import { describe, expect, test } from 'vitest';
import { chooseStock, type StockCandidate } from '../../shared/ledger/choose-stock.ts';

const day = 86_400_000;
const demand = {
  item: 'DEMO:A1',
  owner: 'DEMO',
  inventoryStatus: 'available',
  lot: null,
  serial: null,
  goodUntil: null,
  quantityBase: 10,
};

function row(location: string, quantityBase: number, more: Partial<StockCandidate> = {}): StockCandidate {
  return {
    location,
    item: 'DEMO:A1',
    owner: 'DEMO',
    lot: '',
    serial: '',
    inventoryStatus: 'available',
    licensePlate: '',
    quantityBase,
    reservedBase: 0,
    locationType: 'storage',
    walkSequence: 1,
    expiryDate: null,
    firstAt: 0,
    ...more,
  };
}

describe('which goods an order line gets', () => {
  test.each([
    ['what expires first', {}, [row('B', 10), row('A', 10, { expiryDate: '2027-01-01' })], 'A 10'],
    [
      'of the same date, what came in first',
      {},
      [row('A', 10, { firstAt: 2 * day }), row('B', 10, { firstAt: day })],
      'B 10',
    ],
    ['of one day, the row that it empties', {}, [row('A', 40), row('B', 10)], 'B 10'],
    ['of one day, one touch before two', {}, [row('A', 8), row('B', 12), row('C', 2)], 'B 10'],
    ['where none is enough, the largest first', {}, [row('A', 3), row('B', 6), row('C', 4)], 'B 6, C 4'],
    ['what is the same, in walking order', {}, [row('B', 10, { walkSequence: 2 }), row('A', 10)], 'A 10'],
    ['older goods first, though that is a touch more', {}, [row('A', 10, { firstAt: day }), row('B', 4)], 'B 4, A 6'],
    ['not what is promised to others', {}, [row('A', 10, { reservedBase: 7 })], 'A 3, short 7'],
    ['not what stands at a dock', {}, [row('DOCK-01', 10, { locationType: 'receiving' })], 'short 10'],
    ['not what belongs to another owner', {}, [row('A', 10, { owner: 'X' })], 'short 10'],
    ['not what is blocked', {}, [row('A', 10, { inventoryStatus: 'blocked' })], 'short 10'],
    [
      'only the lot that was asked for',
      { lot: 'L2' },
      [row('A', 10, { lot: 'L1' }), row('B', 4, { lot: 'L2' })],
      'B 4, short 6',
    ],
    [
      'only what is good for long enough',
      { goodUntil: '2027-02-01' },
      [row('A', 10, { expiryDate: '2027-01-31' }), row('B', 10, { expiryDate: '2027-02-01' })],
      'B 10',
    ],
    [
      'only the serial that was asked for',
      { serial: 'S2', quantityBase: 1 },
      [row('A', 1, { serial: 'S1' }), row('A', 1, { serial: 'S2' })],
      'A 1',
    ],
  ])('%s', (_, change, rows, outcome) => {
    const { parts, shortBase } = chooseStock({ ...demand, ...change }, rows);
    const told = parts.map((part) => `${part.row.location} ${part.quantityBase}`);
    expect([...told, ...(shortBase > 0 ? [`short ${shortBase}`] : [])].join(', ')).toBe(outcome);
  });

  const face = (quantityBase: number, more: Partial<StockCandidate> = {}) =>
    row('FACE', quantityBase, { locationType: 'pick', isFace: true, firstAt: 9 * day, ...more });
  const plate = (location: string, quantityBase: number, more: Partial<StockCandidate> = {}) =>
    row(location, quantityBase, { licensePlate: `P-${location}`, firstAt: day, ...more });

  test.each([
    ['from the face, though reserve is older', 10, [plate('R', 48), face(12)], 'FACE 10'],
    ['from the face what it has, the rest from reserve', 15, [plate('R', 48), face(12)], 'FACE 12, R 3'],
    ['a full plate as it stands, and the rest from the face', 60, [plate('R', 48), face(50)], 'R 48, FACE 12'],
    [
      'of several full plates the older first',
      48,
      [plate('R', 48, { firstAt: 2 * day }), plate('Q', 48), face(50)],
      'Q 48',
    ],
    ['what is left on a plate is no full one', 20, [plate('R', 3), plate('S', 48), face(50)], 'FACE 20'],
    [
      'a plate of which a part is promised is no full one',
      48,
      [plate('R', 96, { reservedBase: 48 }), face(60)],
      'FACE 48',
    ],
    ['what expires first, though it is in reserve', 5, [plate('R', 48, { expiryDate: '2027-01-01' }), face(9)], 'R 5'],
    ['of goods without a face as ever', 5, [plate('R', 48), plate('S', 5)], 'S 5'],
  ])('of an item with a pick face: %s', (_, quantityBase, rows, outcome) => {
    const { parts } = chooseStock({ ...demand, quantityBase }, rows);
    expect(parts.map((part) => `${part.row.location} ${part.quantityBase}`).join(', ')).toBe(outcome);
  });
});
