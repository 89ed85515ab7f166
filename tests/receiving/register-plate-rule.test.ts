import { describe, expect, test } from 'vitest';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import type { ExpectedLine, ExpectedPlate, PlateFacts } from '#shared/receiving/plate-facts.ts';
import type { RegisterPlateBody } from '#shared/receiving/register-body.ts';
import { decideRegisterPlate } from '#shared/receiving/register-plate.ts';
import { commandWith, line, order, rye } from '../support/receiving-facts.ts';

const expected: ExpectedLine = {
  position: 1,
  quantityBase: 6,
  registeredBase: 0,
  lot: null,
  expiryDate: null,
  serials: null,
  inventoryStatus: null,
  item: rye,
  shelfLife: null,
  lotFacts: { isKnown: false, expiryDate: null },
  line,
  order: 'DEMO:PO-1',
  lineNumber: 1,
};
const plate: ExpectedPlate = { licensePlate: 'P1', parent: null, standsOn: null, plate: null, lines: [expected] };
const lotted = { ...rye, isLotTracked: true, isExpiryTracked: true };
const numbered = { ...rye, isSerialTracked: true };
const onlyOne = { ...expected, quantityBase: 1, item: numbered };
const dated = { ...expected, item: lotted, lot: 'L1', expiryDate: '2026-12-01' };
const here = { number: 'P1', warehouse: 'EAST', location: 'DOCK-01', locationType: 'receiving', openWork: null };

const facts: PlateFacts = {
  load: { number: 'ASN-1', warehouse: 'EAST', status: 'open' },
  plates: [plate],
  orders: [order],
  settings: standardSettings,
  location: { code: 'DOCK-01', type: 'receiving', isActive: true },
  serialsInStock: [],
  isPlateNews: false,
  isOrderNews: false,
  registeredSinceBase: 0,
};

function judge(changes: Partial<PlateFacts> = {}, body: Partial<RegisterPlateBody> = {}, extra: object = {}) {
  const command = commandWith('receiving.register', { licensePlate: 'P1', ...body }, extra);
  return decideRegisterPlate(command, { ...facts, ...changes });
}

const of = (...lines: ExpectedLine[]): Partial<PlateFacts> => ({ plates: [{ ...plate, lines }] });
const block = { ...standardSettings, overReceipt: 'block' } as const;
const short = { ...standardSettings, shelfLife: 'block', minimumShelfLifePercent: 50 } as const;

/** Everything is wrong below the rung that is looked at. */
const allWrong: Partial<PlateFacts> = {
  load: { number: 'ASN-1', warehouse: 'WEST', status: 'received' },
  plates: [{ ...plate, plate: { ...here, location: 'A-01', locationType: 'storage' } }],
  location: null,
  orders: [],
};

