import { expect, test } from 'vitest';
import type { Command } from '#shared/command/envelope.ts';
import { completeLimits, type Limits } from '#shared/command/limits.ts';
import { type CountBody, type CountFacts, type CountWorkState, decideCount } from '#shared/counting/count.ts';
import { stockItem } from '../support/stock-item.ts';

const location = 'A-01-02-1';
const item = { ...stockItem('A0001'), description: 'Rye flour', unitCost: '2.50', defaultOwner: 'DEMO' };

interface Scene {
  readonly limits?: Partial<Limits>;
  readonly counted: number;
  /** What the books have; 40 unless said. */
  readonly onBooks?: number;
  /** How often it was counted before. */
  readonly before?: number;
  readonly isReviewer?: boolean;
  readonly isSecondCounter?: boolean;
  /** Who was told to leave it to others. */
  readonly notBy?: string | null;
}

/** A count of a place where the books have pieces at 2.50 each. */
function decided({ counted, ...scene }: Scene) {
  return decideCount(
    commandOf({ location, item: item.number, quantity: counted, unit: item.baseUnit }),
    factsOf(scene),
  );
}

function commandOf(line: CountBody['lines'][number]): Command<CountBody> {
  const body = { work: 'WK-1', lines: [line] };
  return { id: 'c', operator: 'W-1001', warehouse: 'EAST', body } as Command<CountBody>;
}

const kind = { item: item.key, owner: 'DEMO', lot: '', serial: '', inventoryStatus: 'available', licensePlate: '' };

function factsOf({
  limits = {},
  onBooks = 40,
  before = 0,
  isReviewer = false,
  isSecondCounter = false,
  notBy = null,
}: Omit<Scene, 'counted'>): CountFacts {
  const count = { id: 'CT-1', status: 'open', attempts: before } as const;
  const work: CountWorkState = {
    id: 'WK-1',
    status: 'open',
    location,
    item: null,
    count,
    notBy,
    isSecondCounter,
  };
  const rows = [{ ...kind, location, quantityBase: onBooks, reservedBase: 0 }];
  const nothing = { plates: new Map(), lots: new Map(), serials: new Map(), promised: [] };
  return {
    ...{ ...nothing, warehouse: 'EAST', work, items: [item], rows, rowsThen: rows, isReviewer },
    locations: new Map([[location, { type: 'storage' }]]),
    limits: completeLimits(limits),
  };
}

function outcomeOf(scene: Scene): string {
  const decision = decided(scene);
  return decision.outcome === 'applied' ? decision.result.outcome : 'refused';
}

const wide = { quantity: null, percent: null, value: null };

