import { describe, expect, test } from 'vitest';
import { createWedgeFramer, type WedgeEvent, type WedgeVerdict } from '../../pwa/scanner/wedge.ts';
import type { WedgeProfile } from '../../pwa/scanner/wedge-profile.ts';
import { altCode, burst, type KeyStep, keyEvents } from './keys.ts';

const gs = '\u001d';
const enter: KeyStep = [5, 'Enter'];

/** What was reported for the events, and for the silence after them. */
function scansOf(events: readonly WedgeEvent[], profile: Partial<WedgeProfile> = {}): string[] {
  const framer = createWedgeFramer(profile);
  const verdicts: WedgeVerdict[] = events.map((event) => framer.feed(event));
  verdicts.push(framer.tick((events.at(-1)?.at ?? 0) + 1000));
  return verdicts.flatMap(({ scans }) => scans.map((scan) => scan.text));
}

/** Whether the browser still gets to see the last event. */
function lastIsSwallowed(events: readonly WedgeEvent[]): boolean {
  const framer = createWedgeFramer();
  return events.map((event) => framer.feed(event)).at(-1)?.swallow ?? false;
}

describe('what is a scan', () => {
  test.each<[string, KeyStep[], string[]]>([
    ['a burst with Enter', [...burst('LOC-A7-27'), enter], ['LOC-A7-27']],
    ['a burst with Tab', [...burst('LOC-A7-27'), [5, 'Tab']], ['LOC-A7-27']],
    ['a burst and then silence', burst('LOC-A7-27'), ['LOC-A7-27']],
    ['a slow Bluetooth burst with Enter', [...burst('9062681524856', 52), [48, 'Enter']], ['9062681524856']],
    ['a slow burst without a suffix', burst('9062681524856', 52), []],
    ['a burst as fast as nobody types for so long, without a suffix', burst('9062681524856', 30), ['9062681524856']],
    ['as fast, but so short that fingers may be it', burst('90626815', 30), []],
    ['a burst with one gap too large', [...burst('90626'), [80, '8'], ...burst('1524856'), enter], []],
    ['three characters', [...burst('899'), enter], []],
    ['three characters and an emoji, counted as four', [...burst('89😀9'), enter], ['89😀9']],
    ['typing', [...burst('pallet 12', 150), [200, 'Enter']], []],
    [
      'typing with two keys overlapping',
      [
        [0, 'q'],
        [150, 'u'],
        [44, 'a'],
        [135, 'n'],
        [57, 't'],
        [90, 'Enter'],
      ],
      [],
    ],
    ['a held key', [[0, '0'], [500, 'Repeat+0'], ...Array<KeyStep>(30).fill([33, 'Repeat+0']), enter], []],
    ['a held key, a pause, a scan', [[0, '0'], [500, 'Repeat+0'], [300, '9'], ...burst('8765'), enter], ['98765']],
    ['two scans', [...burst('LOC-1'), enter, [200, 'L'], ...burst('OC-2'), enter], ['LOC-1', 'LOC-2']],
    ['two scans without suffix', [...burst('LOC-1'), [200, 'L'], ...burst('OC-2')], ['LOC-1', 'LOC-2']],
    ['typing, then a scan', [[0, '1'], [140, '2'], [500, '9'], ...burst('345977974574'), enter], ['9345977974574']],
    ['a scan, then typing', [...burst('LOC-1'), enter, [300, '1'], [150, '2'], [150, 'Enter']], ['LOC-1']],
    ['lower case as Caps Lock makes it', [...burst('loc-a7-87'), enter], ['loc-a7-87']],
    ['an AIM identifier in front', [...burst(']C1019501'), enter], [']C1019501']],
    ['brackets typed with AltGr', [[0, 'AltGraph+]'], ...burst('C1019501'), enter], [']C1019501']],
    [
      'a shortcut by itself',
      [
        [0, 'Control+v'],
        [60, 'Enter'],
      ],
      [],
    ],
    ['Backspace among the keys', [...burst('12345'), [5, 'Backspace'], ...burst('67'), enter], []],
    ['a dead key: refused, not guessed', [...burst('AB12'), [5, 'Dead'], ...burst('34'), enter], ['AB12\ufffd34']],
  ])('%s', (_name, steps, scans) => {
    expect(scansOf(keyEvents(steps))).toEqual(scans);
  });

  test('Shift and Caps Lock between the characters change nothing', () => {
    const steps: KeyStep[] = [
      [0, 'Shift'],
      [0, 'L'],
      [5, 'Shift'],
      [0, 'O'],
      [5, 'CapsLock'],
      [5, 'C'],
      [5, '1'],
      enter,
    ];
    expect(scansOf(keyEvents(steps))).toEqual(['LOC1']);
  });

  test('a scan carries the time of its end', () => {
    const framer = createWedgeFramer();
    const [scan] = keyEvents([...burst('LOC-1', 10), [10, 'Enter']]).flatMap((event) => framer.feed(event).scans);
    expect(scan).toEqual({ text: 'LOC-1', source: 'wedge', at: 60 });
  });
});

