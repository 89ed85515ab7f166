import { describe, expect, test } from 'vitest';
import { lookupKeys } from '#shared/scan/lookup-keys.ts';
import { readScan } from '#shared/scan/read-scan.ts';
import { resolveScan } from '#shared/scan/resolve-scan.ts';
import type { AmbiguousScan, Scan, ScanHits, ScanKind } from '#shared/scan/scan.ts';

/** A small warehouse. `X-1` is a location and an order, `77` an item number and the barcode of another item. */
const warehouse = {
  plates: ['003400000000000014', 'LP-0001', 'PALLET 7'],
  locations: ['A-01-01-1', 'DOCK-01', 'X-1', 'B-1234'],
  glns: { '4012345000009.A1': 'DOCK-01' } as Record<string, string>,
  barcodes: [
    { code: '4006381333931', item: 'A0001', unit: 'pcs', quantity: 1 },
    { code: '14006381333938', item: 'A0001', unit: 'case', quantity: 1 },
    { code: '77', item: 'A0002', unit: 'pcs', quantity: 6 },
    { code: 'SIX-2', item: 'A0002', unit: 'pcs', quantity: 6 },
    { code: 'A0003', item: 'A0003', unit: 'pcs', quantity: 1 },
    { code: '96385074', item: 'A0004', unit: 'pcs', quantity: 1 },
    { code: '96385074', item: 'B9', unit: 'pcs', quantity: 1, sourceSystem: 'SHOP' },
  ],
  items: ['A0001', '77', 'A0003'],
  documents: [
    { document: 'PO-1001', documentType: 'inbound-order', sourceSystem: 'DEMO' },
    { document: 'X-1', documentType: 'outbound-order' },
    { document: 'LD-17', documentType: 'load' },
  ],
};

function hitsOf(text: string): ScanHits {
  const keys = lookupKeys(readScan({ text, source: 'wedge' }, { currentYear: 2026 }));
  const found = (codes: readonly string[], keyed: readonly string[]) => codes.filter((code) => keyed.includes(code));
  return {
    licensePlates: found(warehouse.plates, keys.licensePlates).map((licensePlate) => ({ licensePlate })),
    locations: [
      ...found(warehouse.locations, keys.locations),
      ...keys.locationGlns.flatMap((gln) => warehouse.glns[gln] ?? []),
    ].map((location) => ({ location })),
    items: [
      ...found(warehouse.items, keys.itemNumbers).map((item) => ({ item })),
      ...warehouse.barcodes.filter(({ code }) => keys.barcodes.includes(code)),
    ],
    documents: warehouse.documents.filter(({ document }) => keys.documents.includes(document)),
    operators: found(['W-1001'], keys.badges).map((badge) => ({ badge })),
  };
}

function scan(text: string, ...accepted: ScanKind[]): Scan | AmbiguousScan {
  return resolveScan(readScan({ text, source: 'wedge' }, { currentYear: 2026 }), hitsOf(text), accepted);
}

/** A scan in one line. */
function told(found: Scan | AmbiguousScan): string {
  switch (found.kind) {
    case 'ambiguous':
      return found.choices.map(told).join(' or ');
    case 'item': {
      const unit = found.unit === undefined ? '' : ` ${found.quantity} ${found.unit}`;
      return `item ${found.item}${unit}`;
    }
    case 'licensePlate':
      return `plate ${found.licensePlate}${found.known ? '' : ', new'}`;
    case 'location':
      return `location ${found.location}`;
    case 'document':
      return `${found.documentType} ${found.document}`;
    case 'operator':
      return `operator ${found.badge}`;
    case 'command':
      return `command ${found.command}`;
    case 'details':
      return 'details';
    case 'unknown':
      return `${found.refused ? 'refused' : 'unknown'} ${found.code}`;
  }
}

