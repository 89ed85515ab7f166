import { describe, expect, test } from 'vitest';
import { allAiRules } from '#shared/scan/gs1/rules.ts';
import { titleOf } from '../../pwa/ui/lab/ai-titles.ts';
import { type Examined, examine } from '../../pwa/ui/lab/examine.ts';
import { type HeardKey, keysOfScan } from '../../pwa/ui/lab/heard-keys.ts';
import { reportOf } from '../../pwa/ui/lab/report.ts';
import { hexRows, visibleLine } from '../../pwa/ui/lab/visible-text.ts';
import { testDevice } from './device.ts';

/** Keys of a scanner, 8 ms apart. */
function keys(...names: string[]): HeardKey[] {
  return names.map((name, index) => ({ kind: 'key', name, at: 1000 + index * 8 }));
}

async function examined(
  text: string,
  more: { readonly heard?: HeardKey[]; readonly source?: 'wedge' | 'camera' | 'typed' } = {},
) {
  const { heard = [], source = 'wedge' } = more;
  const device = await testDevice();
  let time = 1100;
  const now = () => {
    time += 3;
    return time;
  };
  const scan = { text, source, at: 1100 };
  const found = await examine(scan, { things: device.things, heard, number: 1, currentYear: 2026, now });
  return { found, device };
}

test.each<[text: string, shown: string, bytes: string[]]>([
  ['A-01', 'A-01', ['41 2D 30 31']],
  ['10AB\u001d21', '10AB<GS>21', ['31 30 41 42 1D 32 31']],
  [' A\r\n', '<SP>A<CR><LF>', ['20 41 0D 0A']],
  ['a b', 'a b', ['61 20 62']],
  ['ß\u200b', 'ß<U+200B>', ['C3 9F E2 80 8B']],
  ['123456789', '123456789', ['31 32 33 34 35 36 37 38', '39']],
])('%j is shown as %s', (text, shown, bytes) => {
  expect([visibleLine(text), hexRows(text)]).toEqual([shown, bytes]);
});

describe('the keys of a scan', () => {
  test('are told with their pace and with what ended them', () => {
    expect(keysOfScan(keys('A', '-', '0', '1', 'Enter'))).toEqual({
      ...{ keys: ['A', '-', '0', '1', 'Enter'], spanMs: 32, medianGapMs: 8, longestGapMs: 8 },
      ...{ endedBy: 'Enter', lastAt: 1032 },
    });
  });

  test('are those since the scan before, not the ones that a person pressed', () => {
    const before: HeardKey[] = [
      { kind: 'key', name: 'x', at: 100 },
      { kind: 'key', name: 'Enter', at: 990 },
    ];
    expect(keysOfScan([...before, ...keys('A', '1')])).toMatchObject({ keys: ['A', '1'], endedBy: null });
  });
});

describe('what is told of a scan', () => {
  test('GS1 data element by element, by name, with what each value means', async () => {
    const { found } = await examined(']C1010400638133393117270300310300125010L7');
    expect(found).toMatchObject({ identifier: ']C1', symbology: 'GS1-128', reading: { kind: 'gs1' } });
    expect(found.elements).toEqual([
      { ai: '01', value: '04006381333931', title: 'GTIN', means: null, isLastDay: false },
      { ai: '17', value: '270300', title: 'USE BY or EXPIRY', means: '2027-03-31', isLastDay: true },
      { ai: '3103', value: '001250', title: 'NET WEIGHT (kg)', means: '1.250 kg', isLastDay: false },
      { ai: '10', value: 'L7', title: 'BATCH/LOT', means: null, isLastDay: false },
    ]);
    expect(found.meanings).toMatchObject([{ kind: 'item', item: 'A0001', lot: 'L7' }]);
  });

  test('what work would have refused it for', async () => {
    const { found } = await examined('NOPE');
    expect(found.meanings).toMatchObject([{ kind: 'unknown', code: 'scan.unknown' }]);
  });

  test.each<[heard: HeardKey[], source: 'wedge' | 'camera' | 'typed', channel: Examined['channel']]>([
    [keys('A', '1', 'Enter'), 'wedge', 'keys'],
    [[{ kind: 'text', name: 'A-01-02-1', at: 1000 }], 'wedge', 'text'],
    [[{ kind: 'paste', name: 'A-01-02-1', at: 1000 }], 'wedge', 'paste'],
    [[], 'wedge', 'page'],
    [keys('A'), 'camera', 'camera'],
    [keys('A'), 'typed', 'typed'],
  ])('which way it came: %j by %s is %s', async (heard, source, channel) => {
    const { found } = await examined('A-01-02-1', { heard, source });
    expect(found.channel).toBe(channel);
  });

  test('how long it took: from the last key, and from then to the verdict', async () => {
    const { found } = await examined('A-01', { heard: keys('A', '-', '0', '1') });
    expect([found.waitMs, found.verdictMs]).toEqual([1103 - 1024, 3]);
  });

  test('nothing is booked, asked or sent for it', async () => {
    const { device } = await examined('PO-1001');
    expect([await device.queue(), device.environment.requests, await device.asks()]).toEqual([[], [], 'menu']);
  });

  test('all of it can be sent to whoever sets up the scanners', async () => {
    const { found } = await examined(']C110AB\u001d21X', {
      heard: keys(']', 'C', '1', '1', '0', 'A', 'B', 'F8', '2', 'Enter'),
    });
    const report = reportOf({ device: 'HH-1', version: '1', browser: 'test', at: 'now' }, [found]);
    for (const line of [
      '#1 ]C110AB<GS>21X',
      'bytes     5D 43 31 31 30 41 42 1D 32 31 58',
      'symbology ]C1 GS1-128',
      'keys      ] C 1 1 0 A B F8 2 Enter',
      '(10) BATCH/LOT: AB',
      '(21) SERIAL: X',
    ]) {
      expect(report).toContain(line);
    }
  });
});

test('every application identifier of GS1 has a name', () => {
  const nameless = allAiRules().filter(({ ai }) => !titleOf(ai));
  expect(nameless.map(({ ai }) => ai)).toEqual([]);
  expect([titleOf('3103'), titleOf('8003'), titleOf('99')]).toEqual(['NET WEIGHT (kg)', 'GRAI', 'INTERNAL']);
});
