import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { badgeLabel } from '../../api/labels/badge-label.ts';
import { code128Of, separator } from '../../api/labels/code128.ts';
import { commandCard } from '../../api/labels/command-card.ts';
import { fitted, textWidth, wrapped } from '../../api/labels/fit-text.ts';
import { itemLabel } from '../../api/labels/item-label.ts';
import { type Element, elementString, type Label, marked, type Size } from '../../api/labels/label.ts';
import { labelPdf, sheetLabel, sheetPdf } from '../../api/labels/label-pdf.ts';
import { locationLabel } from '../../api/labels/location-label.ts';
import { logisticLabel, rowsOf } from '../../api/labels/logistic-label.ts';
import { plateLabel } from '../../api/labels/plate-label.ts';
import { type Dpi, zplOf } from '../../api/labels/zpl.ts';
import { readPdf } from '../support/read-pdf.ts';
import { readPicture, readZpl } from '../support/read-zpl.ts';

const inches = { width: 101.6, height: 152.4 };
const millimetres = { width: 100, height: 150 };
const shelf = { width: 100, height: 50 };
const sscc = '095212340000000006';
const goods: readonly Element[] = [
  ['02', '04012345678901'],
  ['37', '24'],
  ['15', '270331'],
  ['10', 'A12'],
];
const about = { title: 'T', language: 'en', madeAt: new Date(0) };
const nasty = '^XA^FO1,1^FDx^XZ ~JA ~DGR:X _5E \\& > >8 \u0000\n\u202e(a) «É€»';

async function symbolsOf(label: Label, dpi: Dpi = 203) {
  return (await readZpl(zplOf([label], dpi), label, dpi)).symbols;
}

describe('a logistic label', () => {
  test.each([
    ['4 × 6 inches', inches, 203, goods],
    ['4 × 6 inches', inches, 300, goods],
    ['100 × 150 mm', millimetres, 203, goods],
    ['100 × 150 mm', millimetres, 300, goods.slice(0, 2)],
  ] as const)('%s at %o, %d dots an inch: bars as wide and as high as GS1 asks', async (_, size, dpi, elements) => {
    const label = logisticLabel(size, { number: sscc, from: 'East', elements, told: () => [] });
    const symbols = await symbolsOf(label, dpi);
    const rows = [...rowsOf(elements, size.width).rows.map(elementString), `00${sscc}`];
    expect(symbols.map(({ text, symbology }) => [symbology, text]).sort()).toEqual(
      rows.map((text) => [']C1', text]).sort(),
    );
    for (const { module, height } of symbols) {
      expect(module).toBeGreaterThanOrEqual(0.495);
      expect(module).toBeLessThanOrEqual(0.94);
      expect(height).toBeGreaterThanOrEqual(31.9);
    }
    const { barcodes } = await readPdf(await labelPdf([label], about));
    expect(barcodes.map(({ text }) => text)).toEqual(rows);
    for (const { module } of barcodes) expect(module).toBeGreaterThanOrEqual(0.494);
  });

  test.each<[what: string, elements: readonly Element[], rows: string[]]>([
    ['nothing but the SSCC', [], []],
    ['goods and how many', goods.slice(0, 2), ['02040123456789013724']],
    ['what does not fit into one row', goods, ['02040123456789013724', '1527033110A12']],
    [
      'a longer lot beside the count',
      [...goods.slice(0, 3), ['10', 'A123456']],
      ['020401234567890115270331', `3724${separator}10A123456`],
    ],
  ])('has in rows of bars: %s', (_, elements, rows) => {
    expect(rowsOf(elements, inches.width)).toEqual({ rows: expect.anything(), matrix: null });
    expect(rowsOf(elements, inches.width).rows.map(elementString)).toEqual(rows);
  });

  test('what fits into no two rows is in a DataMatrix beside them', async () => {
    const elements: readonly Element[] = [...goods.slice(0, 3), ['10', 'LOT-2026-ABCDEFG/12_3']];
    const symbols = await symbolsOf(logisticLabel(inches, { number: sscc, from: 'East', elements, told: () => [] }));
    const read = symbols.map(({ symbology, text }) => [symbology, text]);
    expect(read).toContainEqual([']d2', elementString(elements)]);
    expect(read).toContainEqual([']C1', `00${sscc}`]);
  });
});

