import { describe, expect, test } from 'vitest';
import type { ReadScanOptions } from '#shared/scan/read-options.ts';
import { readScan } from '#shared/scan/read-scan.ts';
import type { ScanInput, ScanReading } from '#shared/scan/scan.ts';

const GS = '\u001d';

/** The codes of a company, as its administrator wrote them. */
const own = [
  { name: 'Rack', kind: 'location', pattern: 'LOC-[{X:1-12}]' },
  { name: 'Tote', kind: 'position', pattern: 'T[{9:1-3}]' },
  { name: 'Trip', kind: 'document', pattern: 'T{9:2}' },
  { name: 'Order', kind: 'document', pattern: '{9:8}' },
] satisfies ReadScanOptions['codes'];

function read(text: string, more: Partial<ScanInput> = {}, options: Partial<ReadScanOptions> = {}): ScanReading {
  return readScan({ text, source: 'wedge', ...more }, { currentYear: 2026, ...options });
}

/** A reading in one line. */
function told(reading: ScanReading): string {
  switch (reading.kind) {
    case 'refused':
      return reading.refusal.code;
    case 'command':
      return `command ${reading.command}${reading.times === undefined ? '' : ` ${reading.times}`}`;
    case 'gs1':
      return reading.label.elements.map(({ ai, value }) => `(${ai})${value}`).join('');
    case 'gtin':
      return `gtin ${reading.gtins.join(' or ')}`;
    case 'sscc':
      return `sscc ${reading.sscc}`;
    case 'badge':
      return 'badge';
    case 'own':
      return reading.meant.map(({ kind, value }) => `${kind} ${value}`).join(' or ');
    case 'text': {
      const { plate, suspicion, gtins } = reading;
      return `text${plate ? ', a plate' : ''}${suspicion ? `, else ${suspicion.code}` : ''}${gtins ? `, or gtin ${gtins}` : ''}`;
    }
  }
}

describe('without symbology identifier', () => {
  test.each([
    ['a badge', 'W-1001', 'badge'],
    ['a supervisor', 'S-2001', 'badge'],
    ['a storage location', 'A-01-01-1', 'text'],
    ['a dock', 'DOCK-01', 'text'],
    ['quarantine', 'QC-01', 'text'],
    ['an order', 'PO-1001', 'text'],
    ['an item number', 'A0001', 'text'],
    ['a plate of the site', 'LP-0001', 'text, a plate'],
    ['a command', '%CONFIRM', 'command confirm'],
    ['a command from a scanner that sends small letters', '%undo', 'command undo'],
    ['no command of ours', '%EXPLODE', 'text'],
    ['how many the next item is', '%TIMES12', 'command times 12'],
    ['as many as one scan may stand for', '%times999', 'command times 999'],
    ['one more than that', '%TIMES1000', 'scan.too_many_times'],
    ['none at all', '%TIMES0', 'scan.too_many_times'],
    ['how many, without a number', '%TIMES', 'text'],
    ['short', '%SHORT', 'command short'],
    ['somebody else goes on', '%USER', 'command user'],
    ['a number behind a command that has none', '%SKIP2', 'text'],
    ['a separator in letters', '010400638133393110L1<GS>17261231', '(01)04006381333931(10)L1(17)261231'],
    ['a separator as logs write it', '010400638133393110L1\\x1D21S1', '(01)04006381333931(10)L1(21)S1'],
    ['a separator as keyboards have it', '010400638133393110L1^]21S1', '(01)04006381333931(10)L1(21)S1'],
    [
      'an address that may be a compressed link',
      'https://id.gs1.org/ARFKk4XB0CDKWcnpq',
      'text, else scan.gs1_link_compressed',
    ],
    ['an EAN-13', '4006381333931', 'gtin 04006381333931'],
    ['an ITF-14', '14006381333938', 'gtin 14006381333938'],
    ['a UPC-A', '036000291452', 'gtin 00036000291452'],
    ['a mistyped EAN-13', '4006381333932', 'text, else scan.check_digit'],
    ['an SSCC', '003400000000000014', 'sscc 003400000000000014'],
    ['an SSCC with its identifier', '00003400000000000014', 'sscc 003400000000000014'],
    ['a mistyped SSCC', '003400000000000015', 'text, else scan.check_digit'],
    ['six digits, or a UPC-E of which only they are sent', '425261', 'text, or gtin 00042100005264'],
    ['seven digits that are no UPC-E', '4252615', 'text'],
    ['an order number of nine digits', '450001234', 'text'],
    ['an element string that begins with a key', '010400638133393110L1', '(01)04006381333931(10)L1'],
    ['the same with a wrong check digit', '010400638133393210L1', 'text, else scan.gs1_check_digit'],
    [
      'a plate with content',
      '000034000000000000140204006381333931372',
      '(00)003400000000000014(02)04006381333931(37)2',
    ],
    ['digits that only begin like a lot', '10L1', 'text'],
    ['a separator anywhere', `10L1${GS}17261231`, '(10)L1(17)261231'],
    ['a leading FNC1', `${GS}10L1`, '(10)L1'],
    ['the printed symbol for the separator', '10L1\u241d17261231', '(10)L1(17)261231'],
    ['a separator with an impossible date', `10L1${GS}17261331`, 'scan.gs1_date'],
    ['typed brackets', '(01)04006381333931(10)L1', '(01)04006381333931(10)L1'],
    ['typed brackets, wrong check digit', '(01)04006381333932', 'scan.gs1_check_digit'],
    ['a location in brackets', '(A)-1', 'text'],
    ['a Digital Link', 'https://id.gs1.org/01/04006381333931/10/L1', '(01)04006381333931(10)L1'],
    ['a web address', 'https://example.com/products/4711', 'text'],
    ['blanks and a line end around it', ' A-01-01-1\r\n', 'text'],
    ['a name with an umlaut', 'TOR-SÜD', 'text'],
  ])('%s', (_, text, expected) => {
    expect(told(read(text))).toBe(expected);
  });
});

