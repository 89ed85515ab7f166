import { expect, test } from 'vitest';
import { inWalkingOrder } from '#shared/waves/walk.ts';

const aisles = 8;
const bays = 20;
/** Metres from one bay to the next, and from one aisle to the next. */
const bayMetres = 2;
const aisleMetres = 4;

/** A hall of parallel aisles, each numbered from its front to its back, as the sequence of its locations rises. */
function place(aisle: number, bay: number) {
  const two = (value: number) => String(value).padStart(2, '0');
  return { location: `${two(aisle)}-${two(bay)}-01-1`, walkSequence: (aisle - 1) * bays + bay, aisle, bay };
}

type Place = ReturnType<typeof place>;

/** From the front of the first aisle along all places: aisles are left at their front or their back, whichever is nearer. */
function metres(walk: readonly Place[]): number {
  let [aisle, bay, total] = [1, 0, 0];
  for (const next of walk) {
    const viaFront = bay + next.bay;
    const viaBack = bays + 1 - bay + (bays + 1 - next.bay);
    const along = next.aisle === aisle ? Math.abs(bay - next.bay) : Math.min(viaFront, viaBack);
    total += along * bayMetres + Math.abs(next.aisle - aisle) * aisleMetres;
    [aisle, bay] = [next.aisle, next.bay];
  }
  return total;
}

/** Numbers that look like chance and are the same each time. */
function* chance(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

function walks(count: number, stops: number): Place[][] {
  const numbers = chance(7);
  const whole = (below: number) => 1 + Math.floor(numbers.next().value * below);
  return Array.from({ length: count }, () => {
    const places = new Map<string, Place>();
    while (places.size < stops) {
      const one = place(whole(aisles), whole(bays));
      places.set(one.location, one);
    }
    return [...places.values()];
  });
}

test.each([
  ['a few lines', 4],
  ['an order', 10],
  ['a trolley', 30],
])('%s: shorter than in the order of the lines, and than every aisle from its front', (_what, stops) => {
  const sum = (order: (walk: Place[]) => readonly Place[]) =>
    walks(200, stops).reduce((total, walk) => total + metres(order(walk)), 0);
  const naive = sum((walk) => walk);
  const rising = sum((walk) => walk.toSorted((a, b) => a.walkSequence - b.walkSequence));
  const ours = sum(inWalkingOrder);
  expect(ours).toBeLessThan(rising);
  expect(ours).toBeLessThan(naive);
  if (stops >= 10) expect(ours / naive).toBeLessThan(0.65);
  if (stops >= 30) expect(ours / rising).toBeLessThan(0.85);
});

test.each([
  ['aisle after aisle, to and fro', ['01-02-01-1', '01-05-01-1', '02-01-01-1', '02-04-01-1']],
  ['an aisle that is passed by turns nobody around', ['01-02-01-1', '04-01-01-1', '04-09-01-1']],
])('%s', (_what, codes) => {
  const stops = codes.map((location, index) => ({ location, walkSequence: index + 1 }));
  const walked = inWalkingOrder(stops).map(({ location }) => location);
  const back = codes.filter((code) => !code.startsWith('01-')).toReversed();
  expect(walked).toEqual([...codes.filter((code) => code.startsWith('01-')), ...back]);
});

test('a warehouse that is numbered to and fro is walked as it is numbered', () => {
  const codes = ['01-02-01-1', '01-05-01-1', '02-04-01-1', '02-01-01-1', '03-01-01-1', '03-03-01-1'];
  const stops = codes.map((location, index) => ({ location, walkSequence: index + 1 }));
  expect(inWalkingOrder(stops.toReversed()).map(({ location }) => location)).toEqual(codes);
});

test('codes that tell of no aisle keep to the sequence', () => {
  const stops = ['COOL-2', '01-05-01-1', 'RACK'].map((location, index) => ({ location, walkSequence: index }));
  expect(inWalkingOrder(stops.toReversed())).toEqual(stops);
});