describe('nothing that data says is taken for an order', () => {
  test.each<[what: string, label: Label]>([
    ['a plate', plateOf(nasty)],
    ['an item', itemLabel(shelf, itemOf(nasty), { lot: nasty, expiry: nasty })],
    ['a place', locationLabel(shelf, { code: 'A-1', zone: nasty, checkDigit: '12' }, { zone: nasty, check: nasty })],
    ['a badge', badgeLabel(shelf, { badge: 'W-1', name: nasty }, { badge: nasty })],
    ['a copy', marked(badgeLabel(shelf, { badge: 'W-1', name: 'W' }, { badge: 'B' }), nasty)],
  ])('%s', (_, label) => {
    const zpl = zplOf([label], 203);
    expect(zpl.match(/\^XA/g)).toHaveLength(1);
    expect(zpl.match(/\^XZ/g)).toHaveLength(1);
    expect(zpl).not.toContain('~');
    for (const line of zpl.trim().split('\n'))
      expect(line).toMatch(/^\^(XA|CI28|PW\d+|LL\d+|LH0,0|PA0,1,1,0|XZ|FO[\d,]+\^.*\^FS)$/);
    // Every order in a line is one of ours: a name that was taken for one would add others.
    const orders = new Set([...zpl.matchAll(/\^([A-Z][A-Z0-9])/g)].map(([, order]) => order));
    expect([
      'XA',
      'CI',
      'PW',
      'LL',
      'LH',
      'FO',
      'FS',
      'FD',
      'FH',
      'FB',
      'FR',
      'A0',
      'BY',
      'BC',
      'BX',
      'BE',
      'BQ',
      'PA',
      'GB',
      'XZ',
    ]).toEqual(expect.arrayContaining([...orders]));
  });

  test.each(['A^~_>\\|1', '>8>;>:xy', 'a_5Eb', '12~34^'])(
    'a place called %s is read as that, off ZPL and off paper',
    async (code) => {
      const label = locationLabel(shelf, { code, zone: 'A', checkDigit: '12' }, { zone: 'Zone', check: 'Check' });
      expect((await symbolsOf(label)).map(({ text }) => text)).toEqual([code]);
      expect((await readPdf(await labelPdf([label], about))).barcodes.map(({ text }) => text)).toEqual([code]);
    },
  );
});

test.each<[text: string, isGs1: boolean, zpl: string]>([
  ['00095212340000000006', true, '>;>800095212340000000006'],
  [`3724${separator}10A12`, true, '>;>83724>810>6A12'],
  // Some printers lose a character that stands alone behind the change of sets.
  ['1234A', false, '>:1234A'],
  ['123456A', false, '>;1234>656A'],
  ['A-01-02-1', false, '>:A-01-02-1'],
  ['42', false, '>;42'],
  ['A>B^', false, '>:A>0B_5E'],
])('Code 128 of %j (GS1: %s) is ordered as %s', (text, isGs1, zpl) => {
  expect(code128Of(text, isGs1)?.zpl).toBe(zpl);
});

test.each(['', 'Ä', 'a\tb', '€', 'x'.repeat(49)])('there is no Code 128 of %j', (text) => {
  expect(code128Of(text)).toBeNull();
});

test('small labels have what is to be scanned, and a copy says so without covering it', async () => {
  const item = marked(
    itemLabel({ width: 57, height: 32 }, itemOf('Sea salt'), { lot: 'Lot', expiry: 'Use by' }),
    'COPY',
  );
  const read = (await symbolsOf(item)).map(({ symbology, text }) => [symbology, text]);
  expect(read.sort()).toEqual([
    [']E0', '4012345678901'],
    [']d2', '01040123456789011727033110LOT-1'],
  ]);
  const place = marked(
    locationLabel(
      { width: 50, height: 25 },
      { code: 'STAGE-01', zone: 'S', checkDigit: 'K7Z' },
      { zone: 'Zone', check: 'Check' },
    ),
    'COPY',
  );
  expect((await symbolsOf(place)).map(({ text }) => text)).toEqual(['STAGE-01']);
});

test.each<[what: string, size: Size, dpi: Dpi, more: object, symbols: [string, string][]]>([
  ['a piece', { width: 57, height: 32 }, 203, {}, [[']E0', '4012345678901']]],
  ['the same, finer', { width: 57, height: 32 }, 300, {}, [[']E0', '4012345678901']]],
  ['one of eight digits', shelf, 203, { gtin: '00000096385074' }, [[']C1', '0100000096385074']]],
  ['a UPC-A, which has 0 in front', shelf, 203, { gtin: '00614141999996' }, [[']E0', '0614141999996']]],
  ['a case', shelf, 203, { gtin: '14012345678908' }, [[']C1', '0114012345678908']]],
  [
    'a case on a label too small for its bars',
    { width: 45, height: 25 },
    300,
    { gtin: '14012345678908' },
    [[']d2', '0114012345678908']],
  ],
  ['a number of its own', shelf, 300, { gtin: null, item: 'ITEM-0815' }, [[']C0', 'ITEM-0815']]],
  ['a number that bars cannot hold', shelf, 203, { gtin: null, item: 'Bücher 茶 №7' }, [[']Q1', 'Bücher 茶 №7']]],
])('an item: %s on %o, %d dots an inch: %o', async (_, size, dpi, more, wanted) => {
  const label = itemLabel(
    size,
    { ...itemOf('Sea salt'), lot: null, expiryDate: null, ...more },
    { lot: 'L', expiry: 'E' },
  );
  const symbols = await symbolsOf(label, dpi);
  expect(symbols.map(({ symbology, text }) => [symbology, text])).toEqual(wanted);
  for (const { symbology, module } of symbols) {
    if (/[EC]/.test(symbology)) expect(module).toBeGreaterThanOrEqual(symbology === ']C0' ? 0.25 : 0.264);
  }
  const { barcodes } = await readPdf(await labelPdf([label], about));
  const linear = wanted.filter(([symbology]) => /[EC]/.test(symbology));
  expect(barcodes.map(({ symbology, text }) => [symbology, text])).toEqual(linear);
});