describe('a plate is not registered with one scan, first things first', () => {
  test.each<[string, Partial<PlateFacts>, Partial<RegisterPlateBody>, string]>([
    ['nobody announced it', { ...allWrong, load: null, plates: [] }, {}, 'receiving.plate_not_announced'],
    ['it is for another warehouse', allWrong, { load: 'X' }, 'receiving.plate_other_warehouse'],
    [
      'it is on another load',
      { ...allWrong, load: { number: 'ASN-1', warehouse: 'EAST', status: 'received' } },
      { load: 'X' },
      'receiving.plate_on_other_load',
    ],
    [
      'its load is completed',
      { ...allWrong, load: { number: 'ASN-1', warehouse: 'EAST', status: 'received' } },
      {},
      'receiving.load_completed',
    ],
    [
      'nothing on it is for the order that is named',
      { ...of({ ...expected, registeredBase: 6 }), location: null },
      { order: 'PO-9' },
      'receiving.order_not_on_plate',
    ],
    ['all of it came', { ...of({ ...expected, registeredBase: 6 }), location: null }, {}, 'receiving.plate_received'],
    ['some of it came', { ...of({ ...expected, registeredBase: 1 }), location: null }, {}, 'receiving.plate_begun'],
    ['an unknown dock', { location: null, orders: [] }, { location: 'X' }, 'receiving.location_unknown'],
    [
      'a rack',
      { location: { code: 'A', type: 'storage', isActive: true }, orders: [] },
      {},
      'receiving.location_not_receiving',
    ],
    [
      'it stands at the other dock',
      { plates: [{ ...plate, plate: { ...here, location: 'DOCK-02' } }], orders: [] },
      {},
      'receiving.plate_elsewhere',
    ],
    [
      'it was put away',
      { plates: [{ ...plate, plate: { ...here, location: 'A-01', locationType: 'storage' } }], orders: [] },
      {},
      'receiving.plate_put_away',
    ],
    ['a line is gone', of({ ...expected, line: null, quantityBase: 99 }), {}, 'receiving.line_unknown'],
    [
      'its order is done',
      { orders: [{ ...order, status: 'received' }], ...of({ ...expected, quantityBase: 99 }) },
      {},
      'receiving.order_closed',
    ],
    [
      'its line is done',
      of({ ...expected, line: { ...line, status: 'closed' }, quantityBase: 99 }),
      {},
      'receiving.line_closed',
    ],
    ['no lot was announced', of({ ...expected, item: lotted, quantityBase: 99 }), {}, 'receiving.lot_required'],
    ['no date was announced', of({ ...dated, expiryDate: null }), {}, 'receiving.expiry_required'],
    [
      'the lot has another date',
      of({ ...dated, lotFacts: { isKnown: true, expiryDate: '2026-11-01' } }),
      {},
      'receiving.expiry_conflict',
    ],
    ['no serials were announced', of({ ...expected, item: numbered }), {}, 'receiving.serials_required'],
    [
      'a serial is here already',
      { ...of({ ...onlyOne, serials: ['S1'] }), serialsInStock: ['S1'] },
      {},
      'receiving.serial_in_stock',
    ],
    [
      'the goods expired on their way',
      of({ ...dated, shelfLife: { today: '2026-12-02', lifeDays: 90 } }),
      {},
      'receiving.expired',
    ],
    [
      'too few days are left',
      { ...of({ ...dated, shelfLife: { today: '2026-11-30', lifeDays: 90 } }), settings: short },
      {},
      'receiving.shelf_life_short',
    ],
    [
      'a serial is on two of its lines',
      of({ ...onlyOne, serials: ['S1'] }, { ...onlyOne, position: 2, serials: ['S1'] }),
      {},
      'receiving.serial_repeated',
    ],
    [
      'a new lot has two dates',
      of(dated, { ...dated, position: 2, expiryDate: '2026-12-02' }),
      {},
      'receiving.expiry_conflict',
    ],
    [
      'its lines together are more than the order takes',
      of({ ...expected, quantityBase: 6 }, { ...expected, position: 2, quantityBase: 6 }),
      {},
      'receiving.over_delivery',
    ],
    [
      'the load may bring less',
      {
        ...of({ ...expected, line: { ...line, onLoad: { expectedBase: 5, overPercent: 0, registeredBase: 0 } } }),
        settings: block,
      },
      {},
      'receiving.load_over_delivery',
    ],
  ])('%s', (_, changes, body, code) => {
    expect(judge(changes, body)).toMatchObject({ outcome: 'refused', problem: { code } });
  });

  test.each<[string, Partial<PlateFacts>, string]>([
    [
      'it was announced until the device had looked',
      { load: null, plates: [], isPlateNews: true },
      'plate_not_announced',
    ],
    ['something else was announced after the device had looked', { isPlateNews: true }, 'plate_changed'],
    [
      'its order was closed behind the device’s back',
      { orders: [{ ...order, status: 'cancelled' }], isOrderNews: true },
      'order_closed',
    ],
    [
      'others completed its load behind the device’s back',
      { load: { number: 'ASN-1', warehouse: 'EAST', status: 'received' }, isOrderNews: true },
      'load_completed',
    ],
    [
      'others registered the rest meanwhile',
      { ...of({ ...expected, line: { ...line, registeredBase: 8 } }), registeredSinceBase: 8 },
      'over_delivery',
    ],
  ])('it is kept for a supervisor where %s', (_, changes, code) => {
    expect(judge(changes)).toMatchObject({ outcome: 'held', problem: { code: `receiving.${code}` } });
  });

  test('every line that needs a look is named', () => {
    const decision = judge(of({ ...expected, item: lotted }, { ...expected, position: 2, item: numbered }));
    expect(decision).toMatchObject({
      problem: {
        code: 'receiving.lot_required',
        errors: [{ code: 'receiving.lot_required' }, { code: 'receiving.serials_required' }],
      },
    });
  });

  test('a supervisor may let in what the order does not take', () => {
    const tooMuch = of({ ...expected, quantityBase: 99 });
    expect(judge(tooMuch, {}, { approvedBy: 'S-2001' })).toMatchObject({ outcome: 'applied' });
  });
});

