import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { KnownOutboundOrder } from '#shared/orders/known-outbound-order.ts';
import { lockFirst } from '../platform/db/locking.ts';
import { openWorkOfOrder } from '../platform/facts/cancel-released.queries.ts';
import { countsOf } from '../platform/facts/outbound-counts.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  everReleased,
  knownOutboundOrderRow,
  linesOfOutboundOrder,
  sharedShipmentsOf,
} from './outbound-order.queries.ts';

/**
 * An outbound order as it is, its row locked; null where there is none. Its work is locked before its lines are read: who
 * picks counts on them, and what was picked meanwhile is seen.
 */
export async function knownOutboundOrder(trx: AppTrx, orderKey: string): Promise<KnownOutboundOrder | null> {
  const order = await trx.one(knownOutboundOrderRow.lock[trx.dialect], { orderKey });
  if (!order) return null;
  await lockFirst(trx, openWorkOfOrder, { orderKey });
  const lines = await trx.all(linesOfOutboundOrder, { orderKey });
  const released = new Set((await trx.all(everReleased, { orderKey })).map((row) => row.line_number));
  const shared = released.size === 0 ? [] : await trx.all(sharedShipmentsOf, { orderKey });
  const { holdCodes: sent } = JSON.parse(order.document) as { readonly holdCodes?: readonly string[] | null };
  return {
    warehouse: order.warehouse,
    status: order.status,
    holdCodes: JSON.parse(order.hold_codes) as string[],
    sentHoldCodes: sent ?? [],
    consignee: order.consignee,
    carrier: order.carrier,
    sharedShipments: shared.map(({ shipment }) => shipment),
    lines: lines.map((line) => ({
      lineNumber: line.line_number,
      item: itemNumberOf(line.item_key),
      unit: line.unit,
      inventoryStatus: line.inventory_status,
      owner: line.owner,
      lot: line.lot,
      serial: line.serial,
      sellableDays: line.sellable_days,
      ...countsOf(line),
      wasReleased: released.has(line.line_number),
    })),
  };
}
