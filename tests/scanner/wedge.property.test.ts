import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWedgeFramer } from '../../pwa/scanner/wedge.ts';
import { type KeyStep, keyEvents } from './keys.ts';

const printable = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) });
const code = printable.filter((text) => text.length >= 4);
const separator = fc.constantFrom('Control+]', '\u001d', 'F8');
const symbol = fc.oneof({ weight: 9, arbitrary: printable.filter((text) => text.length === 1) }, separator);

function toldOf(steps: readonly KeyStep[]): { readonly scans: string[]; readonly typed: string[] } {
  const framer = createWedgeFramer();
  const events = keyEvents(steps);
  const verdicts = events.map((event) => framer.feed(event));
  verdicts.push(framer.tick((events.at(-1)?.at ?? 0) + 1000));
  const scans = verdicts.flatMap((verdict) => verdict.scans.map(({ text }) => text));
  return { scans, typed: verdicts.flatMap(({ typed }) => typed) };
}

function scansOf(steps: readonly KeyStep[]): string[] {
  return toldOf(steps).scans;
}

/** Keys of a person: 90 ms and more apart, at times two that overlap, modifiers, corrections and Enter among them. */
const personsKey = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 33, max: 126 }).map((at) => String.fromCharCode(at)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Enter', 'Tab', ' ', 'Backspace', 'Shift', 'Control+c', 'Alt', 'Alt up', 'F5'),
  },
);
const overlap: fc.Arbitrary<KeyStep[]> = fc
  .tuple(personsKey, personsKey, fc.integer({ min: 40, max: 75 }))
  .map(([first, second, gapMs]) => [
    [130, first],
    [gapMs, second],
  ]);
const pressed: fc.Arbitrary<KeyStep[]> = fc
  .tuple(fc.integer({ min: 90, max: 900 }), personsKey)
  .map(([gapMs, key]) => [[gapMs, key]]);

test('whatever a person types at a person’s speed, nothing of it is a scan', () => {
  const typing = fc.array(fc.oneof({ weight: 4, arbitrary: pressed }, overlap), { maxLength: 60 });
  fc.assert(fc.property(typing, (steps) => scansOf(steps.flat()).length === 0));
});

test('whatever digits a person types, with Enter and Backspace among them, each is told once and in order', () => {
  const key = fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'Enter', 'Backspace');
  const quick = fc.integer({ min: 60, max: 900 });
  fc.assert(
    fc.property(fc.array(fc.tuple(quick, key), { maxLength: 40 }), (steps) => {
      expect(toldOf(steps)).toEqual({ scans: [], typed: steps.map(([, pressed]) => pressed) });
    }),
  );
});

test('whatever a scanner sends, it arrives whole and unchanged, with its separators', () => {
  const keys = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), symbol), { minLength: 4, maxLength: 80 });
  const ending = fc.constantFrom<KeyStep[]>([[5, 'Enter']], [[5, 'Tab']], []);
  fc.assert(
    fc.property(keys, ending, (steps, end) => {
      const text = steps.map(([, key]) => (key.length === 1 ? key : '\u001d')).join('');
      expect(toldOf([...steps, ...end])).toEqual({ scans: [text], typed: [] });
    }),
  );
});

/**
 * As told where the page stopped for a second behind each of these keys, and the clock went off before the waiting keys
 * came.
 */
function toldWithStops(steps: readonly KeyStep[], stops: ReadonlySet<number>) {
  const framer = createWedgeFramer();
  const events = keyEvents(steps);
  const verdicts = events.flatMap((event, index) => {
    const verdict = framer.feed(event);
    return stops.has(index) ? [verdict, framer.tick(event.at + 1000)] : [verdict];
  });
  verdicts.push(framer.tick((events.at(-1)?.at ?? 0) + 1000));
  return {
    scans: verdicts.flatMap(({ scans }) => scans.map(({ text }) => text)),
    typed: verdicts.flatMap(({ typed }) => typed),
  };
}

const stops = fc.array(fc.nat(20), { maxLength: 3 }).map((indexes) => new Set(indexes));

test('wherever the machine stops in the middle of a scan, the code comes whole once its keys are there', () => {
  const ending = fc.constantFrom<KeyStep[]>([[5, 'Enter']], []);
  fc.assert(
    fc.property(code, stops, ending, (text, stopped, end) => {
      const beforeItsEnd = new Set([...stopped].filter((index) => index < text.length - 1));
      const told = toldWithStops([...[...text].map((key): KeyStep => [8, key]), ...end], beforeItsEnd);
      expect(told.scans.at(-1)).toBe(text);
    }),
  );
});

test('wherever the machine stops while a person types digits, each is told once and in order', () => {
  const digits = fc.array(fc.tuple(fc.integer({ min: 60, max: 900 }), fc.constantFrom('0', '1', '2', '3')), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(digits, stops, (steps, stopped) => {
      expect(toldWithStops(steps, stopped)).toEqual({ scans: [], typed: steps.map(([, pressed]) => pressed) });
    }),
  );
});

test('a slow scanner’s code arrives whole when Enter ends it', () => {
  const gap = fc.integer({ min: 30, max: 55 });
  fc.assert(
    fc.property(code, gap, (text, gapMs) => {
      const steps = [...text].map((key): KeyStep => [gapMs, key]);
      expect(toldOf([...steps, [gapMs, 'Enter']])).toEqual({ scans: [text], typed: [] });
    }),
  );
});

test('any number of scans behind each other arrive in their order, none lost and none joined', () => {
  const pause = fc.integer({ min: 90, max: 500 });
  fc.assert(
    fc.property(fc.array(fc.tuple(code, pause), { maxLength: 8 }), (scans) => {
      const steps = scans.flatMap(([text, pauseMs]): KeyStep[] => [
        ...[...text].map((key, index): KeyStep => [index === 0 ? pauseMs : 4, key]),
        [4, 'Enter'],
      ]);
      expect(scansOf(steps)).toEqual(scans.map(([text]) => text));
    }),
  );
});
