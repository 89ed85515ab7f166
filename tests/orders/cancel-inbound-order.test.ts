import { expect, test } from 'vitest';
import { decideCancelInboundOrder } from '#shared/orders/cancel-inbound-order.ts';
import type { InboundOrderStatus } from '#shared/orders/inbound-order.machine.ts';
import type { KnownLine } from '#shared/orders/put-inbound-order.ts';

function line(
  lineNumber: number,
  registeredBase: number,
  receivedBase: number,
  status: KnownLine['status'],
): KnownLine {
  const dimensions = { inventoryStatus: 'available', owner: 'DEMO', lot: null };
  return {
    lineNumber,
    item: 'A1',
    unit: 'pcs',
    quantityBase: 10,
    underPercent: 0,
    ...dimensions,
    registeredBase,
    receivedBase,
    status,
  };
}

function cancel(status: InboundOrderStatus, lines: readonly KnownLine[], warehouse?: string) {
  return decideCancelInboundOrder(
    { sourceSystem: 'DEMO', messageId: 'm', operation: 'cancel', document: { orderNumber: 'PO-1', warehouse } },
    { known: { warehouse: 'EAST', status, lines }, supersedesEarlier: false },
  );
}

test.each<[what: string, status: InboundOrderStatus, lines: KnownLine[], becomes: string | null, lines: string]>([
  ['nothing has come', 'open', [line(1, 0, 0, 'open')], 'cancelled', '1:cancelled'],
  [
    'something is at the dock',
    'open',
    [line(1, 3, 0, 'open'), line(2, 0, 0, 'open')],
    'closed_short',
    '1:closed 2:cancelled',
  ],
  ['something was reported', 'partially_received', [line(1, 3, 3, 'open')], 'closed_short', '1:closed'],
  [
    'one line is complete, one open',
    'partially_received',
    [line(1, 10, 10, 'received'), line(2, 0, 0, 'open')],
    'closed_short',
    '2:cancelled',
  ],
  ['all has come', 'received', [line(1, 10, 10, 'received')], null, ''],
  ['it is cancelled already', 'cancelled', [line(1, 0, 0, 'cancelled')], null, ''],
  ['it is closed short already', 'closed_short', [line(1, 3, 3, 'closed')], null, ''],
])('an order is cancelled after %s', (_, status, lines, becomes, lineStatuses) => {
  const verdict = cancel(status, lines, 'EAST');
  expect(verdict.outcome).toBe('accepted');
  if (verdict.outcome !== 'accepted') return;
  expect(verdict.plan.status).toBe(becomes);
  expect(verdict.plan.lines.map((each) => `${each.lineNumber}:${each.status}`).join(' ')).toBe(lineStatuses);
});

test('the warehouse may be left out, but not be another', () => {
  expect(cancel('open', []).outcome).toBe('accepted');
  expect(cancel('open', [], 'WEST')).toMatchObject({
    errors: [{ pointer: '/order/warehouse', code: 'order.warehouse_differs' }],
  });
});

test.each<[what: string, supersedesEarlier: boolean, outcome: string]>([
  ['that nobody ever sent is not known', false, 'faulty'],
  ['whose message failed before is cancelled with it', true, 'accepted'],
])('an order %s', (_, supersedesEarlier, outcome) => {
  const document = { orderNumber: 'PO-1', warehouse: 'EAST' };
  const message = { sourceSystem: 'DEMO', messageId: 'm', operation: 'cancel', document } as const;
  expect(decideCancelInboundOrder(message, { known: null, supersedesEarlier }).outcome).toBe(outcome);
});
