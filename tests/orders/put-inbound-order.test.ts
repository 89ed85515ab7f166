import { expect, test } from 'vitest';
import type { InboundLineStatus, InboundOrderStatus } from '#shared/orders/inbound-order.machine.ts';
import type { InboundOrderDocument } from '#shared/orders/inbound-order-document.ts';
import { decidePutInboundOrder, type InboundOrderFacts, type KnownLine } from '#shared/orders/put-inbound-order.ts';
import { stockItem } from '../support/stock-item.ts';

type Line = InboundOrderDocument['lines'][number];

const items = [
  stockItem('A1'),
  stockItem('A2'),
  stockItem('MILK', { isLotTracked: true }),
  stockItem('DRILL', { isSerialTracked: true }),
  stockItem('FLOUR', { baseUnit: 'kg', decimals: 3, units: [] }),
];

/** A line as the ERP sent it first: ten pieces of A1 on line 1. */
function line(more: Partial<Line> = {}): Line {
  return { lineNumber: 1, item: 'A1', quantity: 10, unit: 'pcs', ...more };
}

function known(more: Partial<KnownLine> = {}): KnownLine {
  return {
    lineNumber: 1,
    item: 'A1',
    unit: 'pcs',
    quantityBase: 10,
    underPercent: 0,
    inventoryStatus: 'available',
    owner: 'DEMO',
    lot: null,
    status: 'open',
    registeredBase: 0,
    receivedBase: 0,
    ...more,
  };
}

function decide(lines: readonly Line[], header: object = {}, before?: readonly KnownLine[], status = 'open') {
  const document: InboundOrderDocument = { orderNumber: 'PO-1', warehouse: 'EAST', lines: [...lines], ...header };
  const facts: InboundOrderFacts = {
    warehouses: ['EAST', 'WEST'],
    owners: ['DEMO', 'PARTNER'],
    items: new Map(items.map((each) => [each.number, each])),
    known: before ? { warehouse: 'EAST', status: status as InboundOrderStatus, lines: before } : null,
  };
  return decidePutInboundOrder({ sourceSystem: 'DEMO', messageId: 'm', operation: 'upsert', document }, facts);
}

function faultsOf(verdict: ReturnType<typeof decide>): string[] {
  return verdict.outcome === 'faulty' ? verdict.errors.map(({ pointer, code }) => `${pointer} ${code}`) : [];
}

test.each<[what: string, line: Partial<Line>, faults: string[]]>([
  ['ten pieces', {}, []],
  ['two cases', { quantity: 2, unit: 'case' }, []],
  ['an item nobody knows', { item: 'NEW' }, ['/order/lines/0/item order.item_unknown']],
  ['a unit the item has not', { unit: 'pallet' }, ['/order/lines/0/unit item.unit_unknown']],
  ['half a piece', { quantity: 0.5 }, ['/order/lines/0/quantity quantity.too_precise']],
  ['half a case', { quantity: 0.5, unit: 'case' }, []],
  ['a gram of flour', { item: 'FLOUR', unit: 'kg', quantity: 0.001 }, []],
  ['less than that', { item: 'FLOUR', unit: 'kg', quantity: 0.0001 }, ['/order/lines/0/quantity quantity.too_precise']],
  ['a thousand million cases', { quantity: 1e9, unit: 'case' }, ['/order/lines/0/quantity quantity.too_large']],
  ['another owner', { owner: 'PARTNER' }, []],
  ['an owner of somebody else', { owner: 'ACME' }, ['/order/lines/0/owner order.owner_unknown']],
  ['goods to be checked', { inventoryStatus: 'quality' }, []],
  ['an unknown status', { inventoryStatus: 'odd' }, ['/order/lines/0/inventoryStatus order.inventory_status_unknown']],
  ['a lot', { item: 'MILK', lot: 'L1' }, []],
  ['a lot of an item without lots', { lot: 'L1' }, ['/order/lines/0/lot order.lot_not_tracked']],
  ['a serial number', { item: 'DRILL', serial: 'S1', quantity: 1 }, []],
  ['one for two', { item: 'DRILL', serial: 'S1', quantity: 2 }, ['/order/lines/0/quantity order.serial_quantity']],
  ['one of an item without', { serial: 'S1', quantity: 1 }, ['/order/lines/0/serial order.serial_not_tracked']],
])('a new order for %s', (_, asked, faults) => {
  expect(faultsOf(decide([line(asked)]))).toEqual(faults);
});

test.each<[what: string, header: object, faults: string[]]>([
  ['a warehouse that is not ours', { warehouse: 'NORTH' }, ['/order/warehouse order.warehouse_unknown']],
  [
    'an arrival that ends before it starts, in other time zones',
    { plannedReceiptStart: '2026-03-02T06:00:00Z', plannedReceiptEnd: '2026-03-02T06:30:00+01:00' },
    ['/order/plannedReceiptEnd order.period_reversed'],
  ],
  [
    'an arrival that ends later, though its text sorts earlier',
    { plannedReceiptStart: '2026-03-02T06:00:00Z', plannedReceiptEnd: '2026-03-02T05:30:00-02:00' },
    [],
  ],
])('a new order with %s', (_, header, faults) => {
  expect(faultsOf(decide([line()], header))).toEqual(faults);
});