describe('by symbology identifier', () => {
  test.each([
    ['GS1-128', `]C10104006381333931`, '(01)04006381333931'],
    ['GS1 DataBar', ']e00104006381333931', '(01)04006381333931'],
    ['GS1 DataMatrix', `]d210L1${GS}21S1`, '(10)L1(21)S1'],
    ['GS1 QR code', ']Q310L1', '(10)L1'],
    ['GS1 DotCode', ']J110L1', '(10)L1'],
    ['a GS1 carrier with text that is not GS1', ']C1A-01-01-1', 'scan.gs1_unknown_ai'],
    ['an EAN-13', ']E04006381333931', 'gtin 04006381333931'],
    ['an EAN-13 with a wrong check digit', ']E04006381333932', 'scan.check_digit'],
    ['an EAN-13 cut off', ']E0400638133393', 'scan.check_digit'],
    ['an EAN-13 cut off shorter', ']E040063813339', 'scan.partial_code'],
    ['letters in an EAN-13', ']E0400638133393A', 'scan.bad_character'],
    ['an EAN-8, never a UPC-E', ']E401234565', 'gtin 00000001234565'],
    ['a UPC-E without number system and check digit', ']E0425261', 'gtin 00042100005264'],
    ['a UPC-E without check digit', ']E00427821', 'gtin 00042100007824'],
    ['an EAN-8 cut off is no UPC-E', ']E4425261', 'scan.partial_code'],
    ['a UPC-A without the leading zero', ']E0036000291452', 'gtin 00036000291452'],
    ['an EAN-13 with an add-on', ']E3400638133393112', 'gtin 04006381333931'],
    ['an EAN-13 with a composite component', ']E04006381333931|]e010L1', '(01)04006381333931(10)L1'],
    ['an ITF-14', ']I114006381333938', 'gtin 14006381333938'],
    ['an ITF-14 with a wrong check digit', ']I114006381333939', 'scan.check_digit'],
    ['a plain Code 128', ']C0A-01-01-1', 'text'],
    ['a plain Code 39', ']A0W-1001', 'badge'],
    ['a plain Code 128 with an SSCC', ']C0003400000000000014', 'sscc 003400000000000014'],
    ['a plain Code 128 is never guessed to be GS1', ']C0010400638133393110L1', 'text'],
    ['six digits of a plain Code 128', ']C0425261', 'text'],
    ['a separator in a plain code', `]C0A${GS}B`, 'scan.control_character'],
    ['a plain QR code with a Digital Link', ']Q1https://a.de/01/04006381333931', '(01)04006381333931'],
    ['an identifier alone', ']C1', 'scan.empty'],
  ])('%s', (_, text, expected) => {
    expect(told(read(text))).toBe(expected);
  });

  test('the identifier beside the text counts like the one in front of it, and is remembered', () => {
    const reading = read('0104006381333931', { symbologyIdentifier: ']C1', source: 'camera' });
    expect(reading).toMatchObject({ kind: 'gs1', symbologyIdentifier: ']C1' });
    expect(read('A-01-01-1', { symbologyIdentifier: ']C0' })).toMatchObject({ kind: 'text', text: 'A-01-01-1' });
  });

  test('positions in refusals count from the beginning of what was scanned, identifier included', () => {
    expect(read(']C10104006381333931172613')).toMatchObject({
      refusal: { code: 'scan.gs1_too_short', params: { ai: '17', position: 21 } },
    });
  });

  test('a short Interleaved 2 of 5 is half a code to the camera, and a set length to a wedge scanner', () => {
    expect(told(read('123456', { symbologyIdentifier: ']I0', source: 'camera' }))).toBe('scan.partial_code');
    expect(told(read('123456', { symbologyIdentifier: ']I0' }))).toBe('text');
  });
});

