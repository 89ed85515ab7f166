import { describe, expect, test } from 'vitest';
import { CodeGate } from '../../pwa/scanner/accept.ts';
import type { SeenCode } from '../../pwa/scanner/seen-code.ts';

const code = (format: string, text: string, lines = 3, symbologyIdentifier = ']X0'): SeenCode => ({
  text,
  format,
  symbologyIdentifier,
  lines,
});
const place = code('Code128', 'LOC-A1-12', 3, ']C0');
const flour = code('EAN13', '4099999000012', 3, ']E0');
const plate = code('DataMatrix', '00340123450000000017', 0, ']d2');

/** Pictures of a stream: when each was read, and what it showed. */
type Pictures = readonly (readonly [atMs: number, codes: readonly SeenCode[]])[];

/** The texts accepted, with their times. */
function acceptedOf(pictures: Pictures, gate = new CodeGate()): [number, string][] {
  return pictures.flatMap(([at, codes]): [number, string][] => {
    const { accepted } = gate.see(codes, at);
    return accepted ? [[at, accepted.text]] : [];
  });
}

/** A code in every picture from one time to another, 25 pictures a second. */
function shown(fromMs: number, toMs: number, ...codes: readonly SeenCode[]): Pictures {
  const count = Math.floor((toMs - fromMs) / 40) + 1;
  return Array.from({ length: count }, (_, index) => [fromMs + index * 40, codes] as const);
}

describe('what one picture is enough for', () => {
  test.each<[string, SeenCode, boolean]>([
    ['an EAN-13 in three lines', code('EAN13', '4006381333931', 3), true],
    ['an EAN-13 in two lines', code('EAN13', '4006381333931', 2), false],
    ['a UPC-A in three lines', code('UPCA', '0036000291452', 3), true],
    ['a UPC-A in one line', code('UPCA', '0036000291452', 1), false],
    ['an EAN-8 in one line', code('EAN8', '96385074', 1), false],
    ['a Code 39 in three lines', code('Code39', 'A123', 3), true],
    ['a Code 39 in one line', code('Code39', 'A123', 1), false],
    ['a Code 39 by another name of its family', code('Code39Ext', 'A123', 1), false],
    ['a Code 128 in one line', code('Code128', 'A123', 1), false],
    ['an ITF-14 in three lines', code('ITF14', '14006381333938', 3), true],
    ['a DataBar in one line', code('DataBarExp', '0104006381333931', 1, ']e0'), false],
    ['a DataMatrix, which corrects its errors', code('DataMatrix', 'A123', 0), true],
    ['a QR code, which corrects its errors', code('QRCode', 'A123', 0), true],
  ])('%s: %o', (_name, seen, isEnough) => {
    expect(new CodeGate().see([seen], 0).accepted !== null).toBe(isEnough);
  });
});

describe('what no number of pictures is enough for', () => {
  test.each<[string, SeenCode]>([
    ['an EAN-13 with a wrong check digit', code('EAN13', '4006381333932')],
    ['an EAN-8 with a wrong check digit', code('EAN8', '96385075')],
    ['an ITF-14 with a wrong check digit', code('ITF14', '14006381333939')],
    ['an ITF of six digits, a piece of a longer one', code('ITF', '606985')],
    ['an empty code', code('QRCode', '')],
  ])('%s', (_name, seen) => {
    expect(acceptedOf(shown(0, 1000, seen))).toEqual([]);
  });
});

describe('agreement', () => {
  const faint = code('Code39', 'A123', 1);
  test('the second picture that says the same within a second is believed', () => {
    expect(
      acceptedOf([
        [0, [faint]],
        [900, [faint]],
      ]),
    ).toEqual([[900, 'A123']]);
  });
  test('two pictures further apart do not agree', () => {
    expect(
      acceptedOf([
        [0, [faint]],
        [1100, [faint]],
      ]),
    ).toEqual([]);
  });
  test('two pictures that say different things do not agree', () => {
    expect(
      acceptedOf([
        [0, [faint]],
        [40, [code('Code39', 'A128', 1)]],
      ]),
    ).toEqual([]);
  });
});

describe('the same code again', () => {
  test('a code that stays in view is taken once', () => {
    expect(acceptedOf(shown(0, 10_000, place))).toEqual([[0, 'LOC-A1-12']]);
  });
  test('a code that flickers is taken once', () => {
    expect(
      acceptedOf([...shown(0, 400, place), ...shown(1300, 1700, place), ...shown(2600, 3000, place)]),
    ).toHaveLength(1);
  });
  test('a code that was out of view for a second is taken again', () => {
    expect(acceptedOf([...shown(0, 400, place), ...shown(440, 1460), ...shown(1500, 1900, place)])).toEqual([
      [0, 'LOC-A1-12'],
      [1500, 'LOC-A1-12'],
    ]);
  });
  test('a new trigger takes the same code again at once', () => {
    const gate = new CodeGate();
    gate.see([place], 0);
    gate.trigger();
    expect(gate.see([place], 40).accepted).toEqual(place);
  });
  test('after a code left the view, nothing is reported for empty pictures', () => {
    expect(acceptedOf([...shown(0, 100, place), ...shown(140, 5000)])).toHaveLength(1);
  });
});