describe('the GS1 separator in its disguises', () => {
  const before = burst('10AB527');
  const after = [...burst('21SN92565'), enter];
  const whole = `10AB527${gs}21SN92565`;
  test.each<[string, KeyStep[], Partial<WedgeProfile>, string]>([
    [
      'Ctrl and ]',
      [
        [5, 'Control'],
        [0, 'Control+]'],
      ],
      {},
      whole,
    ],
    ['Ctrl and the character itself', [[5, `Control+${gs}`]], {}, whole],
    ['the character U+001D', [[5, gs]], {}, whole],
    ['its printed symbol', [[5, '␝']], {}, whole],
    ['Alt and 029', altCode('029'), {}, whole],
    ['Alt and 029 over slow Bluetooth', altCode('029', 45), {}, whole],
    ['F8', [[5, 'F8']], {}, whole],
    ['another function key of the profile', [[5, 'F9']], { separatorKeys: ['F9'] }, whole],
    ['another function key, unknown: refused, not guessed', [[5, 'F9']], {}, '10AB527\ufffd21SN92565'],
    ['~ of the profile', [[5, '~']], { separatorCharacters: ['~', '|'] }, whole],
    ['| of the profile', [[5, '|']], { separatorCharacters: ['~', '|'] }, whole],
    ['~ without a profile', [[5, '~']], {}, '10AB527~21SN92565'],
    ['lost: as it came', [], {}, '10AB52721SN92565'],
    ['RS of an ISO 15434 envelope', [[5, 'Control+^']], {}, '10AB527\u001e21SN92565'],
    ['EOT as Ctrl and D', [[5, 'Control+d']], {}, '10AB527\u000421SN92565'],
  ])('%s', (_name, disguise, profile, text) => {
    expect(scansOf(keyEvents([...before, ...disguise, ...after]), profile)).toEqual([text]);
  });

  test('a separator in front and at the end stays', () => {
    const steps: KeyStep[] = [[0, 'Control+]'], ...burst('10AB527'), [5, 'Control+]'], enter];
    expect(scansOf(keyEvents(steps))).toEqual([`${gs}10AB527${gs}`]);
  });

  test('a ] on a layout where its key has another letter is known by its place', () => {
    const events = keyEvents([...before, [5, 'Control++'], ...after]);
    const german = events.map((event) =>
      event.type === 'keydown' && event.ctrl ? { ...event, code: 'BracketRight' } : event,
    );
    expect(scansOf(german)).toEqual([whole]);
  });

  test('a scanner that sends every character by its number arrives intact, its Enter too', () => {
    const steps = [...'PLT-7'].flatMap((character) => altCode(`0${character.charCodeAt(0)}`));
    expect(scansOf(keyEvents([...steps, ...altCode('013')]))).toEqual(['PLT-7']);
  });

  test('Ctrl+M ends a scan as Enter does', () => {
    expect(scansOf(keyEvents([...burst('LOC-1'), [5, 'Control+m'], [5, '9']]))).toEqual(['LOC-1']);
  });
});