test.each<[code: string, size: Size]>([
  ['HALLE-7/REGAL-12/EBENE-03', { width: 50, height: 25 }],
  ['Gefahrstoff-Käfig Süd', shelf],
  ['A^1~2_3', shelf],
])('a place called %s on %o is found, in a QR code where bars cannot say it', async (code, size) => {
  const label = locationLabel(size, { code, zone: 'A', checkDigit: '12' }, { zone: 'Zone', check: 'Check' });
  for (const dpi of [203, 300] as const) expect((await symbolsOf(label, dpi)).map(({ text }) => text)).toEqual([code]);
});

test.each<[what: string, name: string, line: string]>([
  ['what no printer has letters for is left out', 'Chili 🌶️ hot', '^FDChili hot^FS'],
  ['letters of other scripts stay', '绿茶 Ζάχαρη сахар', '^FD绿茶 Ζάχαρη сахар^FS'],
  ['lines and tabs become spaces', 'a\tb\r\nc', '^FDa b c^FS'],
  ['nothing turns the order of letters', 'ab\u202edc', '^FDabdc^FS'],
])('%s', (_, name, line) => {
  const label = badgeLabel(shelf, { badge: 'W-1', name }, { badge: 'Badge' });
  expect(zplOf([label], 203)).toContain(line);
  expect(zplOf([label], 203, 1, 'E:ANMDS.TTF')).toMatch(/\^A@N,\d+,,E:ANMDS\.TTF/);
});

test('a printer is told where letters run from right to left', () => {
  const named = (name: string) => zplOf([badgeLabel(shelf, { badge: 'W-1', name }, { badge: 'Badge' })], 203);
  expect([named('מלח ים').includes('^PA0,1,1,0'), named('Salz').includes('^PA')]).toEqual([true, false]);
});

test('a card has a barcode for every command', async () => {
  const commands = ['%CONFIRM', '%UNDO', '%SKIP', '%EXCEPTION', '%HELP'].map((text) => ({ text, name: text.slice(1) }));
  const [card, ...more] = commandCard(inches, commands, 'Commands');
  expect(more).toEqual([]);
  expect((card ? await symbolsOf(card) : []).map(({ text }) => text).sort()).toEqual(
    commands.map(({ text }) => text).sort(),
  );
});

test('labels of places come on sheets too, 24 on each', async () => {
  const labels = Array.from({ length: 25 }, (_, index) =>
    locationLabel(sheetLabel, { code: `A-${index}`, zone: 'A', checkDigit: '12' }, { zone: 'Zone', check: 'Check' }),
  );
  const { pages, barcodes } = await readPdf(await sheetPdf(labels, about));
  expect(pages).toBe(2);
  expect(barcodes.length).toBeGreaterThan(0);
});

test('a picture of a label is read like the label', async () => {
  const label = badgeLabel({ width: 86, height: 54 }, { badge: 'W-1001', name: 'Wanda Worker' }, { badge: 'Badge' });
  const { png } = await readZpl(zplOf([label], 300), label, 300);
  const grey = await sharp(png).flatten({ background: '#fff' }).greyscale().blur(1).png().toBuffer();
  expect((await readPicture(grey, 300)).map(({ text }) => text)).toEqual(['W-1001']);
});

test.each<[text: string, width: number, shown: string]>([
  ['Salt', 20, 'Salt'],
  ['A very long name indeed', 5, 'A very lon...'],
])('%s in a line for %d letters is %s', (text, width, shown) => {
  const cut = fitted(text, width, 1);
  expect(cut).toBe(shown);
  expect(textWidth(cut)).toBeLessThanOrEqual(width);
});

test('a text takes no more lines than it may, and what is left out is seen', () => {
  expect(wrapped('one two three four', 4, 1, 2)).toEqual(['one two', 'three f...']);
  expect(wrapped('', 4, 1, 2)).toEqual([]);
});

function plateOf(text: string): Label {
  const of = { item: text, description: text, quantity: text, lot: text, expiryDate: '2027-03-31', expiryShown: text };
  const words = { plate: text, lot: text, expiry: text, quantity: text, count: text, empty: text };
  return plateLabel(
    inches,
    { number: sscc, warehouse: text, goods: [{ ...of, packs: { gtin: '04012345678901', count: 3 } }] },
    words,
  );
}

function itemOf(description: string) {
  const lot = description === nasty ? nasty : 'LOT-1';
  const known = {
    item: 'A0001',
    unit: 'case',
    gtin: '04012345678901',
    expiryDate: '2027-03-31',
    expiryShown: '31 Mar',
  };
  return { ...known, description, lot };
}
