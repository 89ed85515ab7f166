import { describe, expect, test } from 'vitest';
import { type CalibrationCode, calibrationCodes } from '#shared/scan/calibration-codes.ts';
import { allSettings, remedies, scannerBrands, scannerFindings } from '#shared/scan/scanner-findings.ts';
import { type Heard, judge } from '../../pwa/scanner/setup/judge.ts';
import { learn } from '../../pwa/scanner/setup/learn.ts';
import { createWedgeFramer, type WedgeEvent } from '../../pwa/scanner/wedge.ts';
import { altCode, burst, type KeyStep, keyEvents } from './keys.ts';

const gs = '\u001d';

function named(name: CalibrationCode['name']): CalibrationCode {
  const code = calibrationCodes.find((each) => each.name === name);
  if (!code) throw new Error(name);
  return code;
}

/** A scanner with its faults: what it makes of a text, between two keys, for a separator, and behind each code. */
interface Faults {
  readonly text?: (sends: string) => string;
  readonly identifies?: boolean;
  readonly gapMs?: number;
  readonly separator?: readonly KeyStep[];
  readonly ending?: readonly KeyStep[];
}

const asControl: KeyStep[] = [[4, 'Control+]']];

function scanned(code: CalibrationCode, faults: Faults = {}): WedgeEvent[] {
  const {
    text = (sends) => sends,
    identifies = true,
    gapMs = 4,
    separator = asControl,
    ending = [[4, 'Enter']],
  } = faults;
  const sent = (identifies ? code.identifier : '') + text(code.sends);
  const steps = [...sent].flatMap((key): KeyStep[] => (key === gs ? [...separator] : [[gapMs, key]]));
  return keyEvents([...steps, ...ending]);
}

function heardOf(name: CalibrationCode['name'], faults: Faults = {}): Heard | null {
  return judge(named(name), scanned(named(name), faults));
}

function learnt(faults: Faults = {}) {
  return learn(
    calibrationCodes.map((code) => ({ code, heard: judge(code, scanned(code, faults)) })),
    0,
  );
}

const swapped = (pairs: Readonly<Record<string, string>>) => (text: string) =>
  [...text].map((character) => pairs[character] ?? character).join('');

