import { randomUUID } from 'node:crypto';
import { tokenHash } from '../../api/platform/auth.ts';
import type { TestApp } from './app.ts';

/** An item as tests describe it; everything has a harmless default. */
export interface TestItem {
  readonly number: string;
  readonly baseUnit?: string;
  readonly decimals?: number;
  readonly lot?: boolean;
  readonly serial?: boolean;
  readonly expiry?: boolean;
  readonly unitCost?: number;
  readonly units?: readonly { readonly unit: string; readonly numerator: number; readonly denominator: number }[];
  /** What else the message says: weight, dimensions, category … */
  readonly extra?: object;
}

export interface TestLine {
  readonly lineNumber: number;
  readonly item: string;
  readonly quantity: number;
  readonly unit?: string;
  readonly over?: number;
  readonly under?: number;
  readonly lot?: string;
  readonly inventoryStatus?: string;
}

export interface TestOrder {
  readonly orderNumber: string;
  readonly warehouse?: string;
  readonly sourceSystem?: string;
  readonly lines: readonly TestLine[];
}

/** Puts items into the master data of a source system, as its ERP would. */
export async function haveItems(app: TestApp, items: readonly TestItem[], sourceSystem = 'DEMO'): Promise<void> {
  const messages = items.map((item) => ({
    messageId: randomUUID(),
    type: 'item',
    operation: 'upsert',
    item: {
      number: item.number,
      description: `Item ${item.number}`,
      baseUnit: item.baseUnit ?? 'pcs',
      decimals: item.decimals ?? 0,
      units: item.units ?? [],
      tracking: { lot: item.lot ?? false, serial: item.serial ?? false, expiry: item.expiry ?? false },
      ...(item.unitCost !== undefined && { unitCost: item.unitCost }),
      ...item.extra,
    },
  }));
  await accepted(app, messages, sourceSystem);
}

/** Makes orders to receive, as an ERP would. */
export async function haveOrders(app: TestApp, orders: readonly TestOrder[]): Promise<void> {
  for (const [sourceSystem, ofSystem] of Map.groupBy(orders, (order) => order.sourceSystem ?? 'DEMO')) {
    const messages = ofSystem.map((order) => ({
      messageId: randomUUID(),
      type: 'inbound-shipment-order',
      operation: 'upsert',
      order: {
        orderNumber: order.orderNumber,
        warehouse: order.warehouse ?? 'EAST',
        orderType: 'Purchase order',
        lines: order.lines.map((line) => ({
          lineNumber: line.lineNumber,
          item: line.item,
          quantity: line.quantity,
          unit: line.unit ?? 'pcs',
          overDeliveryPercent: line.over ?? 0,
          underDeliveryPercent: line.under ?? 0,
          ...(line.lot !== undefined && { lot: line.lot }),
          ...(line.inventoryStatus !== undefined && { inventoryStatus: line.inventoryStatus }),
        })),
      },
    }));
    await accepted(app, messages, sourceSystem);
  }
}

/** The ERP takes an order back. */
export async function cancelOrder(app: TestApp, orderNumber: string): Promise<void> {
  const order = { orderNumber, warehouse: 'EAST' };
  const message = { messageId: randomUUID(), type: 'inbound-shipment-order', operation: 'cancel', order };
  await accepted(app, [message], 'DEMO');
}

/** A second ERP of the same warehouse, with a key of its own. */
export async function haveSourceSystem(app: TestApp, code: string): Promise<void> {
  await app.services.store.write(async (trx) => {
    const lists = { warehouses: JSON.stringify(['EAST', 'WEST']), owners: JSON.stringify([code]) };
    const system = { code, name: code, settings: '{}', ...lists, version: 1 };
    await trx.k.insertInto('source_system').values(system).execute();
    const scopes = JSON.stringify(['erp']);
    const key = { id: `key-${code}`, hash: tokenHash(keyOf(code)), name: code, source_system: code, scopes };
    await trx.k
      .insertInto('api_key')
      .values({ ...key, created_at: trx.now })
      .execute();
  });
}

export function keyOf(sourceSystem: string): string {
  return sourceSystem === 'DEMO' ? 'demo-erp-key' : `key-of-${sourceSystem}`;
}

async function accepted(app: TestApp, messages: readonly { messageId: string }[], sourceSystem: string): Promise<void> {
  const as = keyOf(sourceSystem);
  const sent = await app.call('POST', '/api/erp/messages', { as, body: messages });
  if (sent.status !== 202) throw new Error(`the messages were answered ${sent.status}: ${JSON.stringify(sent.body)}`);
  for (const { messageId } of messages) {
    for (;;) {
      const { body } = await app.call('GET', `/api/erp/messages/${messageId}`, { as });
      if (body.status === 'accepted') break;
      if (body.status !== 'received') throw new Error(`a message is ${body.status}: ${JSON.stringify(body.errors)}`);
      await new Promise((next) => setTimeout(next, 2));
    }
  }
}