describe('a code is what the step asks for', () => {
  const everything: ScanKind[] = ['licensePlate', 'location', 'item', 'document', 'operator'];
  test.each<[string, string, ScanKind[], string]>([
    ['a location', 'A-01-01-1', ['location'], 'location A-01-01-1'],
    ['a location in small letters', 'a-01-01-1', ['location'], 'location A-01-01-1'],
    ['an item by its number has no unit', 'A0001', ['item'], 'item A0001'],
    ['an item by its EAN', '4006381333931', ['item'], 'item A0001 1 pcs'],
    ['the EAN in the 14 digits of a GS1 label', ']C10104006381333931', ['item'], 'item A0001 1 pcs'],
    ['a case by its ITF-14', ']I114006381333938', ['item'], 'item A0001 1 case'],
    ['a pack by the barcode of the house', 'SIX-2', ['location'], 'item A0002 6 pcs'],
    ['an item number that is the barcode of another item: ask', '77', ['item'], 'item 77 or item A0002 6 pcs'],
    ['one item by number and barcode is no question', 'A0003', ['item'], 'item A0003 1 pcs'],
    ['two items with one code are', '96385074', ['item'], 'item A0004 1 pcs or item B9 1 pcs'],
    ['an order', 'PO-1001', ['document'], 'inbound-order PO-1001'],
    ['a load', 'LD-17', ['document', 'item'], 'load LD-17'],
    ['a plate', 'LP-0001', ['licensePlate'], 'plate LP-0001'],
    ['a plate of free text', 'PALLET 7', ['licensePlate'], 'plate PALLET 7'],
    ['a plate nobody has seen yet', 'LP-0002', ['licensePlate'], 'plate LP-0002, new'],
    ['an SSCC', '003400000000000014', ['licensePlate'], 'plate 003400000000000014'],
    ['an SSCC nobody has seen yet', '340123450000000024', ['licensePlate'], 'plate 340123450000000024, new'],
    ['a badge', 'W-1001', ['operator'], 'operator W-1001'],
    ['a badge that this device has never seen', 'S-2001', ['operator'], 'operator S-2001'],
    ['a badge where none is wanted', 'W-1001', ['item'], 'operator W-1001'],
    ['a badge by its form, though a location has that code', 'B-1234', ['operator', 'location'], 'operator B-1234'],
    ['a location that looks like a badge', 'B-1234', ['location'], 'location B-1234'],
    ['a command, whatever is wanted', '%SKIP', ['item'], 'command skip'],
    ['two kinds, one of them wanted', 'X-1', ['document'], 'outbound-order X-1'],
    ['two kinds, both wanted: ask', 'X-1', ['document', 'location'], 'location X-1 or outbound-order X-1'],
    ['two kinds, none wanted: the first in order', 'X-1', ['item'], 'location X-1'],
    ['the wrong kind, so that the step can say so', 'A-01-01-1', ['item'], 'location A-01-01-1'],
    ['anything', 'LP-0001', everything, 'plate LP-0001'],
    ['nothing known', 'NOWHERE', everything, 'unknown scan.unknown'],
    ['a GTIN without item', '4012345678901', ['item'], 'unknown scan.unknown_item'],
    ['a mistyped EAN', '4006381333932', ['item'], 'unknown scan.check_digit'],
    ['a broken GS1 label', ']C10104006381333932', ['item'], 'refused scan.gs1_check_digit'],
    ['an emoji', '\u{1f4e6}', ['item'], 'refused scan.bad_character'],
  ])('%s', (_, text, accepted, expected) => {
    expect(told(scan(text, ...accepted))).toBe(expected);
  });
});

describe('a GS1 label', () => {
  const pallet = ']C10000340000000000001402040063813339313724\u001d10L1';

  test.each<[string, string, ScanKind[], string]>([
    ['with plate and content is the plate', pallet, ['licensePlate', 'item'], 'plate 003400000000000014'],
    ['is its content where only items are wanted', pallet, ['item'], 'item A0001 1 pcs'],
    ['of a dock', ']Q34144012345000009254A1', ['location'], 'location DOCK-01'],
    ['with the purchase order', ']C1400PO-1001', ['document'], 'inbound-order PO-1001'],
    ['with an unknown purchase order', ']C1400PO-9', ['document'], 'unknown scan.unknown'],
    ['with a lot alone', ']C110L1', ['item'], 'details'],
    ['with a weight alone', ']C13103001250', ['item'], 'details'],
    ['of an item nobody has', ']C1010401234567890110L1', ['item'], 'unknown scan.unknown_item'],
    ['that names nothing', ']C191ABC', ['item'], 'unknown scan.gs1_no_subject'],
  ])('%s', (_, text, accepted, expected) => {
    expect(told(scan(text, ...accepted))).toBe(expected);
  });

  test('gives the item with lot, serial, expiry and count', () => {
    expect(scan(']d2010400638133393117261231\u001d3012\u001d10L1\u001d21S1', 'item')).toMatchObject({
      kind: 'item',
      item: 'A0001',
      unit: 'pcs',
      quantity: 1,
      lot: 'L1',
      serial: 'S1',
      expiryDate: '2026-12-31',
      count: 12,
    });
  });

  test('says that the item is the content of a plate', () => {
    expect(scan(pallet, 'item')).toMatchObject({ contentOfPlate: true, count: 24, lot: 'L1' });
  });

  test.each([
    ['expiry before best before', '1726123115261130', '2026-12-31'],
    ['expiry with time', '70032612312359', '2026-12-31'],
    ['best before, where there is no expiry', '15261130', '2026-11-30'],
    ['sell by, where there is nothing else', '16261031', '2026-10-31'],
    ['no date of production', '11260101', undefined],
  ])('keeps the goods by %s', (_, dates, expiryDate) => {
    expect(scan(`]C10104006381333931${dates}`, 'item')).toHaveProperty('kind', 'item');
    const found = scan(`]C10104006381333931${dates}`, 'item');
    expect(found.kind === 'item' ? found.expiryDate : 'no item').toBe(expiryDate);
  });

  test('of an unknown item still tells its lot, for the worker to report', () => {
    expect(scan(']C1010401234567890110L1', 'item')).toMatchObject({ params: { gtin: '04012345678901' }, lot: 'L1' });
  });
});

test('a refused text and a command need no look-up', () => {
  const keys = ['', '%UNDO', ']C105'].map((text) =>
    lookupKeys(readScan({ text, source: 'typed' }, { currentYear: 2026 })),
  );
  expect(keys.flatMap((lookup) => Object.values(lookup).flat())).toEqual([]);
});