describe('nobody looked for a while', () => {
  const taken = () => {
    const gate = new CodeGate();
    gate.see([place], 0);
    gate.resume(60_000);
    return gate;
  };
  test('and the code is still in view: it is not taken a second time', () => {
    expect(acceptedOf(shown(60_100, 65_000, place), taken())).toEqual([]);
  });
  test('and the code is out of view for a second after that: it is taken again', () => {
    expect(acceptedOf([...shown(60_100, 61_200), ...shown(61_240, 62_000, place)], taken())).toHaveLength(1);
  });
  test('and another one is in view: it is taken', () => {
    expect(acceptedOf(shown(60_100, 61_000, flour), taken())).toHaveLength(1);
  });
});

describe('a code that only some ways of looking show', () => {
  const looks = (way: string, everyMs: number, fromMs: number, toMs: number) =>
    Array.from({ length: Math.floor((toMs - fromMs) / everyMs) }, (_, index) => ({
      at: fromMs + index * everyMs,
      way,
    }));
  /** One way shows it, less than once a second; the other never does. */
  const takenOf = (isShown: (at: number) => boolean) => {
    const gate = new CodeGate();
    return [...looks('soft', 1300, 0, 20_000), ...looks('fast', 200, 50, 20_000)]
      .sort((one, other) => one.at - other.at)
      .flatMap(({ at, way }) =>
        gate.see(way === 'soft' && isShown(at) ? [place] : [], at, { way }).accepted ? [at] : [],
      );
  };

  test('is taken once while it stays', () => {
    expect(takenOf(() => true)).toEqual([0]);
  });
  test('is taken again after two such looks in vain', () => {
    expect(takenOf((at) => at < 1000 || at > 3000)).toEqual([0, 3900]);
  });
});

describe('two codes in view', () => {
  test('are asked about, and neither is taken', () => {
    const gate = new CodeGate();
    expect(acceptedOf(shown(0, 3000, place, flour), gate)).toEqual([]);
    expect(gate.see([place, flour], 3040).question).toEqual([place, flour]);
  });
  test('are asked about also when each picture shows only one of them', () => {
    const gate = new CodeGate();
    gate.see([code('Code128', 'LOC-A1-12', 1, ']C0'), code('EAN13', '4099999000012', 1, ']E0')], 0);
    const pictures = shown(40, 2000).map(([at], index) => [at, [index % 2 ? place : flour]] as const);
    gate.see([place, flour], 40);
    expect(acceptedOf(pictures, gate)).toEqual([]);
    expect(gate.see([place], 2040).question).toHaveLength(2);
  });
  test('are one when they say the same, as bars and as a matrix', () => {
    const bars = code('Code128', plate.text, 3, ']C1');
    expect(acceptedOf(shown(0, 2000, plate, bars))).toHaveLength(1);
  });
  test('differ when only one of them is a GS1 label', () => {
    const gate = new CodeGate();
    expect(acceptedOf(shown(0, 2000, plate, code('Code128', plate.text, 3, ']C0')), gate)).toEqual([]);
  });
  test('while the camera swings from one to the other: each is taken when it is alone', () => {
    const swing = [...shown(0, 300, place), ...shown(340, 600, place, flour), ...shown(640, 2000, flour)];
    expect(acceptedOf(swing).map(([, text]) => text)).toEqual(['LOC-A1-12', '4099999000012']);
  });
  test('of which one was just taken: the other is not taken with it', () => {
    expect(acceptedOf([...shown(0, 100, place), ...shown(140, 1500, place, flour)])).toEqual([[0, 'LOC-A1-12']]);
  });
  test('of which one was taken are asked about when the camera stays', () => {
    const gate = new CodeGate();
    acceptedOf([...shown(0, 100, place), ...shown(140, 2400, place, flour)], gate);
    expect(gate.see([place, flour], 2440).question).toEqual([place, flour]);
  });
});

describe('an open question', () => {
  const asked = () => {
    const gate = new CodeGate();
    acceptedOf(shown(0, 1000, place, flour), gate);
    return gate;
  };
  test('keeps one of its codes from being taken by chance while a hand reaches for the answer', () => {
    expect(acceptedOf(shown(1040, 3000, place), asked())).toEqual([]);
  });
  test('once answered is not asked again while the codes stay', () => {
    const gate = asked();
    gate.answer(1040);
    expect(acceptedOf(shown(1080, 6000, place, flour), gate)).toEqual([]);
    expect(gate.see([place, flour], 6040).question).toEqual([]);
  });
  test('ends when its codes have been gone for a while', () => {
    const gate = asked();
    expect(gate.see([], 3000).question).toHaveLength(2);
    expect(gate.see([], 3600).question).toEqual([]);
  });
  test('ends when the camera has moved on to another code, which is taken', () => {
    const other = code('QRCode', 'SO-1', 0, ']Q1');
    expect(acceptedOf(shown(1600, 2000, other), asked())).toEqual([[1600, 'SO-1']]);
  });
});

