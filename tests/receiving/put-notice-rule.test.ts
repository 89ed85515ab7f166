import { describe, expect, test } from 'vitest';
import { decideCancelNotice } from '#shared/receiving/cancel-notice.ts';
import type { NoticeDocument, NoticeLineDocument } from '#shared/receiving/notice-document.ts';
import { lotKey, type NoticeOrder, type NoticeOrderLine } from '#shared/receiving/notice-line.ts';
import { decidePutNotice, type KnownPlate, type NoticeFacts } from '#shared/receiving/put-notice.ts';
import { rye } from '../support/receiving-facts.ts';

const line: NoticeLineDocument = { orderNumber: 'PO-1', lineNumber: 1, item: 'A0001', quantity: 6, unit: 'pcs' };
const orderLine: NoticeOrderLine = { item: 'A0001', lot: null, status: 'open', overPercent: 5 };
const order: NoticeOrder = { key: 'DEMO:PO-1', warehouse: 'EAST', status: 'open', lines: new Map([[1, orderLine]]) };
const lotted = { ...rye, isLotTracked: true, isExpiryTracked: true };
const numbered = { ...rye, isSerialTracked: true };
const load = { number: 'ASN-1', warehouse: 'EAST', sourceSystem: 'DEMO', status: 'open', hasGoods: false };

const facts: NoticeFacts = {
  warehouses: ['EAST', 'WEST'],
  load: null,
  orders: new Map([['PO-1', order]]),
  items: new Map([['A0001', rye]]),
  expiryDates: new Map(),
  known: [],
  taken: new Map(),
  places: new Set(),
};

function noticeOf(lines: readonly NoticeLineDocument[], more: Partial<NoticeDocument> = {}): NoticeDocument {
  const licensePlates = [{ licensePlate: 'P1', lines: [...lines] }];
  return { load: 'ASN-1', warehouse: 'EAST', shipments: [{ shipment: 'S-1', licensePlates }], ...more };
}

function judge(document: NoticeDocument, changes: Partial<NoticeFacts> = {}) {
  const message = { sourceSystem: 'DEMO', messageId: 'm', operation: 'upsert', document } as const;
  return decidePutNotice(message, { ...facts, ...changes });
}

const orders = (changes: Partial<NoticeOrder>) => ({ orders: new Map([['PO-1', { ...order, ...changes }]]) });
const lines = (changes: Partial<NoticeOrderLine>) => orders({ lines: new Map([[1, { ...orderLine, ...changes }]]) });
const items = (item: typeof rye) => ({ items: new Map([['A0001', item]]) });

/** The plate as it was announced before, with so much of it registered. */
function known(registeredBase: number, quantityBase = 6): KnownPlate {
  const announced = { order: 'DEMO:PO-1', line: 1, item: 'DEMO:A0001', unit: 'pcs', quantity: quantityBase };
  const nothing = { lot: null, expiryDate: null, serials: null, inventoryStatus: null };
  const own = { ...announced, ...nothing, quantityBase, registeredBase };
  return { licensePlate: 'P1', shipment: 'S-1', parent: null, lines: [own] };
}

describe('a notice is faulty, each fault with its pointer', () => {
  const plate = '/notice/shipments/0/licensePlates/0';
  const first = `${plate}/lines/0`;
  test.each<[string, Partial<NoticeLineDocument>, Partial<NoticeFacts>, string, string]>([
    ['the name is another’s', {}, { load: { ...load, sourceSystem: 'B' } }, '/notice/load', 'notice.load_taken'],
    ['the load is completed', {}, { load: { ...load, status: 'received' } }, '/notice/load', 'notice.load_completed'],
    ['an unknown warehouse', {}, { warehouses: ['WEST'] }, '/notice/warehouse', 'notice.warehouse_unknown'],
    [
      'the load moves with goods',
      {},
      { load: { ...load, warehouse: 'WEST', hasGoods: true } },
      '/notice/warehouse',
      'notice.warehouse_has_goods',
    ],
    ['a plate that came is another', {}, { known: [known(1, 7)] }, `${plate}/licensePlate`, 'notice.plate_begun'],
    [
      'a plate that is called like a location',
      {},
      { places: new Set(['P1']) },
      `${plate}/licensePlate`,
      'notice.plate_is_location',
    ],
    [
      'a plate that holds goods',
      {},
      { taken: new Map([['P1', { location: 'A-01' }]]) },
      `${plate}/licensePlate`,
      'notice.plate_in_use',
    ],
    [
      'a plate of another load',
      {},
      { taken: new Map([['P1', { load: 'ASN-2' }]]) },
      `${plate}/licensePlate`,
      'notice.plate_on_other_load',
    ],
    ['an unknown order', {}, { orders: new Map() }, `${first}/orderNumber`, 'notice.order_unknown'],
    [
      'an order of another warehouse',
      {},
      orders({ warehouse: 'WEST' }),
      `${first}/orderNumber`,
      'notice.order_other_warehouse',
    ],
    ['an order that is done', {}, orders({ status: 'cancelled' }), `${first}/orderNumber`, 'notice.order_closed'],
    ['an unknown line', { lineNumber: 9 }, {}, `${first}/lineNumber`, 'notice.line_unknown'],
    ['a line of another item', {}, lines({ item: 'B' }), `${first}/item`, 'notice.line_other_item'],
    ['a line that is done', {}, lines({ status: 'received' }), `${first}/lineNumber`, 'notice.line_closed'],
    [
      'a lot that the line does not ask for',
      { lot: 'L2' },
      { ...lines({ lot: 'L1' }), ...items(lotted) },
      `${first}/lot`,
      'notice.line_other_lot',
    ],
    [
      'an unknown status',
      { inventoryStatus: 'lost' },
      {},
      `${first}/inventoryStatus`,
      'order.inventory_status_unknown',
    ],
    ['an unknown item', {}, { items: new Map() }, `${first}/item`, 'order.item_unknown'],
    ['an unknown unit', { unit: 'barrel' }, {}, `${first}/unit`, 'item.unit_unknown'],
    ['half a piece', { quantity: 0.5 }, {}, `${first}/quantity`, 'quantity.too_precise'],
    ['more than anyone has', { quantity: 999_999_999, unit: 'case' }, {}, `${first}/quantity`, 'quantity.too_large'],
    ['a lot nobody keeps', { lot: 'L1' }, {}, `${first}/lot`, 'order.lot_not_tracked'],
    [
      'another date than the lot has',
      { lot: 'L1', expiryDate: '2027-01-01' },
      { ...items(lotted), expiryDates: new Map([[lotKey('DEMO:A0001', 'L1'), '2026-12-01']]) },
      `${first}/expiryDate`,
      'notice.expiry_conflict',
    ],
    ['serials nobody keeps', { serials: ['1'] }, {}, `${first}/serials`, 'order.serial_not_tracked'],
    [
      'a serial twice',
      { quantity: 2, serials: ['1', '1'] },
      items(numbered),
      `${first}/serials`,
      'notice.serial_repeated',
    ],
    ['too few serials', { serials: ['1'] }, items(numbered), `${first}/serials`, 'notice.serial_count'],
  ])('%s', (_, change, changes, pointer, code) => {
    const verdict = judge(noticeOf([{ ...line, ...change }]), changes);
    expect(verdict).toMatchObject({ outcome: 'faulty', errors: [{ pointer, code }] });
  });

  test('a load that arrives before it leaves', () => {
    const period = { shippedAt: '2026-03-02T08:00:00Z', expectedArrival: '2026-03-02T08:00:00+02:00' };
    expect(judge(noticeOf([line], period))).toMatchObject({
      errors: [{ pointer: '/notice/expectedArrival', code: 'notice.period_reversed' }],
    });
  });

  test('a plate that came is left out', () => {
    const verdict = judge(noticeOf([line]), { known: [{ ...known(1), licensePlate: 'P0' }] });
    expect(verdict).toMatchObject({ errors: [{ pointer: '/notice/shipments', code: 'notice.plate_begun' }] });
  });
});