describe('keys that the browser must not act upon', () => {
  test.each<[string, KeyStep[], boolean]>([
    ['the Enter of a scan', [...burst('LOC-A1'), enter], true],
    ['the Tab of a scan', [...burst('LOC-A1'), [5, 'Tab']], true],
    ['a second Enter right behind it', [...burst('LOC-A1'), enter, enter], true],
    ['an Enter that lags behind the silence', [...burst('LOC-A1'), [150, 'Enter']], true],
    ['the Enter of a code too short', [...burst('89'), enter], true],
    ['a function key in a scan', [...burst('LOC-A1'), [5, 'F5']], true],
    ['a space in a scan', [...burst('LOC'), [5, ' ']], true],
    ['an Enter by hand', [[0, 'Enter']], false],
    ['an Enter by hand after a scan', [...burst('LOC-A1'), enter, [400, 'Enter']], false],
    ['an Enter after typing', [...burst('1234', 120), [120, 'Enter']], false],
    [
      'an Enter after one key',
      [
        [0, '5'],
        [30, 'Enter'],
      ],
      false,
    ],
    ['F5 by hand', [[0, 'F5']], false],
    ['a space by hand', [[0, ' ']], false],
    ['Tab by hand', [[0, 'Tab']], false],
  ])('%s', (_name, steps, swallowed) => {
    expect(lastIsSwallowed(keyEvents(steps))).toBe(swallowed);
  });

  test('characters go into a focused field until it is sure that a scanner sent them', () => {
    expect(lastIsSwallowed(keyEvents(burst('LOC-A1'), 'field'))).toBe(false);
  });
});