/** A code that is seen there. */
const at = (code: SeenCode, left: number, top: number): SeenCode => ({
  ...code,
  box: { left, top, right: left + 0.2, bottom: top + 0.1 },
});

describe('the aiming window', () => {
  const inside = at(place, 0.4, 0.4);
  const edge = at(flour, 0.4, 0.73);
  const outside = at(flour, 0.4, 0.85);

  test('what is in it counts, whatever else is in view outside of it', () => {
    expect(acceptedOf(shown(0, 3000, inside, outside))).toEqual([[0, 'LOC-A1-12']]);
  });
  test.each([
    ['two in it', [inside, at(flour, 0.2, 0.3)]],
    ['one in it and one that its edge cuts', [inside, edge]],
    ['two outside of it', [outside, at(place, 0.1, 0.85)]],
  ])('%s are asked about, and neither is taken', (_name, codes) => {
    const gate = new CodeGate();
    expect(acceptedOf(shown(0, 2000, ...codes), gate)).toEqual([]);
    expect(gate.see(codes, 2040).question).toEqual(codes);
  });
  test('what is alone counts also beside it, a moment later', () => {
    expect(acceptedOf(shown(0, 1000, outside))).toEqual([[320, '4099999000012']]);
  });
  test('what passes beside it does not count', () => {
    expect(acceptedOf([...shown(0, 200, outside), ...shown(240, 1000)])).toEqual([]);
  });
  test('one that was taken and has left it does not come between the next', () => {
    const next = at(flour, 0.4, 0.4);
    const moved = at(place, 0.4, 0.85);
    expect(acceptedOf([...shown(0, 200, inside), ...shown(240, 1000, moved, next)])).toEqual([
      [0, 'LOC-A1-12'],
      [240, '4099999000012'],
    ]);
  });
});

describe('a slow camera', () => {
  const [second, third] = [at(flour, 0.2, 0.3), at(plate, 0.6, 0.3)];
  test('shows the second code seldom: neither is taken between two of its sightings', () => {
    const pictures: Pictures = Array.from({ length: 12 }, (_, index) => [
      index * 350,
      index % 2 ? [place] : [place, second],
    ]);
    const gate = new CodeGate();
    const taken = pictures.flatMap(([at, codes], index) => {
      const { accepted } = gate.see(codes, at, { covers: index % 2 ? 'some' : 'all' });
      return accepted ? [accepted.text] : [];
    });
    expect(taken).toEqual([]);
  });
  test('finds a code that the step has no use for in each fourth picture, and it is taken all the same', () => {
    const gate = new CodeGate();
    const taken = [0, 660, 1320].map((at) => gate.see([third], at, { isExpected: () => false }).accepted?.text);
    expect(taken).toEqual([undefined, undefined, third.text]);
  });
});

describe('a look that does not find everything', () => {
  const quick = { covers: 'some' } as const;
  test('leaves open whether the code is alone: all of a picture is asked for, and shows it', () => {
    const gate = new CodeGate();
    expect(gate.see([place], 0, quick)).toEqual({ accepted: null, question: [], wantsWhole: true });
    expect(gate.see([place], 40)).toEqual({ accepted: place, question: [], wantsWhole: false });
  });
  test('and all of the next picture shows a second one: neither is taken', () => {
    const gate = new CodeGate();
    gate.see([place], 0, quick);
    expect(gate.see([place, flour], 40).accepted).toBeNull();
    expect(gate.see([place], 80, quick)).toMatchObject({ accepted: null, wantsWhole: false });
  });
  test('is enough where all of the next picture shows no other, though not the code itself either', () => {
    const gate = new CodeGate();
    gate.see([place], 0, quick);
    expect(gate.see([], 40).accepted).toEqual(place);
  });
  test('that was two pictures ago is no longer of now', () => {
    const gate = new CodeGate();
    gate.see([place], 0, quick);
    gate.see([], 40, quick);
    expect(gate.see([], 80).accepted).toBeNull();
  });
});

describe('a code that the step has no use for', () => {
  const onlyPlaces = { isExpected: ({ format }: SeenCode) => format === 'Code128' };
  const takenOf = (pictures: Pictures) => {
    const gate = new CodeGate();
    return pictures.flatMap(([at, codes]) => {
      const { accepted } = gate.see(codes, at, onlyPlaces);
      return accepted ? [[at, accepted.text]] : [];
    });
  };
  test('does not come between the one that is expected', () => {
    expect(takenOf(shown(0, 2000, flour, place))).toEqual([[0, 'LOC-A1-12']]);
  });
  test('is not taken in passing', () => {
    expect(takenOf([...shown(0, 600, flour), ...shown(640, 2000)])).toEqual([]);
  });
  test('is taken when somebody points at it: the worker hears what was expected', () => {
    expect(takenOf(shown(0, 2000, flour))).toEqual([[720, '4099999000012']]);
  });
});