describe('what one scan of a plate does', () => {
  test('each of its lines is a registration of its own, from the supplier to the dock', () => {
    const decision = judge(of(expected, { ...expected, position: 2, quantityBase: 2, inventoryStatus: 'quality' }));
    expect(decision).toMatchObject({
      outcome: 'applied',
      entries: [
        {
          quantityBase: 6,
          from: { location: '@supplier', licensePlate: null },
          to: { location: 'DOCK-01', licensePlate: 'P1', inventoryStatus: 'available' },
          coverage: { id: 'c1.1' },
        },
        { quantityBase: 2, to: { inventoryStatus: 'quality' }, coverage: { id: 'c1.2' } },
      ],
      result: { licensePlate: 'P1', work: 'c1.work', works: [{ licensePlate: 'P1', work: 'c1.work' }] },
    });
  });

  test('what the worker says of its condition counts for all that is on it, and is a case of its own', () => {
    const decision = judge({}, { inventoryStatus: 'damaged', condition: 'crushed' });
    expect(decision).toMatchObject({
      entries: [{ to: { inventoryStatus: 'damaged' } }],
      plan: { discrepancy: 'damage', order: { number: 'PO-1' } },
    });
  });

  test('goods with few days left are taken with a warning where the source system says so', () => {
    const warn = { ...standardSettings, minimumShelfLifePercent: 50 };
    const decision = judge({ ...of({ ...dated, shelfLife: { today: '2026-11-30', lifeDays: 90 } }), settings: warn });
    expect(decision).toMatchObject({
      result: { warnings: [{ code: 'receiving.shelf_life_short' }] },
      plan: { discrepancy: 'expiry' },
    });
  });

  test('of a plate that was begun only the rest is registered, once that is confirmed', () => {
    const decision = judge(of({ ...expected, registeredBase: 4 }), { remaining: true });
    expect(decision).toMatchObject({ entries: [{ quantityBase: 2 }] });
  });

  test('serials of a plate that was begun are those that are not here', () => {
    const begun = { ...expected, item: numbered, quantityBase: 3, registeredBase: 1, serials: ['S1', 'S2', 'S3'] };
    const decision = judge({ ...of(begun), serialsInStock: ['S2'] }, { remaining: true });
    expect(decision).toMatchObject({ entries: [{ serial: 'S1' }, { serial: 'S3' }] });
  });

  test('plates on it wait by its put-away; one that stands by itself already waits by its own', () => {
    const on = (licensePlate: string, more: Partial<ExpectedPlate> = {}) => ({
      ...{ ...plate, licensePlate, parent: 'P1' },
      lines: [{ ...expected, quantityBase: 1 }],
      ...more,
    });
    const alone = { ...here, number: 'P3', openWork: 'w3' };
    const decision = judge({ plates: [{ ...plate, lines: [] }, on('P2'), on('P3', { plate: alone })] });
    expect(decision).toMatchObject({
      plan: {
        plates: [
          { licensePlate: 'P1', isNew: true, parent: null },
          { licensePlate: 'P2', isNew: true, parent: 'P1' },
          { licensePlate: 'P3', isNew: false },
        ],
        works: [
          { licensePlate: 'P1', id: 'c1.work', isNew: true },
          { licensePlate: 'P3', id: 'w3', isNew: false },
        ],
      },
    });
  });
});
