import { type Kysely, sql } from 'kysely';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { ReceivingLine, ReceivingOrder } from '#shared/receiving/facts.ts';
import { manualOrderType } from '#shared/receiving/manual-receipt.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import type { Database } from '../platform/db/schema.ts';
import { type ParameterOf, statement } from '../platform/db/statement.ts';
import { isPlanned, ordersOnLoad } from '../platform/facts/loads.queries.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import type { AppTrx } from '../platform/store.ts';

interface Asked {
  readonly order: string;
  readonly load: string;
  readonly line: number;
  readonly item: string;
  readonly unit: string;
}

const ordersWithNumber = lockingStatement<{ order: string }>()((k, p) =>
  k.selectFrom('inbound_order').select('order_key').where('order_number', '=', p('order')).orderBy('order_key'),
);

/**
 * Orders with the item of that number in their own source system, its unit asked for, and the lines in question: one
 * question instead of six, for the most frequent command. What is not there is null in its columns.
 */
function linesInQuestion(k: Kysely<Database>, p: ParameterOf<Asked>, by: 'order' | 'load', lines: 'line' | 'item') {
  return k
    .selectFrom('inbound_order as o')
    .leftJoin('item as i', (join) => join.on('i.item_key', '=', sql<string>`o.source_system || ':' || ${p('item')}`))
    .leftJoin('inbound_order_line as l', (join) => {
      const ofOrder = join.onRef('l.order_key', '=', 'o.order_key');
      return lines === 'line'
        ? ofOrder.on('l.line_number', '=', p('line'))
        : ofOrder.onRef('l.item_key', '=', 'i.item_key');
    })
    .leftJoin('item_unit as u', (join) => join.onRef('u.item_key', '=', 'i.item_key').on('u.unit', '=', p('unit')))
    .select([
      'o.order_key',
      'o.order_number',
      'o.source_system',
      'o.warehouse',
      'o.status as order_status',
      'o.order_type',
      'o.message_id',
      'l.line_number',
      'l.item_key as line_item',
      'l.quantity_base',
      'l.over_percent',
      'l.under_percent',
      'l.inventory_status',
      'l.owner',
      'l.lot',
      'l.status as line_status',
      'l.registered_base',
      'l.received_base',
      'l.cross_dock_source',
      'i.item_key',
      'i.number',
      'i.base_unit',
      'i.decimals',
      'i.lot_tracked',
      'i.serial_tracked',
      'i.expiry_tracked',
      'u.unit',
      'u.numerator',
      'u.denominator',
    ])
    .select([openLoads, settings])
    .where((eb) =>
      by === 'order'
        ? eb('o.order_number', '=', p('order'))
        : eb('o.order_key', 'in', (sub) =>
            sub.selectFrom('inbound_shipment').select('order_key').where('load_number', '=', p('load')),
          ),
    );
}

/** What the source system decides for itself: with the order's own row, for the most frequent command of all. */
const settings = sql<string | null>`(select x.settings from source_system x where x.code = o.source_system)`.as(
  'settings',
);

/** No text that a client sends holds it. */
const separator = '\u001f';

/**
 * Of the open loads of the order the first and the last, which are the same one but for an order that is on several, and
 * who made it. One question for the three of them, because it is part of the most frequent one of all.
 */
const openLoads = sql<
  string | null
>`(select min(s.load_number) || ${sql.lit(separator)} || max(s.load_number) || ${sql.lit(separator)} || max(d.made_by)
  from inbound_shipment s join inbound_load d on d.load_number = s.load_number
  where s.order_key = o.order_key and d.status = 'open')`.as('open_loads');

const questions = {
  order: {
    line: statement<Asked>()((k, p) => linesInQuestion(k, p, 'order', 'line')),
    item: statement<Asked>()((k, p) => linesInQuestion(k, p, 'order', 'item')),
  },
  load: {
    line: statement<Asked>()((k, p) => linesInQuestion(k, p, 'load', 'line')),
    item: statement<Asked>()((k, p) => linesInQuestion(k, p, 'load', 'item')),
  },
};

export interface WhatIsAsked {
  readonly order?: string | undefined;
  readonly load?: string | undefined;
  readonly line?: number | undefined;
  readonly sourceSystem?: string | undefined;
  readonly item: string;
  readonly unit: string;
}