describe('devices without keys', () => {
  const put = (text: string, at: number, target: 'page' | 'field' | 'sink', pasted = false): WedgeEvent => ({
    type: 'text',
    at,
    text,
    target,
    pasted,
  });
  const unidentified = keyEvents([[0, 'Unidentified']]);
  const enterAt = (at: number) => keyEvents([[at, 'Enter']], 'field');

  test.each<[string, WedgeEvent[], string[]]>([
    ['a soft keyboard, the whole code at once, into our sink', [...unidentified, put('LOC-A1', 0, 'sink')], ['LOC-A1']],
    ['character by character', [...'LOC-A1'].map((character, index) => put(character, index * 8, 'sink')), ['LOC-A1']],
    ['with a line break in the text', [put('LOC-A1\n', 0, 'sink')], ['LOC-A1']],
    ['with an Enter key behind it', [put('LOC-A1', 0, 'sink'), ...enterAt(20)], ['LOC-A1']],
    ['two codes in one text', [put('LOC-A1\r\nLOC-A2\r\n', 0, 'sink')], ['LOC-A1', 'LOC-A2']],
    ['with its separators', [put(`10AB${gs}21X\n`, 0, 'sink')], [`10AB${gs}21X`]],
    ['into a person’s field with Enter behind it', [put('LOC-A1', 0, 'field'), ...enterAt(20)], ['LOC-A1']],
    ['a suggested word into a person’s field', [put('pallet', 0, 'field')], []],
    ['a suggested word, Enter a moment later', [put('pallet', 0, 'field'), ...enterAt(300)], []],
    ['pasted into a person’s field', [put('LOC-A1', 0, 'field', true), ...enterAt(20)], []],
    ['several lines pasted into a person’s field', [put('LOC-A1\nLOC-A2\n', 0, 'field', true)], []],
    ['pasted while nothing has the focus', [put('LOC-A1', 0, 'page', true)], ['LOC-A1']],
  ])('%s', (_name, events, scans) => {
    expect(scansOf(events)).toEqual(scans);
  });

  const compose = (text: string, at: number, ended: boolean, target: 'field' | 'sink'): WedgeEvent => ({
    type: 'composition',
    at,
    text,
    target,
    ended,
  });

  test('a composed text put in at once is a scan', () => {
    expect(scansOf([compose('LOC-A1', 0, false, 'sink'), compose('LOC-A1', 2, true, 'sink')])).toEqual(['LOC-A1']);
  });

  test('a text composed by hand is typing, also when Enter finishes it', () => {
    const letters = ['p', 'pa', 'pal', 'pall', 'palle', 'pallet'];
    const typed = letters.map((text, index) => compose(text, index * 150, false, 'field'));
    expect(scansOf([...typed, compose('pallet', 800, true, 'field'), ...enterAt(801)])).toEqual([]);
  });

  test('the input event that follows a real key is not a second character', () => {
    const events = keyEvents(burst('LOC-A1'), 'field').flatMap((event) =>
      event.type === 'keydown' ? [event, put(event.key, event.at, 'field')] : [event],
    );
    expect(scansOf([...events, ...keyEvents([[35, 'Enter']])])).toEqual(['LOC-A1']);
  });

  test('on a busy page the input events come long after their keys, and the scan is whole all the same', () => {
    const keys = keyEvents([...burst('W-1001'), enter]);
    const events = keys.flatMap((event) =>
      event.type === 'keydown' && event.key !== 'Enter' ? [event, put(event.key, event.at + 120, 'sink')] : [event],
    );
    expect(scansOf(events)).toEqual(['W-1001']);
  });

  test('a device that sends keys and then the same text is heard once', () => {
    const keys = keyEvents([...burst('LOC-A1'), enter]);
    expect(scansOf([...keys, put('LOC-A1\n', 60, 'sink')])).toEqual(['LOC-A1']);
  });

  test.each<[string, WedgeEvent[]]>([
    ['behind each other, without Enter', [...keyEvents(burst('LOC-A1')), put('LOC-A1', 35, 'sink')]],
    ['the text first', [put('LOC-A1', 0, 'sink'), ...keyEvents([...burst('LOC-A1'), enter])]],
    [
      'letter by letter at once',
      keyEvents(burst('LOC-A1')).flatMap((event) =>
        event.type === 'keydown' ? [event, put(event.key, event.at + 1, 'sink')] : [event],
      ),
    ],
    [
      'and the text has the separators',
      [...keyEvents([...burst('10AB21X'), enter]), put(`10AB${gs}21X\n`, 60, 'sink')],
    ],
  ])('keys and text of one code are heard once: %s', (_name, events) => {
    expect(scansOf(events)).toHaveLength(1);
  });

  test('of keys and text, the one that kept the separators is believed', () => {
    expect(scansOf([...keyEvents(burst('10AB21X')), put(`10AB${gs}21X`, 40, 'sink')])).toEqual([`10AB${gs}21X`]);
  });

  test('what the camera saw in the same moment is no second scan, and a second later it is one', () => {
    const framer = createWedgeFramer();
    for (const event of keyEvents([...burst('LOC-A1'), enter])) framer.feed(event);
    expect(framer.admit({ text: 'LOC-A1', at: 120 })).toBe(false);
    expect(framer.admit({ text: 'LOC-A2', at: 130 })).toBe(true);
    expect(framer.admit({ text: 'LOC-A1', at: 1200 })).toBe(true);
  });

  test('keys that come right behind what the camera saw are no second scan', () => {
    const framer = createWedgeFramer();
    expect(framer.admit({ text: 'LOC-A1', at: 0 })).toBe(true);
    expect(keyEvents([...burst('LOC-A1'), enter]).flatMap((event) => framer.feed(event).scans)).toEqual([]);
  });

  test('the same code scanned twice is heard twice', () => {
    const again: KeyStep[] = [[150, 'L'], ...burst('OC-A1'), enter];
    expect(scansOf(keyEvents([...burst('LOC-A1'), enter, ...again]))).toEqual(['LOC-A1', 'LOC-A1']);
  });
});

describe('a device known to end every scan with Enter', () => {
  const profile = { suffix: 'always' } as const;
  test.each<[string, KeyStep[], string[]]>([
    ['its radio stalls in the middle of a code', [...burst('LOC-A1-1'), [250, '2'], enter], ['LOC-A1-12']],
    ['its radio stalls before the Enter', [...burst('LOC-A1-12'), [250, 'Enter']], ['LOC-A1-12']],
    ['it goes out of range in the middle of a code', burst('LOC-A1-1'), []],
    ['it comes back too late', [...burst('LOC-A1-1'), [500, '2'], enter], []],
  ])('%s', (_name, steps, scans) => {
    expect(scansOf(keyEvents(steps), profile)).toEqual(scans);
  });
});