test('every fault is told at once', () => {
  const lines = [line({ unit: 'pallet', owner: 'ACME' }), line({ lineNumber: 2, item: 'NEW' })];
  expect(faultsOf(decide(lines, { warehouse: 'NORTH' }))).toEqual([
    '/order/warehouse order.warehouse_unknown',
    '/order/lines/0/unit item.unit_unknown',
    '/order/lines/0/owner order.owner_unknown',
    '/order/lines/1/item order.item_unknown',
  ]);
});

const untouched = known();
const begun = known({ registeredBase: 8 });

test.each<[what: string, before: KnownLine, asked: Partial<Line>, faults: string[]]>([
  ['more', begun, { quantity: 20 }, []],
  ['less, but what is there', begun, { quantity: 8 }, []],
  ['less than what is there', begun, { quantity: 6 }, ['/order/lines/0/quantity order.quantity_below_registered']],
  ['less than ordered, nothing there', untouched, { quantity: 1 }, []],
  ['the same after over-delivery', known({ registeredBase: 11 }), { quantity: 10 }, []],
  ['another item', begun, { item: 'A2' }, ['/order/lines/0/item order.line_item_fixed']],
  ['another item, nothing there', untouched, { item: 'A2' }, []],
  ['another unit', begun, { quantity: 1, unit: 'case' }, ['/order/lines/0/unit order.line_unit_fixed']],
  ['another unit, nothing there', untouched, { quantity: 1, unit: 'case' }, []],
  ['another owner', begun, { owner: 'PARTNER' }, ['/order/lines/0/owner order.line_dimension_fixed']],
  [
    'another status',
    begun,
    { inventoryStatus: 'blocked' },
    ['/order/lines/0/inventoryStatus order.line_dimension_fixed'],
  ],
  ['a lot', { ...begun, item: 'MILK' }, { item: 'MILK', lot: 'L' }, ['/order/lines/0/lot order.line_dimension_fixed']],
  ['more tolerance', begun, { overDeliveryPercent: 20 }, []],
])('an update of a line asks for %s', (_, before, asked, faults) => {
  expect(faultsOf(decide([line(asked)], {}, [before]))).toEqual(faults);
});

test.each<[what: string, before: KnownLine[], header: object, status: string, faults: string[]]>([
  ['leaves out a line without goods', [untouched, known({ lineNumber: 2 })], {}, 'open', []],
  [
    'leaves out a line with goods',
    [untouched, known({ lineNumber: 2, registeredBase: 1 })],
    {},
    'open',
    ['/order/lines order.line_has_goods'],
  ],
  ['moves to another warehouse', [untouched], { warehouse: 'WEST' }, 'open', []],
  [
    'moves with goods in the building',
    [begun],
    { warehouse: 'WEST' },
    'open',
    ['/order/warehouse order.warehouse_has_goods'],
  ],
  ['comes after the order was cancelled', [untouched], {}, 'cancelled', ['/order/orderNumber order.closed']],
  ['comes after it was closed short', [begun], {}, 'closed_short', ['/order/orderNumber order.closed']],
  [
    'comes after all was received',
    [known({ registeredBase: 10, receivedBase: 10, status: 'received' })],
    {},
    'received',
    [],
  ],
])('an update that %s', (_, before, header, status, faults) => {
  expect(faultsOf(decide([line()], header, before, status))).toEqual(faults);
});

const reported = known({ registeredBase: 10, receivedBase: 10, status: 'received' });

test.each<[what: string, before: KnownLine, quantity: number, line: InboundLineStatus, order: InboundOrderStatus]>([
  ['raised after it was received', reported, 12, 'open', 'partially_received'],
  ['the same after it was received', reported, 10, 'received', 'received'],
  ['lowered to what was received', known({ registeredBase: 6, receivedBase: 6 }), 6, 'received', 'received'],
  ['lowered to what is registered, not reported yet', known({ registeredBase: 6 }), 6, 'open', 'open'],
  [
    'closed within its tolerance and sent again as it was',
    known({ registeredBase: 9, receivedBase: 9, underPercent: 0, status: 'received' }),
    10,
    'received',
    'received',
  ],
])('a line %s', (_, before, quantity, lineStatus, orderStatus) => {
  const verdict = decide([line({ quantity })], {}, [before]);
  expect(verdict).toMatchObject({
    outcome: 'accepted',
    plan: { status: orderStatus, lines: [{ status: lineStatus, isNew: false }] },
  });
});

test('what the message leaves out has its default: available, the first owner, no tolerance', () => {
  expect(decide([line({ quantity: 2, unit: 'case' })])).toMatchObject({
    plan: {
      status: 'open',
      removed: [],
      lines: [
        {
          quantityBase: 24,
          inventoryStatus: 'available',
          owner: 'DEMO',
          lot: null,
          overPercent: 0,
          underPercent: 0,
          isNew: true,
        },
      ],
    },
  });
});
