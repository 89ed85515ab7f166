import { describe, expect, test } from 'vitest';
import type { RegisterFacts } from '#shared/receiving/facts.ts';
import { decideRegister } from '#shared/receiving/register.ts';
import type { RegisterBody } from '#shared/receiving/register-body.ts';
import { commandWith, line, order, registerFacts, rye } from '../support/receiving-facts.ts';

const good: RegisterBody = { order: 'PO-1', line: 1, item: 'A0001', quantity: 4, unit: 'pcs' };
const lotted = { ...rye, isLotTracked: true, isExpiryTracked: true };
const numbered = { ...rye, isSerialTracked: true };
const closedLoad = { number: 'LD-1', warehouse: 'EAST', status: 'received', isPlanned: false, orders: [] };
const atRack = { number: 'P1', warehouse: 'EAST', location: 'A-01-02-1', locationType: 'storage', openWork: null };

function judge(body: Partial<RegisterBody>, facts: Partial<RegisterFacts>) {
  const command = commandWith('receiving.register', { ...good, ...body });
  return decideRegister(command, registerFacts(facts));
}

/** Everything is wrong below the rung that is looked at, so that a row also proves the order. */
const allWrong: Partial<RegisterFacts> = {
  item: null,
  lines: [],
  location: null,
  plate: atRack,
  orders: [{ ...order, warehouse: 'WEST', status: 'received', openLoads: ['LD-1', 'LD-2'] }],
};
const here = [{ ...order, status: 'received', openLoads: ['LD-1', 'LD-2'] }];
const open = [{ ...order, openLoads: ['LD-1', 'LD-2'] }];

