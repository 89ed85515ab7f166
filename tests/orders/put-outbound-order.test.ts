import { expect, test } from 'vitest';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { decideCancelOutboundOrder } from '#shared/orders/cancel-outbound-order.ts';
import type { KnownOutboundLine, KnownOutboundOrder } from '#shared/orders/known-outbound-order.ts';
import { faultsOfOutboundOrder, type OutboundOrderDocument } from '#shared/orders/outbound-order-document.ts';
import type { OutboundOrderFacts } from '#shared/orders/outbound-order-facts.ts';
import { decidePutOutboundOrder } from '#shared/orders/put-outbound-order.ts';
import { stockItem } from '../support/stock-item.ts';

type Line = OutboundOrderDocument['lines'][number];

const items = [
  stockItem('A1'),
  stockItem('A2'),
  stockItem('MILK', { isLotTracked: true, isExpiryTracked: true }),
  stockItem('DRILL', { isSerialTracked: true }),
];

/** A line as the ERP sent it first: ten pieces of A1 on line 1. */
function line(more: Partial<Line> = {}): Line {
  return { lineNumber: 1, item: 'A1', quantity: 10, unit: 'pcs', ...more };
}

function known(more: Partial<KnownOutboundLine> = {}): KnownOutboundLine {
  return {
    lineNumber: 1,
    item: 'A1',
    unit: 'pcs',
    inventoryStatus: 'available',
    owner: 'DEMO',
    lot: null,
    serial: null,
    sellableDays: null,
    status: 'open',
    quantityBase: 10,
    reservedBase: 0,
    releasedBase: 0,
    pickedBase: 0,
    shippedBase: 0,
    cancelledBase: 0,
    wasReleased: false,
    ...more,
  };
}

function knownOrder(lines: readonly KnownOutboundLine[], more: Partial<KnownOutboundOrder> = {}): KnownOutboundOrder {
  return {
    warehouse: 'EAST',
    status: 'open',
    holdCodes: [],
    sentHoldCodes: [],
    consignee: 'here',
    carrier: '',
    sharedShipments: [],
    lines,
    ...more,
  };
}

function decide(
  lines: readonly Line[],
  {
    header = {},
    before = null,
    more = {},
  }: { header?: object; before?: KnownOutboundOrder | null; more?: object } = {},
) {
  const document: OutboundOrderDocument = { orderNumber: 'SO-1', warehouse: 'EAST', lines: [...lines], ...header };
  const facts: OutboundOrderFacts = {
    warehouses: ['EAST', 'WEST'],
    owners: ['DEMO', 'PARTNER'],
    items: new Map(items.map((each) => [each.number, each])),
    known: before,
    consignee: 'here',
    settings: { reservationAtImport: 'none', reservationAtImportMandatory: false },
    shipDay: '2026-03-01',
    candidates: new Map(),
    promises: [],
    ...more,
  };
  return decidePutOutboundOrder({ sourceSystem: 'DEMO', messageId: 'm', operation: 'upsert', document }, facts);
}