describe('a code of the sheet', () => {
  test.each(calibrationCodes.map((code) => [code.name]))(
    '%s, as it should come, has nothing to be said against it',
    (name) => {
      expect(heardOf(name)?.findings).toEqual([]);
    },
  );

  test.each<[string, CalibrationCode['name'], Faults, string[], string]>([
    ['no identifier', 'plain', { identifies: false }, ['identifierMissing'], ''],
    ['no separator', 'gs1', { separator: [] }, ['separatorLost'], ''],
    [
      'no separator, no identifier',
      'matrix',
      { separator: [], identifies: false },
      ['separatorLost', 'identifierMissing'],
      '',
    ],
    ['~ for the separator', 'gs1', { separator: [[4, '~']] }, ['separatorReplaced'], '~'],
    ['| for the separator', 'matrix', { separator: [[4, '|']] }, ['separatorReplaced'], '|'],
    ['a digit for the separator', 'gs1', { separator: [[4, '7']] }, ['separatorUnusable'], '7'],
    ['the word <GS> for the separator', 'gs1', { separator: burst('<GS>') }, ['separatorUnusable'], '<GS>'],
    ['Alt+029 for the separator', 'gs1', { separator: altCode('029') }, [], ''],
    ['U+001D as a key', 'matrix', { separator: [[4, gs]] }, [], ''],
    ['F7 for the separator', 'gs1', { separator: [[4, 'F7']] }, [], ''],
    ['capitals only', 'signs', { text: (text) => text.toUpperCase() }, ['upperCase'], ']C0AB-ZY/QW_MM#]C1;09'],
    ['small letters only', 'plain', { text: (text) => text.toLowerCase() }, ['lowerCase'], ']C0tallyman-20-chars-ok'],
    ['the last digit missing', 'product', { text: (text) => text.slice(0, -1) }, ['checkDigit'], '950600013435'],
    [
      'a letter in front',
      'plain',
      { text: (text) => `j${text}`, identifies: false },
      ['extraText', 'identifierMissing'],
      'j …',
    ],
    [
      'signs that are others',
      'signs',
      { text: swapped({ '-': 'ß', '/': '-', _: '?' }) },
      ['garbled'],
      ']C0AbßZy-qW?Mm#]C1;09',
    ],
  ])('%s', (_name, code, faults, findings, detail) => {
    const heard = heardOf(code, faults);
    expect(heard?.findings.map((finding) => finding.code)).toEqual(findings);
    expect(heard?.findings[0]?.detail ?? '').toBe(detail);
  });

  test('Caps Lock shows in letters of which each is the other one', () => {
    const other = (text: string) =>
      [...text]
        .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
        .join('');
    expect(heardOf('signs', { text: other })?.findings.map(({ code }) => code)).toEqual(['capsLock']);
  });

  test.each([
    [
      'behind each other',
      (code: CalibrationCode) => keyEvents([...burst(code.sends), ...burst(code.sends), [4, 'Enter']]),
    ],
    [
      'each with its Enter',
      (code: CalibrationCode) => keyEvents([...burst(code.sends), [4, 'Enter'], ...burst(code.sends), [4, 'Enter']]),
    ],
    [
      'as keys and as text',
      (code: CalibrationCode): WedgeEvent[] => [
        ...keyEvents([...burst(code.sends), [4, 'Enter']]),
        { type: 'text', at: 140, text: `${code.sends}\n`, target: 'sink', pasted: false },
      ],
    ],
  ])('a code that comes twice, %s, is found out', (_name, events) => {
    const heard = judge(named('plain'), events(named('plain')));
    expect(heard?.findings.map(({ code }) => code)).toEqual(['identifierMissing', 'doubled']);
  });

  test.each<[string, WedgeEvent[]]>([
    ['another code', keyEvents([...burst('4099999000012'), [4, 'Enter']])],
    ['another code of the sheet', scanned(named('product'))],
    ['a single key', keyEvents([[0, 'x']])],
    ['nothing but an Enter', keyEvents([[0, 'Enter']])],
  ])('%s is not taken for it', (_name, events) => {
    expect(judge(named('plain'), events)).toBeNull();
  });
});