describe('what the site and its scanners are set to', () => {
  test.each<[string, string, Partial<ReadScanOptions>, string]>([
    ['a printable separator', ']C110L1~17261231', { separators: ['~'] }, '(10)L1(17)261231'],
    ['one of several', '010400638133393110L1|21S1', { separators: ['~', '|'] }, '(01)04006381333931(10)L1(21)S1'],
    ['a separator of several characters', ']d210L1<GS>21S1', { separators: ['<GS>'] }, '(10)L1(21)S1'],
    ['a separator in front', '~10L1', { separators: ['~'] }, '(10)L1'],
    [
      'the worked example of the wedge guide',
      ']C10104006381333931~3030~10b1~17220215',
      { separators: ['~'] },
      '(01)04006381333931(30)30(10)b1(17)220215',
    ],
    ['a separator that is not set', ']C110L1~17261231', {}, 'scan.gs1_separator_missing'],
    ['a separator inside a plain code', 'A~1', { separators: ['~'] }, 'text'],
    ['a prefix for GS1', '#GS1#10L1', { gs1Prefixes: ['', '#GS1#'] }, '(10)L1'],
    ['lost separators', ']C1010400638133393110ABC21XYZ', { separatorsLost: true }, 'scan.gs1_separator_lost'],
    ['another badge form', 'BADGE-7', { patterns: { badge: /^BADGE-/ } }, 'badge'],
    ['then ours is a code like any other', 'W-1001', { patterns: { badge: /^BADGE-/ } }, 'text'],
    ['another plate form', 'P77', { patterns: { licensePlate: /^P\d+$/ } }, 'text, a plate'],
    ['another command prefix', '#UNDO', { patterns: { commandPrefix: '#' } }, 'command undo'],
    ['a field that GS1 does not know', `]C1010400638133393110L1${GS}0590`, {}, 'scan.gs1_unknown_ai'],
    ['the same, to be told of', `]C1010400638133393110L1${GS}0590`, { unknownAi: 'warn' }, '(01)04006381333931(10)L1'],
    ['what does not even begin with digits', `]C1X5${GS}10L1`, { unknownAi: 'ignore' }, 'scan.gs1_unknown_ai'],
    ['unknown digits between two fields', `]C110L1${GS}0590${GS}21S1`, { unknownAi: 'ignore' }, '(10)L1(21)S1'],
    ['nothing but what is unknown', ']C10590', { unknownAi: 'ignore' }, 'scan.gs1_unknown_ai'],
    ['a known field that is wrong', ']C11726133', { unknownAi: 'ignore' }, 'scan.gs1_too_short'],
    ['an unknown field in brackets', '(10)L1(05)90(21)S1', { unknownAi: 'warn' }, '(10)L1(21)S1'],
    [
      'an unknown field in a link',
      'https://a.de/01/04006381333931?05=9&17=261231',
      { unknownAi: 'warn' },
      '(01)04006381333931(17)261231',
    ],
    ['a code of the house', 'loc-A01', { codes: own }, 'location A01'],
    ['a code that two patterns fit', 'T77', { codes: own }, 'position 77 or document T77'],
    ['a code of the house of eight digits, though it may be an EAN', '96385074', { codes: own }, 'document 96385074'],
    ['the same digits from an EAN barcode', ']E496385074', { codes: own }, 'gtin 00000096385074'],
    ['a command, whatever patterns say', '%UNDO', { codes: own }, 'command undo'],
    ['a label, whatever patterns say', ']C110L1', { codes: own }, '(10)L1'],
    ['a code that none of them fits', 'A-01-01-1', { codes: own }, 'text'],
  ])('%s', (_, text, options, expected) => {
    expect(told(read(text, {}, options))).toBe(expected);
  });

  test('a device that is known to lose separators says so itself', () => {
    const text = ']C1010400638133393110ABC21XYZ';
    expect(told(read(text, { separatorsLost: true }))).toBe('scan.gs1_separator_lost');
    expect(told(read(text))).toBe('(01)04006381333931(10)ABC21XYZ');
  });
});

describe('unusable texts are refused, with a code for the worker', () => {
  test.each([
    ['nothing', '', 'scan.empty'],
    ['blanks', ' \t\r\n\0', 'scan.empty'],
    ['8 KB', 'A'.repeat(8192), 'scan.too_long'],
    ['8 KB of digits behind a key', `010400638133393110${'1'.repeat(8192)}`, 'scan.too_long'],
    ['a page of text', 'A'.repeat(200), 'scan.too_long'],
    ['a bell', 'A\u0007B', 'scan.control_character'],
    ['an escape sequence', 'A\u001b[31mB', 'scan.control_character'],
    ['an emoji', 'A-01\u{1f4e6}', 'scan.bad_character'],
    ['an old emoji', 'A-01\u260e', 'scan.bad_character'],
    ['half a surrogate pair', 'A\ud83d', 'scan.bad_character'],
    ['text that turns the reading direction', 'A\u202e1', 'scan.bad_character'],
    ['an emoji in GS1', ']C110A\u{1f4e6}', 'scan.gs1_character'],
    ['a bell behind a key', '010400638133393110A\u0007', 'scan.control_character'],
  ])('%s', (_, text, code) => {
    expect(told(read(text))).toBe(code);
  });

  test('and what is shown of them has nothing invisible in it', () => {
    expect(read('A\u0007B\u202e').text).toBe('A·B·');
    expect(read(']C110A B\u001d').text).toBe('10A B|');
    expect(read('A'.repeat(8192)).text.length).toBeLessThan(200);
  });
});
