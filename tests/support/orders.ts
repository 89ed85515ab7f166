import { byPercent } from '#shared/kernel/quantity.ts';
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
}

export interface TestLine {
  readonly lineNumber: number;
  readonly item: string;
  /** In base units of an item without decimals. */
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

/** Puts items into the master data of a source system. */
export async function haveItems(app: TestApp, items: readonly TestItem[], sourceSystem = 'DEMO'): Promise<void> {
  await app.services.store.write(async (trx) => {
    for (const item of items) {
      const key = `${sourceSystem}:${item.number}`;
      await trx.k
        .insertInto('item')
        .values({
          item_key: key,
          source_system: sourceSystem,
          number: item.number,
          description: `Item ${item.number}`,
          base_unit: item.baseUnit ?? 'pcs',
          decimals: item.decimals ?? 0,
          lot_tracked: item.lot ? 1 : 0,
          serial_tracked: item.serial ? 1 : 0,
          expiry_tracked: item.expiry ? 1 : 0,
          unit_cost: item.unitCost === undefined ? null : String(item.unitCost),
          status: 'active',
          document: '{}',
          version: 1,
          changed_at: trx.now,
        })
        .execute();
      for (const unit of item.units ?? []) {
        await trx.k
          .insertInto('item_unit')
          .values({ item_key: key, ...unit })
          .execute();
      }
    }
  });
}

/** Makes orders to receive. */
export async function haveOrders(app: TestApp, orders: readonly TestOrder[]): Promise<void> {
  await app.services.store.write(async (trx) => {
    for (const order of orders) {
      const sourceSystem = order.sourceSystem ?? 'DEMO';
      const key = `${sourceSystem}:${order.orderNumber}`;
      await trx.k
        .insertInto('inbound_order')
        .values({
          order_key: key,
          source_system: sourceSystem,
          order_number: order.orderNumber,
          warehouse: order.warehouse ?? 'EAST',
          order_type: 'Purchase order',
          status: 'open',
          document: '{}',
          created_at: trx.now,
          changed_at: trx.now,
          version: 1,
        })
        .execute();
      for (const line of order.lines) {
        await trx.k
          .insertInto('inbound_order_line')
          .values({
            order_key: key,
            line_number: line.lineNumber,
            item_key: `${sourceSystem}:${line.item}`,
            unit: line.unit ?? 'pcs',
            quantity: String(line.quantity),
            quantity_base: byPercent(line.quantity, 0),
            over_percent: String(line.over ?? 0),
            under_percent: String(line.under ?? 0),
            inventory_status: line.inventoryStatus ?? 'available',
            owner: sourceSystem,
            lot: line.lot ?? null,
            status: 'open',
            document: '{}',
          })
          .execute();
      }
    }
  });
}