/** The keys that a scanner of the United States presses, on a device that has the French or the German layout. */
function onLayout(code: CalibrationCode, characters: Readonly<Record<string, string>>): WedgeEvent[] {
  const places: Readonly<Record<string, string>> = {
    ...{ '-': 'Minus', _: 'Minus', '/': 'Slash', '#': 'Digit3', ']': 'BracketRight', ';': 'Semicolon' },
  };
  return keyEvents([...burst(code.identifier + code.sends), [4, 'Enter']]).map((event) => {
    if (event.type !== 'keydown' || event.key.length > 1) return event;
    const isUpper = /[A-Z_#]/.test(event.key);
    return { ...event, code: places[event.key] ?? event.code, shift: isUpper, key: characters[event.key] ?? event.key };
  });
}

const french = { a: 'q', A: 'Q', q: 'a', w: 'z', W: 'Z', Z: 'W', z: 'w', M: '?', m: ',', 0: 'à', 1: '&', 9: 'ç' };
const german = { Z: 'Y', y: 'z', '-': 'ß', _: '?', '/': '-', '#': '§', ']': '+', ';': 'ö' };

describe('a scanner with another keyboard layout than its device', () => {
  test.each<[string, Record<string, string>]>([
    ['French', { ...french, '-': ')', _: '°', '/': '!', '#': '3', ']': '$', ';': 'm' }],
    ['German', german],
  ])('is found out on a %s one, and read rightly from then on', (_name, characters) => {
    const code = named('signs');
    const heard = judge(code, onLayout(code, characters));
    expect(heard?.findings.map((finding) => finding.code)).toEqual(['layout']);
    const { profile } = learn([{ code, heard }], 0);
    const framer = createWedgeFramer(profile);
    const scans = onLayout(code, characters).flatMap((event) => framer.feed(event).scans);
    expect(scans.map(({ text }) => text)).toEqual([code.identifier + code.sends]);
  });
});

describe('what is learnt of all five', () => {
  test('a scanner as it should be: its Enter, and that it is quick enough for the shortest codes', () => {
    const { findings, report, profile } = learnt();
    expect(findings).toEqual([]);
    expect(report).toMatchObject({
      ending: 'Enter',
      gapMs: 4,
      separator: 'control',
      hasIdentifier: true,
      door: 'keys',
    });
    expect(profile).toMatchObject({ suffix: 'always', minLength: 2 });
  });

  test.each<[string, Faults, string[], object]>([
    ['no Enter', { ending: [] }, ['suffixMissing'], {}],
    ['Tab', { ending: [[4, 'Tab']] }, [], { suffix: 'always' }],
    [
      'CR and LF',
      {
        ending: [
          [4, 'Enter'],
          [1, 'Control+j'],
        ],
      },
      [],
      { suffix: 'always' },
    ],
    ['~ for the separator', { separator: [[4, '~']] }, ['separatorReplaced'], { separatorCharacters: ['~'] }],
    ['F7 for the separator', { separator: [[4, 'F7']] }, [], { separatorKeys: ['F7'] }],
    ['no separator', { separator: [] }, ['separatorLost'], { separatorsLost: true }],
    ['slow Bluetooth', { gapMs: 60, separator: [[60, 'Control+]']] }, ['slow'], { averageGapMs: 80 }],
    ['slower than fingers', { gapMs: 90, separator: [[90, 'Control+]']] }, ['tooSlow'], { averageGapMs: 80 }],
    [
      'slow, and no Enter',
      { gapMs: 30, separator: [[30, 'Control+]']], ending: [] },
      ['suffixMissing', 'slow'],
      { silentAverageGapMs: 45 },
    ],
  ])('%s', (_name, faults, findings, profile) => {
    const result = learnt(faults);
    expect(result.findings.map(({ code }) => code)).toEqual(findings);
    expect(result.profile).toMatchObject(profile);
  });

  test('Enter behind some codes only is found out', () => {
    const reads = calibrationCodes.map((code, index) => ({
      code,
      heard: judge(code, scanned(code, { ending: index === 2 ? [] : [[4, 'Enter']] })),
    }));
    const { findings, profile } = learn(reads, 0);
    expect(findings.map(({ code }) => code)).toEqual(['suffixSometimes']);
    expect(profile.suffix).toBeUndefined();
  });

  test('codes that the scanner cannot read are left out', () => {
    const reads = calibrationCodes.map((code) => ({
      code,
      heard: code.name === 'matrix' ? null : judge(code, scanned(code)),
    }));
    expect(learn(reads, 0).findings).toEqual([]);
  });

  test('whatever was learnt, the framer reads the five codes with it as they are', () => {
    const faults: Faults[] = [
      {},
      { ending: [] },
      { separator: [[4, '~']] },
      { separator: [[4, 'F7']] },
      { gapMs: 62, separator: [[62, 'Control+]']], ending: [[62, 'Enter']] },
      { gapMs: 30, separator: [[30, 'Control+]']], ending: [] },
    ];
    for (const fault of faults) {
      const framer = createWedgeFramer(learnt(fault).profile);
      let startsAt = 0;
      for (const code of calibrationCodes) {
        const events = scanned(code, fault).map((event) => ({ ...event, at: event.at + startsAt }));
        startsAt += 10_000;
        const verdicts = [...events.map(framer.feed), framer.tick(startsAt - 5000)];
        const scans = verdicts.flatMap((verdict) => verdict.scans.map(({ text }) => text));
        expect(scans).toEqual([code.identifier + code.sends]);
      }
    }
  });
});

test('each finding that a setting helps against names one for each make', () => {
  for (const code of Object.keys(scannerFindings) as (keyof typeof scannerFindings)[]) {
    const settings = remedies[code];
    if (settings)
      for (const brand of scannerBrands) expect(settings[brand].length, `${code} ${brand}`).toBeGreaterThan(0);
  }
  expect(scannerBrands.map((brand) => allSettings(brand).length > 5)).toEqual([true, true, true]);
});