describe('what a notice changes', () => {
  test('a plate that came stays, though its order is done by now', () => {
    const verdict = judge(noticeOf([line]), { known: [known(6)], ...orders({ status: 'received' }) });
    expect(verdict).toMatchObject({ outcome: 'accepted', plan: { plates: [{ isKept: true }], removed: [] } });
  });

  test('a plate that did not come yet may change and disappear', () => {
    const before = [known(0), { ...known(0), licensePlate: 'P0' }];
    const verdict = judge(noticeOf([{ ...line, quantity: 7 }]), { known: before });
    expect(verdict).toMatchObject({
      plan: {
        plates: [{ licensePlate: 'P1', isKept: false }],
        removed: ['P0'],
        loadLines: [{ order: 'DEMO:PO-1', line: 1, expectedBase: 7, overPercent: 5 }],
      },
    });
  });

  test('the load brings what its plates bring together, in whatever unit they say it', () => {
    const verdict = judge(noticeOf([line, { ...line, quantity: 1, unit: 'case' }]));
    expect(verdict).toMatchObject({ plan: { loadLines: [{ expectedBase: 18 }] } });
  });
});

describe('a notice is taken back', () => {
  const cancel = (changes: Partial<Parameters<typeof decideCancelNotice>[1]>, document: object = {}) =>
    decideCancelNotice(
      { sourceSystem: 'DEMO', messageId: 'm', operation: 'cancel', document: { load: 'ASN-1', ...document } },
      { load, known: [], supersedesEarlier: false, ...changes },
    );

  test.each([
    ['an unknown load', { load: null }, {}, 'notice.unknown'],
    ['another’s load', { load: { ...load, sourceSystem: 'B' } }, {}, 'notice.unknown'],
    ['a load of another warehouse', {}, { warehouse: 'WEST' }, 'notice.warehouse_differs'],
  ])('not of %s', (_, changes, document, code) => {
    expect(cancel(changes, document)).toMatchObject({ outcome: 'faulty', errors: [{ code }] });
  });

  test.each<[string, Partial<Parameters<typeof decideCancelNotice>[1]>, object]>([
    ['that never came to be', { load: null, supersedesEarlier: true }, { removed: [], isWhole: false }],
    ['that is completed', { load: { ...load, status: 'received' } }, { removed: [], isWhole: false }],
    ['of which nothing came', { known: [known(0)] }, { removed: ['P1'], isWhole: true }],
    [
      'of which one plate came, on its pallet',
      {
        known: [
          { ...known(0), licensePlate: 'P0', lines: [] },
          { ...known(6), parent: 'P0' },
          { ...known(0), licensePlate: 'P2' },
        ],
      },
      { removed: ['P2'], isWhole: false },
    ],
    [
      'of which one plate came, in a layer on its pallet',
      {
        known: [
          { ...known(0), licensePlate: 'P0', lines: [] },
          { ...known(0), licensePlate: 'LAYER', parent: 'P0', lines: [] },
          { ...known(6), parent: 'LAYER' },
          { ...known(0), licensePlate: 'P2', parent: 'P0' },
        ],
      },
      { removed: ['P2'], isWhole: false },
    ],
  ])('one %s', (_, changes, plan) => {
    expect(cancel(changes)).toEqual({ outcome: 'accepted', plan });
  });
});
