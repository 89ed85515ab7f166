import { sql } from 'kysely';
import type { CompletingLine, CompletingLoad } from '#shared/receiving/complete.ts';
import type { ReceivingOrder } from '#shared/receiving/facts.ts';
import type { InboundLoadStatus } from '#shared/receiving/inbound-load.machine.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';
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

/**
 * The shipment that goods came with: the one that their plate was announced on, else the one of their order. One order
 * can come with several shipments, and one shipment be for several orders.
 */
const shipmentOf = (registration: 'r' | 'registration') =>
  sql<string>`coalesce(
    (select e.shipment from expected_plate e where e.license_plate = ${sql.ref(`${registration}.license_plate`)}
      and e.load_number = ${sql.ref(`${registration}.load_number`)}),
    (select s.shipment from inbound_shipment s where s.load_number = ${sql.ref(`${registration}.load_number`)}
      and s.order_key = ${sql.ref(`${registration}.order_key`)}))`;

/**
 * What a load brought and no receipt tells of, one row for each registration, with its shipment and the channel that it
 * goes by.
 */
export const registrationsOn = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('registration as r')
    .innerJoin('coverage as c', 'c.id', 'r.id')
    .select(shipmentOf('r').as('shipment'))
    .select([
      'r.order_key',
      'r.id',
      'r.line_number',
      'r.license_plate',
      'r.location',
      'r.item_key',
      'r.lot',
      'r.serial',
    ])
    .select(['r.inventory_status', 'r.owner', 'r.quantity_base', 'c.channel'])
    .where('r.load_number', '=', p('load'))
    .where('r.status', '=', 'active')
    .where('r.document_number', 'is', null)
    .orderBy('r.order_key')
    .orderBy('r.line_number')
    .orderBy('r.id'),
);

export type RegistrationRow = RowOf<typeof registrationsOn>;

/** Receipts of a load, through a channel, of which no version counts any more, each as its newest version has it. */
export const reversedReceipts = statement<{ load: string; channel: string }>()((k, p) =>
  k
    .selectFrom('shipment_document as s')
    .innerJoin('document as d', 'd.number', 's.document_number')
    .select(['s.document_number', 'd.body'])
    .where('s.load_number', '=', p('load'))
    .where('s.kind', '=', 'shipment-receipt')
    .where('s.channel', '=', p('channel'))
    .where('d.version', '=', (eb) =>
      eb
        .selectFrom('document as n')
        .select((each) => each.fn.max('n.version').as('version'))
        .whereRef('n.number', '=', 's.document_number'),
    )
    .where('d.active', '=', 0)
    .orderBy('s.document_number'),
);

export const documentRegistrations = statement<{
  load: string;
  shipment: string;
  channel: string;
  documentNumber: string;
}>()((k, p) =>
  k
    .updateTable('registration')
    .set({ document_number: p('documentNumber') })
    .where('load_number', '=', p('load'))
    .where('status', '=', 'active')
    .where('document_number', 'is', null)
    .where(shipmentOf('registration'), '=', p('shipment'))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('coverage as c')
          .select('c.id')
          .whereRef('c.id', '=', 'registration.id')
          .where('c.channel', '=', p('channel')),
      ),
    ),
);

export const receiveLine = statement<{ orderKey: string; line: number; receivedBase: number; status: string }>()(
  (k, p) =>
    k
      .updateTable('inbound_order_line')
      .set({ received_base: p('receivedBase'), status: p('status') })
      .where('order_key', '=', p('orderKey'))
      .where('line_number', '=', p('line')),
);

export const setOrderStatus = statement<{ orderKey: string; status: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_order')
    .set((eb) => ({ status: p('status'), changed_at: p('at'), version: eb('version', '+', 1) }))
    .where('order_key', '=', p('orderKey')),
);

/** Answers nothing where the load was not open any more. */
export const endLoad = statement<{ load: string; status: InboundLoadStatus; device: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({
      status: p('status'),
      completed_at: p('at'),
      completed_by_device: p('device'),
      version: eb('version', '+', 1),
    }))
    .where('load_number', '=', p('load'))
    .where('status', '=', 'open')
    .returning('load_number'),
);
