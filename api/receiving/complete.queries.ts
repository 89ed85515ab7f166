import { sql } from 'kysely';
import type { CompletingLine, CompletingLoad } from '#shared/receiving/complete.ts';
import type { ReceivingOrder } from '#shared/receiving/facts.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { isPlanned } from '../platform/facts/loads.queries.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import type { AppTrx } from '../platform/store.ts';

interface Asked {
  readonly order: string;
  readonly load: string;
}

/** The orders that are meant: those with the number, or those on the load. The other name is empty. */
const ordersMeant = lockingStatement<Asked>('o')((k, p) =>
  k
    .selectFrom('inbound_order as o')
    .innerJoin('source_system as x', 'x.code', 'o.source_system')
    .select(['o.order_key', 'o.order_number', 'o.source_system', 'o.warehouse', 'o.status', 'o.document', 'x.settings'])
    .where((eb) =>
      eb.or([
        eb('o.order_number', '=', p('order')),
        eb('o.order_key', 'in', (sub) =>
          sub.selectFrom('inbound_shipment').select('order_key').where('load_number', '=', p('load')),
        ),
      ]),
    )
    .orderBy('o.order_key'),
);

const openLoadsOf = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
    .select('s.load_number')
    .where('s.order_key', '=', p('orderKey'))
    .where('d.status', '=', 'open')
    .orderBy('d.created_at')
    .orderBy('s.load_number'),
);

const loadToComplete = lockingStatement<{ load: string }>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select(['load_number as number', 'warehouse', 'status', 'made_by'])
    .where('load_number', '=', p('load')),
);

const ordersOnLoad = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_order as o', 'o.order_key', 's.order_key')
    .select('o.order_number')
    .where('s.load_number', '=', p('load'))
    .orderBy('o.order_number'),
);

/**
 * Lines that can still be received or have something on the load, with what it was to bring, what is registered there,
 * on a receipt or not, and what other open loads are still to bring.
 */
const linesToComplete = statement<{ orderKey: string; load: string }>()((k, p) =>
  k
    .selectFrom('inbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .leftJoin('inbound_load_line as d', (join) =>
      join
        .onRef('d.order_key', '=', 'l.order_key')
        .onRef('d.line_number', '=', 'l.line_number')
        .on('d.load_number', '=', p('load')),
    )
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('registration')
          .select((r) => ['line_number', r.fn.sum<number>('quantity_base').as('unreported_base')])
          .where('load_number', '=', p('load'))
          .where('order_key', '=', p('orderKey'))
          .where('status', '=', 'active')
          .where('document_number', 'is', null)
          .groupBy('line_number')
          .as('r'),
      (join) => join.onRef('r.line_number', '=', 'l.line_number'),
    )
    .selectAll('l')
    .select(['i.number', 'i.base_unit', 'i.decimals', 'd.expected_base'])
    .select(sql<number>`coalesce(d.registered_base, 0)`.as('all_on_load_base'))
    .select(sql<number>`cast(coalesce(r.unreported_base, 0) as bigint)`.as('on_load_base'))
    .select(
      sql<number>`cast((select coalesce(sum(case when n.expected_base > n.registered_base
          then n.expected_base - n.registered_base else 0 end), 0)
        from inbound_load_line n join inbound_load e on e.load_number = n.load_number
        where n.order_key = l.order_key and n.line_number = l.line_number and n.load_number <> ${p('load')}
          and e.status = 'open' and e.made_by in ('notice', 'message', 'hand')) as bigint)`.as('elsewhere_base'),
    )
    .where('l.order_key', '=', p('orderKey'))
    .where((eb) => eb.or([eb('l.status', '=', 'open'), eb('r.unreported_base', '>', 0)]))
    .orderBy('l.line_number'),
);

/** An order with what its ERP wrote of it. */
export interface CompletingOrder extends ReceivingOrder {
  readonly document: string;
}

export async function lockOrdersMeant(trx: AppTrx, asked: Asked): Promise<CompletingOrder[]> {
  await lockFirst(trx, ordersMeant, asked);
  const rows = await trx.all(ordersMeant.read, asked);
  const orders: CompletingOrder[] = [];
  for (const row of rows) {
    const loads = await trx.all(openLoadsOf, { orderKey: row.order_key });
    orders.push({
      key: row.order_key,
      number: row.order_number,
      sourceSystem: row.source_system,
      warehouse: row.warehouse,
      status: row.status,
      openLoads: loads.map((load) => load.load_number),
      settings: settingsFrom(row.settings),
      document: row.document,
    });
  }
  return orders;
}

export async function lockLoad(trx: AppTrx, load: string): Promise<CompletingLoad | null> {
  const row = await trx.one(loadToComplete.lock[trx.dialect], { load });
  if (!row) return null;
  const { made_by: madeBy, ...found } = row;
  const orders = await trx.all(ordersOnLoad, { load });
  return {
    ...found,
    orders: orders.map((order) => order.order_number),
    isPlanned: isPlanned(madeBy),
    isMadeByItself: madeBy !== 'hand' && madeBy !== 'notice',
  };
}

/** A line of the order, with what the receipt says of it in the words of the ERP. */
export interface CompletingLineRow extends CompletingLine {
  readonly orderedUnit: string;
  readonly orderedUnitQuantity: number;
  readonly document: string;
}

export async function linesOnLoad(
  read: Runner,
  orderKey: string,
  { number: load, isPlanned }: CompletingLoad,
): Promise<CompletingLineRow[]> {
  const rows = await read.all(linesToComplete, { orderKey, load });
  return rows.map((row) => ({
    order: row.order_key,
    line: row.line_number,
    item: row.item_key,
    itemNumber: row.number,
    baseUnit: row.base_unit,
    decimals: row.decimals,
    orderedBase: row.quantity_base,
    orderedUnit: row.unit,
    orderedUnitQuantity: Number(row.quantity),
    overPercent: Number(row.over_percent),
    underPercent: Number(row.under_percent),
    inventoryStatus: row.inventory_status,
    owner: row.owner,
    lot: row.lot,
    status: row.status,
    registeredBase: row.registered_base,
    receivedBase: row.received_base,
    onLoadBase: row.on_load_base,
    // What receipts of this load told of already is not expected once more.
    ...(isPlanned && { plannedBase: Math.max(0, (row.expected_base ?? 0) - row.all_on_load_base + row.on_load_base) }),
    elsewhereBase: row.elsewhere_base,
    document: row.document,
  }));
}

/** Whether receipts tell of some of a load. */
export const receiptOfLoad = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('registration')
    .select('id')
    .where('load_number', '=', p('load'))
    .where('status', '=', 'active')
    .where('document_number', 'is not', null)
    .limit(1),
);
