import { expect, test } from 'vitest';
import { faultsOfItem, type ItemDocument } from '#shared/catalogue/item-document.ts';
import { decidePutItem, type PutItemFacts } from '#shared/catalogue/put-item.ts';

const nowhere = { withSerials: false, withoutSerials: false };

function put(more: Partial<ItemDocument>, known: PutItemFacts['known'] = null, isInUse = false, hasStock = nowhere) {
  const document = { number: 'A1', description: 'Rye flour 1 kg', baseUnit: 'pcs', ...more };
  const facts = { known, isInUse, hasStock };
  return decidePutItem({ sourceSystem: 'DEMO', messageId: 'm', operation: 'upsert', document }, facts);
}

const pieces = { baseUnit: 'pcs', decimals: 0, isSerialTracked: false };
const cases = [{ unit: 'case', numerator: 12, denominator: 1 }];

test.each<[what: string, item: Partial<ItemDocument>, known: typeof pieces | null, isInUse: boolean, faults: string[]]>(
  [
    ['a new one', {}, null, false, []],
    ['a barcode of a case', { units: cases, barcodes: [{ code: '1', unit: 'case', quantity: 1 }] }, null, false, []],
    ['a barcode that names no unit', { barcodes: [{ code: '1' }] }, null, false, []],
    [
      'a barcode of a unit it has not',
      { barcodes: [{ code: '1', unit: 'case' }] },
      null,
      false,
      ['/item/barcodes/0/unit item.unit_unknown'],
    ],
    [
      'a barcode of half a piece',
      { barcodes: [{ code: '1', quantity: 0.5 }] },
      null,
      false,
      ['/item/barcodes/0/quantity quantity.too_precise'],
    ],
    [
      'a barcode of half a case',
      { units: cases, barcodes: [{ code: '1', unit: 'case', quantity: 0.5 }] },
      null,
      false,
      [],
    ],
    ['the same scale with stock', { description: 'new' }, pieces, true, []],
    ['another base unit without stock', { baseUnit: 'kg' }, pieces, false, []],
    ['another base unit with stock', { baseUnit: 'kg' }, pieces, true, ['/item/baseUnit item.base_unit_in_use']],
    ['other decimals with stock', { decimals: 3 }, pieces, true, ['/item/decimals item.decimals_in_use']],
    [
      'everything wrong at once',
      { baseUnit: 'kg', decimals: 3, barcodes: [{ code: '1', unit: 'box' }] },
      pieces,
      true,
      [
        '/item/baseUnit item.base_unit_in_use',
        '/item/decimals item.decimals_in_use',
        '/item/barcodes/0/unit item.unit_unknown',
      ],
    ],
  ],
)('an item with %s', (_, item, known, isInUse, faults) => {
  const verdict = put(item, known, isInUse);
  const found = verdict.outcome === 'faulty' ? verdict.errors.map(({ pointer, code }) => `${pointer} ${code}`) : [];
  expect(found).toEqual(faults);
});

const serials = { tracking: { serial: true } };
const withSerials = { withSerials: true, withoutSerials: false };
const withoutSerials = { withSerials: false, withoutSerials: true };

test.each<[what: string, item: Partial<ItemDocument>, was: boolean, stock: typeof nowhere, faults: string[]]>([
  ['begin while there is none', serials, false, nowhere, []],
  ['begin beside stock that has them', serials, false, withSerials, []],
  ['begin with stock without', serials, false, withoutSerials, ['/item/tracking/serial item.stock_without_serials']],
  ['stay with stock without', serials, true, withoutSerials, []],
  ['end while there is none', {}, true, nowhere, []],
  ['end beside stock that has none', {}, true, withoutSerials, []],
  ['end with stock that has them', {}, true, withSerials, ['/item/tracking/serial item.stock_with_serials']],
])('serial numbers %s', (_, item, isSerialTracked, stock, faults) => {
  const verdict = put(item, { ...pieces, isSerialTracked }, true, stock);
  const found = verdict.outcome === 'faulty' ? verdict.errors.map(({ pointer, code }) => `${pointer} ${code}`) : [];
  expect(found).toEqual(faults);
});

test.each<[what: string, sent: unknown, faults: string[]]>([
  ['a unit twice', { baseUnit: 'pcs', units: [...cases, ...cases] }, ['/units/1/unit message.unit_repeated']],
  ['its base unit among the units', { baseUnit: 'case', units: cases }, ['/units/0/unit message.unit_repeated']],
  [
    'a barcode twice',
    { barcodes: [{ code: '1' }, { code: '2' }, { code: '1' }] },
    ['/barcodes/2/code message.barcode_repeated'],
  ],
  ['no lists at all', { units: 'case', barcodes: null }, []],
  ['nothing', undefined, []],
])('%s is seen before anything is kept', (_, sent, faults) => {
  expect(faultsOfItem(sent).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
});

test.each([
  ['its description', { description: 'Rye flour 1 kg' }, 'Rye flour 1 kg'],
  ['its number where the ERP describes nothing', { description: null }, 'A1'],
])('people read %s', (_, item, read) => {
  const verdict = put(item);
  expect(verdict.outcome === 'accepted' ? verdict.plan.description : verdict.outcome).toBe(read);
});
