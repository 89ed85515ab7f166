import type { Found } from '#shared/inventory/look-up.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { documentsOf, expectedOnOrders, orderLinesOf, orderRow } from './look-up.queries.ts';
import { type LookUp, noGoods } from './look-up-common.ts';
import { expectedOf, termsOf } from './look-up-expected.ts';

const linesShown = 200;

/** An order that comes in: each line with how far it has come, and the receipts that tell of it. */
export async function foundOrder({ read, warehouse }: LookUp, orderKey: string): Promise<Found | null> {
  const [order, lines, documents, expected] = await Promise.all([
    orderRow(read, orderKey),
    orderLinesOf(read, orderKey, linesShown),
    documentsOf(read, orderKey),
    expectedOnOrders(read, warehouse, { orderKey }, linesShown),
  ]);
  if (!order) return null;
  return {
    kind: 'order',
    name: order.order_number,
    sourceSystem: order.source_system,
    description: null,
    order: {
      status: order.status,
      ...termsOf(order.document),
      documents,
      lines: lines.map((row) => ({
        line: row.line_number,
        item: row.number,
        description: row.description,
        status: row.status,
        expected: fromBase(row.quantity_base, row.decimals),
        registered: fromBase(row.registered_base, row.decimals),
        received: fromBase(row.received_base, row.decimals),
        unit: row.base_unit,
      })),
    },
    ...noGoods,
    expected: expected.map(expectedOf),
  };
}
