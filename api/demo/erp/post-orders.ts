import type { WarehouseHttp } from './http.ts';

/** What somebody on the floor is to do: goods come in by one order and go out by another. */
export interface Errand {
  readonly purchase: string;
  readonly sales: string;
}

/** Flours: nothing about them is tracked, so that workers need no dates. */
const items = ['A0001', 'A0002', 'A0003', 'A0004', 'A0005', 'A0006'];

/** Posts purchase orders; answers their numbers when the warehouse has carried them out. */
export async function postPurchases(warehouse: WarehouseHttp, key: string, count: number): Promise<string[]> {
  const stamp = Date.now().toString(36).toUpperCase();
  const numbers = Array.from({ length: count }, (_, index) => `PO-${stamp}-${index + 1}`);
  for (const [index, orderNumber] of numbers.entries()) {
    const lines = [
      line(1, itemAt(index), 10, 'pcs', { overDeliveryPercent: 10, underDeliveryPercent: 10 }),
      line(2, itemAt(index + 1), 2, 'case'),
    ];
    await post(warehouse, key, 'inbound-shipment-order', {
      orderNumber,
      warehouse: 'EAST',
      orderType: 'Purchase order',
      plannedReceiptStart: new Date().toISOString(),
      consigner: { account: 'S-77', name: 'Northern Mills' },
      lines,
    });
  }
  return numbers;
}

/** The same for orders to ship: each wants what a purchase brings, and a little of another item. */
export async function postSales(warehouse: WarehouseHttp, key: string, count: number): Promise<string[]> {
  const stamp = Date.now().toString(36).toUpperCase();
  const numbers = Array.from({ length: count }, (_, index) => `SO-${stamp}-${index + 1}`);
  for (const [index, orderNumber] of numbers.entries()) {
    const lines = [
      line(1, itemAt(index), 7, 'pcs'),
      line(2, itemAt(index + 1), 1, 'case'),
      line(3, itemAt(index + 2), 3, 'pcs'),
    ];
    await post(warehouse, key, 'outbound-shipment-order', {
      orderNumber,
      warehouse: 'EAST',
      consignee: { account: 'C-9', name: 'Corner Bakery', address: { city: 'Berlin', country: 'DE' } },
      carrier: 'DHL',
      language: 'de',
      lines,
    });
  }
  return numbers;
}

function itemAt(index: number): string {
  return items[index % items.length] ?? '';
}

function line(lineNumber: number, item: string, quantity: number, unit: string, more: object = {}) {
  return { lineNumber, item, quantity, unit, ...more };
}

interface Order {
  readonly orderNumber: string;
  readonly lines: readonly { readonly item: string; readonly quantity: number; readonly unit: string }[];
  readonly [member: string]: unknown;
}

async function post(warehouse: WarehouseHttp, key: string, type: string, order: Order): Promise<void> {
  const messageId = `erp-${order.orderNumber}`;
  await warehouse.post('/api/erp/messages', key, { messageId, type, operation: 'upsert', order });
  const wanted = order.lines.map(({ item, quantity, unit }) => `${quantity} ${unit} of ${item}`).join(', ');
  console.log(`posted ${order.orderNumber}: ${wanted} → ${await statusOf(warehouse, key, messageId)}`);
}

async function statusOf(warehouse: WarehouseHttp, key: string, messageId: string): Promise<string> {
  return (await warehouse.get<{ status: string }>(`/api/erp/messages/${messageId}?wait=10`, key)).status;
}
