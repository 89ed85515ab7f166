import { invariant } from '#shared/kernel/invariant.ts';
import type { LoadableLine } from '#shared/receiving/create-load.ts';
import type { ReceivingOrder } from '#shared/receiving/facts.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { linesToLoad, ordersWithNumber } from './load-commands.queries.ts';

export interface LoadableOrders {
  readonly orders: readonly ReceivingOrder[];
  readonly lines: readonly LoadableLine[];
}

/** Orders by their numbers with all their lines, locked: what a load is to bring of them is about to change. */
export async function lockLoadableOrders(
  trx: AppTrx,
  numbers: Iterable<string>,
  sourceSystem: string | undefined,
): Promise<LoadableOrders> {
  const orders: ReceivingOrder[] = [];
  for (const order of [...new Set(numbers)].sort()) {
    const rows = await trx.all(ordersWithNumber.lock[trx.dialect], { order });
    for (const row of rows) {
      if ((sourceSystem ?? row.source_system) !== row.source_system) continue;
      const { order_key: key, order_number: number, source_system, warehouse, status } = row;
      orders.push({ key, number, sourceSystem: source_system, warehouse, status, openLoads: [] });
    }
  }
  const rows = [];
  for (const { key } of orders) rows.push(...(await trx.all(linesToLoad, { orderKey: key })));
  const items = new Map(
    (await itemsByKey(trx, new Set(rows.map((row) => row.item_key)))).map((each) => [each.key, each]),
  );
  const lines = rows.map((row): LoadableLine => {
    const stockItem = items.get(row.item_key);
    invariant(stockItem, `line ${row.line_number} of ${row.order_key} has an item`);
    return {
      order: row.order_key,
      line: row.line_number,
      item: row.item_key,
      orderedBase: row.quantity_base,
      overPercent: Number(row.over_percent),
      underPercent: Number(row.under_percent),
      inventoryStatus: row.inventory_status,
      owner: row.owner,
      lot: row.lot,
      status: row.status,
      registeredBase: row.registered_base,
      receivedBase: row.received_base,
      onOtherLoadsBase: row.on_loads_base,
      stockItem,
    };
  });
  return { orders, lines };
}