describe('registering is refused, first things first', () => {
  test.each<[string, Partial<RegisterBody>, Partial<RegisterFacts>, string]>([
    ['neither order nor load', { order: undefined }, allWrong, 'receiving.order_missing'],
    ['an unknown order', {}, { ...allWrong, orders: [] }, 'receiving.order_unknown'],
    ['an unknown load', { order: undefined, load: 'X' }, { ...allWrong, orders: [] }, 'receiving.load_unknown'],
    [
      'two orders of the same number',
      {},
      { orders: [order, { ...order, sourceSystem: 'B' }] },
      'receiving.order_ambiguous',
    ],
    ['an order of another warehouse', {}, allWrong, 'receiving.wrong_warehouse'],
    ['a closed order', {}, { ...allWrong, orders: here }, 'receiving.order_closed'],
    ['an order on two loads', {}, { ...allWrong, orders: open }, 'receiving.load_ambiguous'],
    ['a load that is not known', { load: 'X' }, { ...allWrong, orders: [order] }, 'receiving.load_unknown'],
    [
      'a load of another warehouse',
      { load: 'L' },
      { load: { ...closedLoad, warehouse: 'WEST' } },
      'receiving.load_unknown',
    ],
    [
      'a completed load',
      { load: 'LD-1' },
      { ...allWrong, orders: [order], load: closedLoad },
      'receiving.load_completed',
    ],
    [
      'a load without the order',
      { load: 'LD-1' },
      { load: { ...closedLoad, status: 'open' } },
      'receiving.order_not_on_load',
    ],
    ['an unknown item', {}, { ...allWrong, orders: [order] }, 'receiving.item_unknown'],
    ['an unknown line', { line: 9 }, { location: null }, 'receiving.line_unknown'],
    ['a line for another item', {}, { lines: [{ ...line, item: 'DEMO:B' }] }, 'receiving.line_other_item'],
    ['a line that is done', {}, { lines: [{ ...line, status: 'received' }] }, 'receiving.line_closed'],
    ['a line for another lot', { lot: 'L2' }, { lines: [{ ...line, lot: 'L1' }] }, 'receiving.lot_not_on_order'],
    ['an item that is not on the order', { line: undefined }, { lines: [] }, 'receiving.item_not_on_order'],
    [
      'an item whose lines are done',
      { line: undefined },
      { lines: [{ ...line, status: 'closed' }] },
      'receiving.line_closed',
    ],
    [
      'a lot that no line asks for',
      { line: undefined, lot: 'L2' },
      { lines: [{ ...line, lot: 'L1' }] },
      'receiving.lot_not_on_order',
    ],
    ['an unknown unit', { unit: 'pallet' }, { location: null }, 'item.unit_unknown'],
    ['nothing', { quantity: 0 }, { location: null }, 'quantity.not_positive'],
    ['less than nothing', { quantity: -1 }, { location: null }, 'quantity.not_positive'],
    ['half a piece', { quantity: 0.5 }, { location: null }, 'quantity.too_precise'],
    ['more than anyone has', { quantity: 2_000_000_000 }, {}, 'quantity.too_large'],
    ['an unknown location', { location: 'X' }, { location: null, item: lotted }, 'receiving.location_unknown'],
    [
      'a location that is closed',
      {},
      { location: { code: 'D', type: 'receiving', isActive: false } },
      'receiving.location_unknown',
    ],
    [
      'a rack',
      {},
      { location: { code: 'A', type: 'storage', isActive: true }, item: lotted },
      'receiving.location_not_receiving',
    ],
    ['no lot', { quantity: 99 }, { item: lotted }, 'receiving.lot_required'],
    ['a lot nobody keeps', { lot: 'L1' }, {}, 'receiving.lot_not_tracked'],
    ['a new lot without its date', { lot: 'L1' }, { item: lotted }, 'receiving.expiry_required'],
    [
      'another date than the lot has',
      { lot: 'L1', expiryDate: '2027-01-01' },
      { item: lotted, lot: { isKnown: true, expiryDate: '2026-12-01' } },
      'receiving.expiry_conflict',
    ],
    ['a status nobody knows', { inventoryStatus: 'lost' }, {}, 'receiving.status_unknown'],
    ['no serials', {}, { item: numbered }, 'receiving.serials_required'],
    ['serials nobody keeps', { serials: ['1'] }, {}, 'receiving.serials_not_tracked'],
    ['a serial twice', { serials: ['1', '2', '2', '3'] }, { item: numbered }, 'receiving.serial_repeated'],
    ['too few serials', { serials: ['1', '2', '3'] }, { item: numbered }, 'receiving.serial_count'],
    [
      'a serial that is here',
      { quantity: 1, serials: ['1'] },
      { item: numbered, serialsInStock: ['1'] },
      'receiving.serial_in_stock',
    ],
    [
      'the plate of a command that made none',
      { licensePlate: 'command:0198f6c2-0000-7000-8000-000000000000', quantity: 99 },
      {},
      'receiving.plate_unknown',
    ],
    [
      'a plate of another warehouse',
      { licensePlate: 'P1' },
      { plate: { ...atRack, warehouse: 'WEST' } },
      'receiving.plate_elsewhere',
    ],
    ['a plate that was put away', { licensePlate: 'P1', quantity: 99 }, { plate: atRack }, 'receiving.plate_put_away'],
    [
      'a plate at the other dock',
      { licensePlate: 'P1' },
      { plate: { ...atRack, location: 'DOCK-02', locationType: 'receiving' } },
      'receiving.plate_elsewhere',
    ],
    ['one more than is allowed', { quantity: 12 }, {}, 'receiving.over_delivery'],
  ])('%s', (_, body, facts, code) => {
    expect(judge(body, facts)).toMatchObject({ outcome: 'refused', problem: { code } });
  });

  test('an order that was closed behind the device’s back keeps the goods for a decision', () => {
    const facts = { orders: [{ ...order, status: 'cancelled' }], isOrderNews: true };
    expect(judge({}, facts)).toMatchObject({ outcome: 'held', problem: { code: 'receiving.order_closed' } });
  });

  test.each([
    ['others registered the rest meanwhile', 8, 8, 'held'],
    ['others registered one, but it was too much before', 9, 1, 'refused'],
    ['the device knew all of it', 8, 0, 'refused'],
  ])('too much, and %s: of %d registered %d are news: %s', (_, registeredBase, registeredSinceBase, outcome) => {
    const facts = { lines: [{ ...line, registeredBase }], registeredSinceBase };
    expect(judge({}, facts)).toMatchObject({ outcome, problem: { code: 'receiving.over_delivery' } });
  });
});

describe('the limit of a line', () => {
  test.each([
    [10, 0, 0, 10, 'applied'],
    [10, 0, 0, 11, 'refused'],
    [10, 10, 0, 11, 'applied'],
    [10, 10, 0, 12, 'refused'],
    [10, 10, 6, 5, 'applied'],
    [10, 10, 6, 6, 'refused'],
    [100, 12.5, 60, 52, 'applied'],
    [100, 12.5, 60, 53, 'refused'],
    [7, 15, 0, 8, 'applied'],
    [7, 14, 0, 8, 'refused'],
  ])(
    '%d ordered, %d %% more allowed, %d there: %d more is %s',
    (orderedBase, overPercent, registeredBase, quantity, outcome) => {
      const lines = [{ ...line, orderedBase, overPercent, registeredBase }];
      expect(judge({ quantity }, { lines }).outcome).toBe(outcome);
    },
  );

  test('a refusal says the limit, what is registered, and how much still fits', () => {
    const decision = judge({ quantity: 6 }, { lines: [{ ...line, registeredBase: 6 }] });
    expect(decision).toMatchObject({
      problem: { params: { limit: 11, registered: 6, fits: 5, unit: 'pcs', item: 'A0001' } },
    });
  });

  test('a supervisor may let more in, and the last line takes it', () => {
    const command = commandWith('receiving.register', { ...good, quantity: 15 }, { approvedBy: 'S-2001' });
    const decision = decideRegister(command, registerFacts());
    expect(decision).toMatchObject({ outcome: 'applied', result: { registrations: [{ line: 1, quantity: 15 }] } });
  });
});