test.each<[what: string, scene: Scene, outcome: string]>([
  ['what the books say', { counted: 40 }, 'posted'],
  ['one less, where nothing may differ', { counted: 39 }, 'recount'],
  ['one less, counted again', { counted: 39, before: 1 }, 'review'],
  ['one less, where nobody counts again', { counted: 39, limits: { recounts: 0 } }, 'review'],
  ['two less, of two that may', { counted: 38, limits: { count: { ...wide, quantity: 2 } } }, 'posted'],
  ['three less, of two that may', { counted: 37, limits: { count: { ...wide, quantity: 2 } } }, 'recount'],
  ['two more, of two that may', { counted: 42, limits: { count: { ...wide, quantity: 2 } } }, 'posted'],
  ['four less, of ten percent', { counted: 36, limits: { count: { ...wide, percent: 10 } } }, 'posted'],
  ['five less, of ten percent', { counted: 35, limits: { count: { ...wide, percent: 10 } } }, 'recount'],
  [
    'as many less as a percentage with decimals lets',
    { onBooks: 10_000, counted: 9943, limits: { count: { ...wide, percent: 0.57 } } },
    'posted',
  ],
  ['one less than that', { onBooks: 10_000, counted: 9942, limits: { count: { ...wide, percent: 0.57 } } }, 'recount'],
  [
    'none of ten, by who may differ by all',
    { onBooks: 10, counted: 0, limits: { count: { ...wide, percent: 100 } } },
    'posted',
  ],
  ['four less, worth as much as may', { counted: 36, limits: { count: { ...wide, value: 10 } } }, 'posted'],
  ['four less, worth a cent too much', { counted: 36, limits: { count: { ...wide, value: 9.99 } } }, 'recount'],
  [
    'few enough, but worth too much',
    { counted: 39, limits: { count: { quantity: 5, percent: 50, value: 2 } } },
    'recount',
  ],
  ['anything, without limits', { counted: 1, limits: { count: wide } }, 'posted'],
  ['by who decides on counts', { counted: 30, isReviewer: true }, 'posted'],
  [
    'by who decides, worth too much',
    { counted: 30, isReviewer: true, limits: { adjustment: { value: 24 } } },
    'review',
  ],
  ['for a second counter', { counted: 39, isSecondCounter: true, limits: { recounts: 0 } }, 'recount'],
  ['by the second counter', { counted: 39, isSecondCounter: true, before: 1, limits: { recounts: 0 } }, 'review'],
  ['by who decides, for a second counter', { counted: 39, isSecondCounter: true, isReviewer: true }, 'recount'],
])('%s', (_, scene, outcome) => {
  expect(outcomeOf(scene)).toBe(outcome);
});

test.each<[what: string, limits: Partial<Limits>, isReviewer: boolean, outcome: string]>([
  ['within a quantity', { count: { ...wide, quantity: 2 } }, false, 'recount'],
  ['within a value', { count: { ...wide, value: 3 } }, false, 'recount'],
  ['together as many as may', { count: { ...wide, quantity: 3 } }, false, 'posted'],
  ['together as large a part of the four as may', { count: { ...wide, percent: 75 } }, false, 'posted'],
  ['together a larger part', { count: { ...wide, percent: 74 } }, false, 'recount'],
  ['within what who decides may change alone', { adjustment: { value: 3 } }, true, 'review'],
])('three pieces of four with serial numbers are missing, each %s', (_, limits, isReviewer, outcome) => {
  const facts = factsOf({ limits, isReviewer });
  const piece = { ...item, isSerialTracked: true };
  const rows = ['S1', 'S2', 'S3', 'S4'].map((serial) => ({
    ...kind,
    location,
    serial,
    quantityBase: 1,
    reservedBase: 0,
  }));
  const line = { location, item: item.number, quantity: 1, unit: item.baseUnit, serials: ['S4'] };
  const serials = new Map([[JSON.stringify([item.key, 'S4']), { warehouse: 'EAST', location }]]);
  const known = { ...facts, items: [piece], rows, rowsThen: rows, serials };
  expect(decideCount(commandOf(line), known)).toMatchObject({ result: { outcome } });
});

test('a piece at a place of the same name in another warehouse is not here', () => {
  const piece = { ...item, isSerialTracked: true };
  const serials = new Map([[JSON.stringify([item.key, 'S1']), { warehouse: 'WEST', location }]]);
  const line = { location, item: item.number, quantity: 1, unit: item.baseUnit, serials: ['S1'] };
  const known = { ...factsOf({}), items: [piece], serials };
  expect(decideCount(commandOf(line), known)).toMatchObject({
    problem: { code: 'counting.serial_elsewhere', params: { location: `WEST ${location}` } },
  });
});

test.each<[who: string, scene: Scene, notBy: string | null]>([
  ['anybody', { counted: 39 }, null],
  ['anybody but who was told to leave it to others', { counted: 39, notBy: 'W-2' }, 'W-2'],
  ['anybody but who counted, where a second counter is wanted', { counted: 39, isSecondCounter: true }, 'W-1001'],
])('counted once more by %s', (_, scene, notBy) => {
  const decision = decided(scene);
  expect(decision.outcome === 'applied' && decision.plan.notBy).toBe(notBy);
});
