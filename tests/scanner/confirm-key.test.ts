import { describe, expect, test } from 'vitest';
import { createLoneKey, whyNotConfirmKey } from '../../pwa/scanner/confirm-key.ts';
import { defaultWedgeProfile } from '../../pwa/scanner/wedge-profile.ts';

const key = (name: string, more = {}) => ({
  ...{ key: name, code: '', ctrl: false, alt: false, meta: false, altGraph: false },
  ...more,
});

describe('which key may confirm', () => {
  test.each<[what: string, event: ReturnType<typeof key>, why: string | null]>([
    ['a function key', key('F1'), null],
    ['a key on the side', key('AudioVolumeDown'), null],
    ['the camera’s key', key('Camera'), null],
    ['a letter', key('a'), 'scanner'],
    ['a digit', key('7'), 'scanner'],
    ['space', key(' '), 'scanner'],
    ['Enter, which ends scans', key('Enter'), 'scanner'],
    ['Tab, which ends scans', key('Tab'), 'scanner'],
    ['the key that stands for the separator', key('F8'), 'scanner'],
    ['a separator as Ctrl and a key', key(']', { ctrl: true, code: 'BracketRight' }), 'scanner'],
    ['the half of a character by its number', key('Alt'), 'scanner'],
    ['one that makes capitals', key('Shift'), 'scanner'],
    ['erase', key('Backspace'), 'browser'],
    ['back', key('GoBack'), 'browser'],
    ['reload', key('F5'), 'browser'],
    ['one without a name', key('Unidentified'), 'nameless'],
  ])('%s', (_what, event, why) => {
    expect(whyNotConfirmKey(event)).toBe(why);
  });

  test('one that this device’s scanner uses is the scanner’s', () => {
    expect(whyNotConfirmKey(key('F2'), { ...defaultWedgeProfile, separatorKeys: ['F2'] })).toBe('scanner');
  });
});

describe('a press counts when it stays alone', () => {
  type Press = readonly [name: string, at: number];
  test.each<[what: string, presses: readonly Press[], isConfirmed: boolean]>([
    ['one press', [['F1', 0]], true],
    [
      'in the middle of a scan',
      [
        ['A', 0],
        ['1', 8],
        ['F1', 16],
        ['2', 24],
        ['Enter', 32],
      ],
      false,
    ],
    [
      'before a scan, as its prefix',
      [
        ['F1', 0],
        ['A', 8],
        ['1', 16],
        ['Enter', 24],
      ],
      false,
    ],
    [
      'behind a scan, as its suffix',
      [
        ['A', 0],
        ['1', 8],
        ['F1', 16],
      ],
      false,
    ],
    [
      'of a slow scanner over Bluetooth',
      [
        ['A', 0],
        ['F1', 60],
        ['B', 120],
      ],
      false,
    ],
    [
      'well after a scan',
      [
        ['A', 0],
        ['Enter', 8],
        ['F1', 400],
      ],
      true,
    ],
    [
      'well before a scan',
      [
        ['F1', 0],
        ['A', 150],
        ['B', 158],
      ],
      true,
    ],
    [
      'twice as fast as no person',
      [
        ['F1', 0],
        ['F1', 20],
      ],
      false,
    ],
  ])('%s', (_what, presses, isConfirmed) => {
    const lone = createLoneKey('F1');
    const confirmed = presses.map(([name, at]) => {
      const before = lone.tick(at);
      lone.down({ key: name, at, repeat: false });
      return before;
    });
    confirmed.push(lone.tick((presses.at(-1)?.[1] ?? 0) + 100));
    expect(confirmed.filter(Boolean)).toHaveLength(isConfirmed ? 1 : 0);
  });

  test('a key that is held confirms once', () => {
    const lone = createLoneKey('F1');
    lone.down({ key: 'F1', at: 0, repeat: false });
    expect(lone.tick(100)).toBe(true);
    for (const at of [500, 530, 560]) lone.down({ key: 'F1', at, repeat: true });
    expect([lone.due(), lone.tick(700)]).toEqual([null, false]);
  });
});