export interface OrderLines {
  readonly orders: readonly ReceivingOrder[];
  readonly lines: readonly ReceivingLine[];
  /** The item with no other unit than the one asked for. */
  readonly item: StockItem | null;
}

/** The orders that a registration can mean, their lines in question, and the item. Without an order: those on the load. */
export async function orderLines(read: Runner, asked: WhatIsAsked): Promise<OrderLines> {
  const { order = '', load = '', line = 0, item, unit, sourceSystem } = asked;
  const by = questions[asked.order === undefined ? 'load' : 'order'];
  const question = by[asked.line === undefined ? 'item' : 'line'];
  const rows = await read.all(question, { order, load, line, item, unit });
  const meant = sourceSystem === undefined ? rows : rows.filter((row) => row.source_system === sourceSystem);
  return orderLinesOf(meant.length > 1 ? meant.sort(byOrderAndLine) : meant);
}

/** The same, the orders locked until the transaction ends: goods are about to be registered on them. */
export async function lockOrderLines(trx: AppTrx, asked: WhatIsAsked): Promise<OrderLines> {
  if (asked.order === undefined) await lockFirst(trx, ordersOnLoad, { load: asked.load ?? '' });
  else await lockFirst(trx, ordersWithNumber, { order: asked.order });
  return orderLines(trx, asked);
}

/** Sorted here, since there is mostly one row and a sorting query costs a third more. */
function byOrderAndLine(a: Row, b: Row): number {
  if (a.order_key !== b.order_key) return a.order_key < b.order_key ? -1 : 1;
  return (a.line_number ?? 0) - (b.line_number ?? 0);
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

/** Only for the compiler: what the question answers. */
async function rowOf(read: Runner) {
  return read.one(questions.order.line, { order: '', load: '', line: 0, item: '', unit: '' });
}

function orderLinesOf(rows: readonly Row[]): OrderLines {
  const orders = new Map<string, ReceivingOrder>();
  const lines: ReceivingLine[] = [];
  for (const row of rows) {
    if (!orders.has(row.order_key)) orders.set(row.order_key, orderOf(row));
    const line = lineOf(row);
    if (line) lines.push(line);
  }
  return { orders: [...orders.values()], lines, item: itemOf(rows.find((row) => row.item_key !== null)) };
}

function orderOf(row: Row): ReceivingOrder {
  const [first, last, madeBy = null] = row.open_loads?.split(separator) ?? [];
  return {
    key: row.order_key,
    number: row.order_number,
    sourceSystem: row.source_system,
    warehouse: row.warehouse,
    status: row.order_status,
    openLoads: [...new Set([first, last])].filter((load) => load !== undefined),
    isLoadPlanned: isPlanned(madeBy),
    isManual: row.message_id === null && row.order_type === manualOrderType,
    settings: settingsFrom(row.settings ?? '{}'),
  };
}

function lineOf(row: Row): ReceivingLine | null {
  if (row.line_number === null || row.line_item === null) return null;
  return {
    order: row.order_key,
    line: row.line_number,
    item: row.line_item,
    orderedBase: row.quantity_base ?? 0,
    overPercent: Number(row.over_percent),
    underPercent: Number(row.under_percent),
    inventoryStatus: row.inventory_status ?? '',
    owner: row.owner ?? '',
    lot: row.lot,
    status: row.line_status ?? '',
    registeredBase: row.registered_base ?? 0,
    receivedBase: row.received_base ?? 0,
    ...(row.cross_dock_source !== null && { isTagged: true }),
  };
}

function itemOf(row: Row | undefined): StockItem | null {
  if (!row || row.item_key === null) return null;
  const { unit, numerator, denominator } = row;
  const hasUnit = unit !== null && numerator !== null && denominator !== null;
  return {
    key: row.item_key,
    number: row.number ?? '',
    sourceSystem: row.source_system,
    baseUnit: row.base_unit ?? '',
    decimals: row.decimals ?? 0,
    isLotTracked: row.lot_tracked === 1,
    isSerialTracked: row.serial_tracked === 1,
    isExpiryTracked: row.expiry_tracked === 1,
    units: hasUnit ? [{ unit, numerator, denominator }] : [],
  };
}