function faultsOf(verdict: { outcome: string; errors?: readonly { pointer: string; code: string }[] }): string[] {
  return (verdict.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}

function planOf(verdict: ReturnType<typeof decide>) {
  if (verdict.outcome !== 'accepted') throw new Error(faultsOf(verdict).join());
  return verdict.plan;
}

test.each<[what: string, line: Partial<Line>, faults: string[]]>([
  ['ten pieces', {}, []],
  ['two cases', { quantity: 2, unit: 'case' }, []],
  ['an item nobody knows', { item: 'NEW' }, ['/order/lines/0/item order.item_unknown']],
  ['a substitute nobody knows is only an offer', { substitutes: ['NEW'] }, []],
  ['a unit the item has not', { unit: 'pallet' }, ['/order/lines/0/unit item.unit_unknown']],
  ['half a piece', { quantity: 0.5 }, ['/order/lines/0/quantity quantity.too_precise']],
  ['a thousand million cases', { quantity: 1e9, unit: 'case' }, ['/order/lines/0/quantity quantity.too_large']],
  ['an owner of somebody else', { owner: 'ACME' }, ['/order/lines/0/owner order.owner_unknown']],
  [
    'a status that is none',
    { inventoryStatus: 'FINE' },
    ['/order/lines/0/inventoryStatus order.inventory_status_unknown'],
  ],
  ['a lot of an item without lots', { lot: 'L1' }, ['/order/lines/0/lot order.lot_not_tracked']],
  ['a lot of an item with lots', { item: 'MILK', lot: 'L1' }, []],
  [
    'a serial of an item without serials',
    { serial: 'S1', quantity: 1 },
    ['/order/lines/0/serial order.serial_not_tracked'],
  ],
  [
    'one serial, two drills',
    { item: 'DRILL', serial: 'S1', quantity: 2 },
    ['/order/lines/0/quantity order.serial_quantity'],
  ],
])('of a new order: %s', (_what, more, faults) => {
  expect(faultsOf(decide([line(more)]))).toEqual(faults);
});

const begun = known({ releasedBase: 10, wasReleased: true });

test.each<[what: string, header: object, before: KnownOutboundOrder | null, faults: string[]]>([
  ['a warehouse that is none of its own', { warehouse: 'MOON' }, null, ['/order/warehouse order.warehouse_unknown']],
  ['an order that was cancelled', {}, knownOrder([], { status: 'cancelled' }), ['/order/orderNumber order.closed']],
  ['an order that has left whole', {}, knownOrder([], { status: 'closed' }), ['/order/orderNumber order.closed']],
  ['another warehouse before anything began', { warehouse: 'WEST' }, knownOrder([known()]), []],
  [
    'another warehouse with goods on a shipment',
    { warehouse: 'WEST' },
    knownOrder([begun]),
    ['/order/warehouse order.warehouse_released'],
  ],
  ['another address', {}, knownOrder([begun], { consignee: 'there' }), []],
  [
    'another address, on a shipment with others',
    {},
    knownOrder([begun], { consignee: 'there', sharedShipments: ['SH-1'] }),
    ['/order/consignee order.address_shared'],
  ],
  ['the same address, on a shipment with others', {}, knownOrder([begun], { sharedShipments: ['SH-1'] }), []],
  [
    'a period that ends before it starts',
    { requestedShippingStart: '2026-03-02T08:00:00Z', requestedShippingEnd: '2026-03-02T08:00:00+01:00' },
    null,
    ['/order/requestedShippingEnd order.period_reversed'],
  ],
])('of the header: %s', (_what, header, before, faults) => {
  expect(faultsOf(decide([line()], { header, before }))).toEqual(faults);
});

test.each<[what: string, line: Partial<Line>, before: Partial<KnownOutboundLine>, faults: string[]]>([
  ['another item while nothing began', { item: 'A2' }, {}, []],
  ['another item, promised only', { item: 'A2' }, { reservedBase: 10 }, []],
  ['another item on a shipment', { item: 'A2' }, { releasedBase: 1 }, ['/order/lines/0/item order.line_item_fixed']],
  ['another unit on a shipment', { unit: 'case' }, { releasedBase: 1 }, ['/order/lines/0/unit order.line_unit_fixed']],
  [
    'another owner on a shipment',
    { owner: 'PARTNER' },
    { releasedBase: 1 },
    ['/order/lines/0/owner order.line_dimension_fixed'],
  ],
  [
    'another status on a shipment',
    { inventoryStatus: 'damaged' },
    { releasedBase: 1 },
    ['/order/lines/0/inventoryStatus order.line_dimension_fixed'],
  ],
  ['more, with some picked', { quantity: 20 }, { releasedBase: 10, pickedBase: 8 }, []],
  ['down to what is picked', { quantity: 8 }, { releasedBase: 10, pickedBase: 8 }, []],
  [
    'below what is picked',
    { quantity: 7 },
    { releasedBase: 10, pickedBase: 8 },
    ['/order/lines/0/quantity order.quantity_below_picked'],
  ],
  [
    'below what is shipped',
    { quantity: 1 },
    { releasedBase: 2, pickedBase: 2, shippedBase: 2 },
    ['/order/lines/0/quantity order.quantity_below_picked'],
  ],
  ['the same, with more picked than ordered', {}, { releasedBase: 11, pickedBase: 11 }, []],
])('of a known line: %s', (_what, more, before, faults) => {
  expect(faultsOf(decide([line(more)], { before: knownOrder([known(before)]) }))).toEqual(faults);
});

test.each<[what: string, before: Partial<KnownOutboundLine>, faults: string[]]>([
  ['nothing began', {}, []],
  ['it is promised goods', { reservedBase: 10 }, []],
  ['it is on a shipment', { releasedBase: 1 }, ['/order/lines order.line_released']],
  ['it was on a shipment that was cancelled', { wasReleased: true }, []],
])('a line is left out: %s', (_what, before, faults) => {
  const two = knownOrder([known(), known({ lineNumber: 2, ...before })]);
  expect(faultsOf(decide([line()], { before: two }))).toEqual(faults);
});

test.each<[what: string, line: Partial<Line>, before: Partial<KnownOutboundLine>, after: object]>([
  [
    'more: the rest is wanted besides',
    { quantity: 12 },
    { reservedBase: 10 },
    { giveUpBase: 0, takeBackBase: 0, unreservedBase: 2 },
  ],
  ['less: promises first', { quantity: 8 }, { reservedBase: 4, releasedBase: 6 }, { giveUpBase: 2, takeBackBase: 0 }],
  [
    'less still: then what is released',
    { quantity: 4 },
    { reservedBase: 4, releasedBase: 6 },
    { giveUpBase: 4, takeBackBase: 2 },
  ],
  ['less, but never what is picked', { quantity: 4 }, { releasedBase: 10, pickedBase: 4 }, { takeBackBase: 6 }],
  ['other goods: all promises', { item: 'A2' }, { reservedBase: 4 }, { giveUpBase: 4, unreservedBase: 10 }],
  ['longer life: all promises', { sellableDays: 9 }, { reservedBase: 4 }, { giveUpBase: 4, unreservedBase: 10 }],
  [
    'the same again: what was cancelled stays so',
    {},
    { cancelledBase: 10, status: 'cancelled' },
    { status: 'cancelled', cancelledBase: 10 },
  ],
  [
    'another quantity: all of it is asked for anew',
    { quantity: 11 },
    { cancelledBase: 10, status: 'cancelled' },
    { status: 'open', cancelledBase: 0, unreservedBase: 11 },
  ],
  [
    'as much as is shipped: the line is done',
    { quantity: 6 },
    { releasedBase: 6, pickedBase: 6, shippedBase: 6 },
    { status: 'closed' },
  ],
])('what becomes of a line: %s', (_what, more, before, after) => {
  const plan = planOf(decide([line(more)], { before: knownOrder([known(before)]) }));
  expect(plan.lines[0]).toMatchObject(after);
});

test.each<[what: string, sent: string[], before: Partial<KnownOutboundOrder>, after: string[]]>([
  ['a new hold', ['CREDIT'], {}, ['CREDIT']],
  ['the ERP lifts its own', [], { holdCodes: ['CREDIT'], sentHoldCodes: ['CREDIT'] }, []],
  ['what a person set stays', [], { holdCodes: ['RECALL', 'CREDIT'], sentHoldCodes: ['CREDIT'] }, ['RECALL']],
  ['what a person lifted stays lifted', ['CREDIT'], { holdCodes: [], sentHoldCodes: ['CREDIT'] }, []],
  ['the ERP sets it once more', ['CREDIT'], { holdCodes: [], sentHoldCodes: [] }, ['CREDIT']],
])('holds: %s', (_what, holdCodes, before, after) => {
  const plan = planOf(decide([line()], { header: { holdCodes }, before: knownOrder([known()], before) }));
  expect(plan.holdCodes).toEqual(after);
});

function stock(quantityBase: number, more: Partial<StockCandidate> = {}): StockCandidate {
  const place = { location: 'A-01', licensePlate: '', locationType: 'storage', walkSequence: 1, firstAt: 0 };
  const kind = { item: 'DEMO:A1', owner: 'DEMO', lot: '', serial: '', inventoryStatus: 'available', expiryDate: null };
  return { ...place, ...kind, quantityBase, reservedBase: 0, ...more };
}

test.each<[what: string, policy: string, free: number, faults: string[]]>([
  ['none asks for nothing', 'none', 0, []],
  ['reserve takes what there is', 'reserve', 0, []],
  [
    'partial needs something',
    'partial',
    0,
    ['/order/lines/0/quantity order.cannot_reserve', '/order/lines/1/quantity order.cannot_reserve'],
  ],
  ['partial is content with a part', 'partial', 1, []],
  [
    'full needs all: one line gets the goods, the other has none',
    'full',
    19,
    ['/order/lines/1/quantity order.cannot_reserve'],
  ],
  ['full has all', 'full', 20, []],
])('reservation at import: %s', (_what, reservationAtImport, free, faults) => {
  const more = {
    settings: { reservationAtImport, reservationAtImportMandatory: false },
    candidates: new Map([['DEMO:A1', free === 0 ? [] : [stock(free)]]]),
  };
  expect(faultsOf(decide([line(), line({ lineNumber: 2 })], { more }))).toEqual(faults);
});

test.each<[asked: string, isMandatory: boolean, faults: string[]]>([
  ['none', false, []],
  ['none', true, ['/order/reservationAtImport order.reservation_weaker']],
  ['reserve', true, []],
  ['full', true, ['/order/lines/0/quantity order.cannot_reserve']],
])(
  'an order asks for %s where its source system reserves (mandatory: %s)',
  (asked, reservationAtImportMandatory, faults) => {
    const more = { settings: { reservationAtImport: 'reserve', reservationAtImportMandatory } };
    expect(faultsOf(decide([line()], { header: { reservationAtImport: asked }, more }))).toEqual(faults);
  },
);

test('goods of a lot that expires too early are not promised', () => {
  const milk = line({ item: 'MILK', sellableDays: 10 });
  const settings = { reservationAtImport: 'full', reservationAtImportMandatory: false };
  const of = (expiryDate: string) =>
    faultsOf(
      decide([milk], {
        more: {
          settings,
          candidates: new Map([['DEMO:MILK', [stock(10, { item: 'DEMO:MILK', lot: 'L', expiryDate })]]]),
        },
      }),
    );
  expect(of('2026-03-10')).toEqual(['/order/lines/0/quantity order.cannot_reserve']);
  expect(of('2026-03-11')).toEqual([]);
});

test.each<[what: string, order: object, codes: string[]]>([
  ['a consignee with a country', { consignee: { name: 'B', address: { country: 'DE' } } }, []],
  ['a receiver with a country', { receiver: { name: 'B', address: { country: 'DE' } } }, []],
  ['a name without a country', { consignee: { name: 'B' } }, ['/consignee order.consignee_missing']],
  ['a country without a name', { consignee: { address: { country: 'DE' } } }, ['/consignee order.consignee_missing']],
  ['nobody', {}, ['/consignee order.consignee_missing']],
])('who gets it: %s', (_what, order, codes) => {
  const sent = { lines: [line()], ...order };
  expect(faultsOfOutboundOrder(sent).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(codes);
});

test.each<[what: string, before: KnownOutboundOrder | null, more: object, outcome: string[] | boolean]>([
  ['an order nobody knows', null, {}, ['/order/orderNumber order.unknown']],
  ['another warehouse', knownOrder([known()]), { warehouse: 'WEST' }, ['/order/warehouse order.warehouse_differs']],
  ['nothing began', knownOrder([known()]), {}, true],
  ['released', knownOrder([begun]), {}, true],
  ['cancelled already', knownOrder([known()], { status: 'cancelled' }), {}, false],
  [
    'something picked',
    knownOrder([known(), known({ lineNumber: 2, releasedBase: 1, pickedBase: 1 })]),
    {},
    ['/order/orderNumber order.cancel_blocked_picked'],
  ],
  [
    'something shipped',
    knownOrder([known({ releasedBase: 1, pickedBase: 1, shippedBase: 1 })], { status: 'closed' }),
    {},
    ['/order/orderNumber order.cancel_blocked_picked'],
  ],
  [
    'something picked, with its line sent along',
    knownOrder([known({ pickedBase: 1 })]),
    { lines: [line()] },
    ['/order/lines/0 order.cancel_blocked_picked'],
  ],
])('a cancellation: %s', (_what, before, more, outcome) => {
  const message = {
    sourceSystem: 'DEMO',
    messageId: 'm',
    operation: 'cancel',
    document: { orderNumber: 'SO-1', ...more },
  } as const;
  const verdict = decideCancelOutboundOrder(message, { known: before, supersedesEarlier: false });
  expect(verdict.outcome === 'accepted' ? verdict.plan.isCancelled : faultsOf(verdict)).toEqual(outcome);
});
