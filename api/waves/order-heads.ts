import { isCutoffNear } from '#shared/ledger/urgency.ts';
import type { OrderHead } from '#shared/waves/parts.ts';
import { bySystemFirst } from '../platform/facts/outbound-orders.queries.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { type HeadRow, headsWithNumber, headWithKey, lineLeft, waveInWork } from './order-heads.queries.ts';

/** The orders that numbers mean, without lines and unlocked, for where they are many; and the numbers that mean none. */
export async function headsMeant(
  trx: AppTrx,
  warehouse: string,
  numbers: readonly string[],
  sourceSystem: string | undefined,
): Promise<{ heads: OrderHead[]; unknown: string[] }> {
  const heads: OrderHead[] = [];
  const unknown: string[] = [];
  for (const order of new Set(numbers)) {
    const rows = await trx.all(headsWithNumber, { warehouse, order });
    const named = rows.filter((row) => (sourceSystem ?? row.source_system) === row.source_system);
    const meant = bySystemFirst(named, order).filter((row) => !heads.some(({ key }) => key === row.order_key));
    if (named.length === 0) unknown.push(order);
    for (const row of meant) heads.push(await headOf(trx, row));
  }
  return { heads, unknown };
}

/** The orders with these keys that are still in the warehouse. */
export async function headsWithKeys(trx: AppTrx, warehouse: string, keys: readonly string[]): Promise<OrderHead[]> {
  const heads: OrderHead[] = [];
  for (const orderKey of keys) {
    const row = await trx.one(headWithKey, { warehouse, orderKey });
    if (row) heads.push(await headOf(trx, row));
  }
  return heads;
}

async function headOf(trx: AppTrx, row: HeadRow): Promise<OrderHead> {
  const { order_key: orderKey } = row;
  return {
    key: orderKey,
    number: row.order_number,
    sourceSystem: row.source_system,
    status: row.status,
    priority: row.priority,
    holdCodes: JSON.parse(row.hold_codes) as string[],
    shipBy: row.cutoff_at ?? row.ship_by,
    isCutoffNear: isCutoffNear(row.cutoff_at, trx.now),
    createdAt: row.created_at,
    consignee: row.consignee,
    carrier: row.carrier,
    rules: await settingsOf(trx, row.source_system),
    isLeft: (await trx.one(lineLeft, { orderKey })) !== undefined,
    inWork: (await trx.one(waveInWork, { orderKey }))?.wave ?? null,
  };
}