describe('an item without a line fills the oldest line first', () => {
  const three = [1, 2, 3].map((number) => ({ ...line, line: number }));
  const second = { ...line, line: 2, lot: 'L2' };
  test.each<[string, typeof three, Partial<RegisterBody>, [number, number][]]>([
    ['within the first', three, { quantity: 4 }, [[1, 4]]],
    [
      'spilling to the next',
      three,
      { quantity: 14 },
      [
        [1, 10],
        [2, 4],
      ],
    ],
    [
      'all of them, and the excess on the oldest',
      three,
      { quantity: 31 },
      [
        [1, 11],
        [2, 10],
        [3, 10],
      ],
    ],
    [
      'past one that is full',
      [
        { ...line, registeredBase: 10 },
        { ...line, line: 2 },
      ],
      { quantity: 4 },
      [[2, 4]],
    ],
    [
      'past one that is closed',
      [
        { ...line, status: 'closed' },
        { ...line, line: 2 },
      ],
      { quantity: 4 },
      [[2, 4]],
    ],
    [
      'onto the line of its status',
      [line, { ...line, line: 2, inventoryStatus: 'quality' }],
      { quantity: 4, inventoryStatus: 'quality' },
      [[2, 4]],
    ],
    ['onto the line of its lot', [{ ...line, lot: 'L1' }, second], { quantity: 4, lot: 'L2' }, [[2, 4]]],
  ])('%s', (_, lines, body, expected) => {
    const item = body.lot === undefined ? rye : { ...rye, isLotTracked: true };
    const decision = judge({ ...body, line: undefined }, { lines, item });
    if (decision.outcome !== 'applied') throw new Error(decision.problem.code);
    expect(decision.result.registrations.map((each) => [each.line, each.quantity])).toEqual(expected);
  });

  test.each([
    [33, 'applied'],
    [34, 'refused'],
  ])('over the limit of all lines together: %d is %s', (quantity, outcome) => {
    expect(judge({ quantity, line: undefined }, { lines: three }).outcome).toBe(outcome);
  });
});

describe('what a registration does', () => {
  test('it moves goods from the supplier to the dock, and a receipt will tell of it', () => {
    const decision = judge({ quantity: 2, unit: 'case', line: undefined }, { lines: [{ ...line, orderedBase: 24 }] });
    expect(decision).toMatchObject({
      outcome: 'applied',
      entries: [
        {
          item: 'DEMO:A0001',
          owner: 'DEMO',
          quantityBase: 24,
          from: { location: '@supplier', licensePlate: null },
          to: { location: 'DOCK-01', licensePlate: '095212340000000017', inventoryStatus: 'available' },
          reason: 'receive',
          coverage: { id: 'c1.1', kind: 'shipment-receipt' },
        },
      ],
      result: {
        registrations: [{ registration: 'c1.1', order: 'PO-1', line: 1, quantity: 2, unit: 'case' }],
        licensePlate: '095212340000000017',
        work: 'c1.work',
      },
    });
  });

  test('goods with serials are registered one by one', () => {
    const decision = judge({ quantity: 2, serials: ['S1', 'S2'] }, { item: numbered });
    if (decision.outcome !== 'applied') throw new Error(decision.problem.code);
    expect(decision.entries.map(({ serial, quantityBase }) => [serial, quantityBase])).toEqual([
      ['S1', 1],
      ['S2', 1],
    ]);
    expect(decision.result.registrations.map(({ registration }) => registration)).toEqual(['c1.1', 'c1.2']);
  });

  test('a plate that waits at the dock takes more, and its put-away stays the same', () => {
    const plate = { number: 'P1', warehouse: 'EAST', location: 'DOCK-01', locationType: 'receiving', openWork: 'w1' };
    const decision = judge({ licensePlate: 'P1' }, { plate });
    expect(decision).toMatchObject({ result: { licensePlate: 'P1', work: 'w1' }, plan: { isNewPlate: false } });
  });

  test('loose goods have no plate', () => {
    const decision = judge({ licensePlate: null }, { newPlate: null, looseWork: 'w2' });
    expect(decision).toMatchObject({
      result: { licensePlate: null, work: 'w2' },
      entries: [{ to: { licensePlate: null } }],
    });
  });

  test('damaged goods are registered with their own status', () => {
    expect(judge({ inventoryStatus: 'damaged' }, {})).toMatchObject({
      entries: [{ to: { inventoryStatus: 'damaged' } }],
    });
  });
});