test('a code without the Enter that always came is told as cut, not as a scan', () => {
  const framer = createWedgeFramer({ suffix: 'always' });
  for (const event of keyEvents(burst('LOC-A1-1'))) framer.feed(event);
  expect(framer.tick(1000)).toMatchObject({ scans: [], cut: ['LOC-A1-1'], undo: true });
});

describe('a device that was set up', () => {
  const twice = [...burst('LOC-A1'), enter, ...burst('LOC-A1'), enter];
  const again: KeyStep[] = [...burst('LOC-A1'), enter, [500, 'L'], ...burst('OC-A1'), enter];
  test.each<[string, KeyStep[], Partial<WedgeProfile>, string[]]>([
    ['as one that doubles: each code in one go', [...burst('AB12AB12'), enter], { isDoubled: true }, ['AB12']],
    ['as one that doubles: each code with its Enter', twice, { isDoubled: true }, ['LOC-A1']],
    ['as one that doubles, and scans the same code again', again, { isDoubled: true }, ['LOC-A1', 'LOC-A1']],
    ['as one that does not double', [...burst('AB12AB12'), enter], {}, ['AB12AB12']],
    ['for codes of two characters', [...burst('B7'), enter], { minLength: 2 }, ['B7']],
    ['for codes of two characters, and fingers are quick', [...burst('12', 50), [50, 'Enter']], { minLength: 2 }, []],
  ])('%s', (_name, steps, profile, scans) => {
    expect(scansOf(keyEvents(steps), profile)).toEqual(scans);
  });

  test('with another keyboard layout than its scanner: keys of the scanner by their places, of people as they are', () => {
    const places = { KeyQ: 'qQ', Digit1: '1!' };
    const pressed = (steps: KeyStep[]) =>
      keyEvents(steps).map((event) =>
        event.type === 'keydown' && event.key === '&' ? { ...event, code: 'Digit1' } : event,
      );
    expect(scansOf(pressed([...burst('A&&&B'), enter]), { places })).toEqual(['A111B']);
    const framer = createWedgeFramer({ places });
    const told = [...pressed([[0, '&']]).map(framer.feed), framer.tick(500)].flatMap(({ typed }) => typed);
    expect(told).toEqual(['&']);
  });

  test('as one that loses separators says so with each scan', () => {
    const framer = createWedgeFramer({ separatorsLost: true });
    const [scan] = keyEvents([...burst('LOC-1'), enter]).flatMap((event) => framer.feed(event).scans);
    expect(scan?.separatorsLost).toBe(true);
  });
});

describe('a device that ended its last scan with Enter', () => {
  /** `meanwhile`: told while the page heard nothing for so long behind the first keys; `inAll`: when the rest was there. */
  function told(silentMs: number, gapMs: number) {
    const framer = createWedgeFramer();
    const scansIn = (verdicts: WedgeVerdict[]) => verdicts.flatMap(({ scans }) => scans.map(({ text }) => text));
    const heard = keyEvents([...burst('LOC-A1'), enter, [300, 'W'], ...burst('-10')]);
    const rest = keyEvents([
      ...burst('LOC-A1'),
      enter,
      [300, 'W'],
      ...burst('-10'),
      [gapMs, '0'],
      ...burst('1'),
      enter,
    ]);
    scansIn(heard.map(framer.feed));
    const meanwhile = scansIn([framer.tick((heard.at(-1)?.at ?? 0) + silentMs)]);
    return { meanwhile, inAll: [...meanwhile, ...scansIn(rest.slice(heard.length).map(framer.feed))] };
  }

  test.each<[string, number, number, { meanwhile: string[]; inAll: string[] }]>([
    ['half a code is not told while its keys are on their way', 900, 5, { meanwhile: [], inAll: ['W-1001'] }],
    ['a key that was pressed later shows that the code was whole', 80, 200, { meanwhile: [], inAll: ['W-10'] }],
    ['a code without Enter is told after a second', 1000, 200, { meanwhile: ['W-10'], inAll: ['W-10'] }],
  ])('%s', (_name, silentMs, gapMs, expected) => {
    expect(told(silentMs, gapMs)).toEqual(expected);
  });
});
