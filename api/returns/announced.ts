import type { AnnouncedLine, AnnouncedReturn } from '#shared/returns/announced.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst } from '../platform/db/locking.ts';
import { type InboundLine, inboundLinesOf } from '../platform/facts/inbound-lines.queries.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { saidIn } from '../platform/said-in.ts';
import type { AppTrx } from '../platform/store.ts';
import { inboundNumbered, kindOfParty } from './announced.queries.ts';

/** An order that the ERP announced goods with that come back, and what a receipt says of it besides. */
export interface AnnouncedOrder extends AnnouncedReturn {
  readonly document: string;
  readonly lines: readonly (AnnouncedLine & {
    readonly underPercent: number;
    readonly receivedBase: number;
    readonly unit: string;
    readonly unitQuantity: number;
    readonly document: string;
  })[];
}

type Asked = Pick<RegisterBody, 'order' | 'sourceSystem'>;

/** The orders that the ERP announces a return with under this number, locked; none where no number was named. */
export async function announcedReturns(trx: AppTrx, asked: Asked): Promise<AnnouncedOrder[]> {
  if (asked.order !== undefined) await lockFirst(trx, inboundNumbered, { order: asked.order });
  return readAnnounced(trx, asked);
}

/** The same for who only looks. */
export async function readAnnounced(read: Runner, { order, sourceSystem }: Asked): Promise<AnnouncedOrder[]> {
  if (order === undefined) return [];
  const rows = await read.all(inboundNumbered.read, { order });
  const orders: AnnouncedOrder[] = [];
  for (const row of rows.filter((each) => (sourceSystem ?? each.source_system) === each.source_system)) {
    const { order_key: key, order_number: number, warehouse, status, order_type: orderType, document } = row;
    orders.push({
      ...{ key, number, sourceSystem: row.source_system, warehouse, status, orderType, document },
      isReturn: await isReturn(read, row),
      lines: (await read.all(inboundLinesOf, { orderKey: key })).map(lineOf),
    });
  }
  return orders;
}

/** As the source system types its returns; else a customer is to send it. */
async function isReturn(
  read: Runner,
  {
    order_type: type,
    source_system: sourceSystem,
    document,
  }: Record<'order_type' | 'source_system' | 'document', string>,
): Promise<boolean> {
  const { returnOrderType } = await settingsOf(read, sourceSystem);
  if (type.trim().toLowerCase() === returnOrderType.trim().toLowerCase()) return true;
  const { account = '' } = (saidIn(document).consigner ?? {}) as { readonly account?: string };
  return (await read.one(kindOfParty, { sourceSystem, account }))?.kind === 'customer';
}

function lineOf(row: InboundLine): AnnouncedOrder['lines'][number] {
  return {
    ...{ line: row.line_number, item: row.item_key, lot: row.lot, status: row.status, owner: row.owner },
    orderedBase: row.quantity_base,
    overPercent: Number(row.over_percent),
    underPercent: Number(row.under_percent),
    registeredBase: row.registered_base,
    receivedBase: row.received_base,
    unit: row.unit,
    unitQuantity: Number(row.quantity),
    document: row.document,
  };
}
