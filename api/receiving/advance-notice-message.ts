import { instantMs } from '#shared/kernel/instant.ts';
import { itemKey, itemNumberOf } from '#shared/ledger/item-key.ts';
import { decideCancelNotice } from '#shared/receiving/cancel-notice.ts';
import {
  faultsOfNotice,
  type NoticeCancellation,
  type NoticeDocument,
  noticeCancellation,
  noticeDocument,
  warningsOfNotice,
} from '#shared/receiving/notice-document.ts';
import { lotKey, type NoticeLineFacts, type NoticeOrder } from '#shared/receiving/notice-line.ts';
import { decidePutNotice, type KnownPlate, type NoticeLoad, type PlateUse } from '#shared/receiving/put-notice.ts';
import { lotFacts } from '../platform/facts/lots.queries.ts';
import { locationsNamedLike } from '../platform/facts/places.queries.ts';
import { reachOf } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { type MessageKind, messageOperation } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  announcedOn,
  loadRow,
  noticedLines,
  noticedOrder,
  noticeRow,
  ordersOnLoad,
  usesOfPlates,
} from './notice.queries.ts';
import { withdrawNotice, writeNotice } from './write-notice.ts';

/** What suppliers announce, as ERPs pass it on: loads with their shipments, plates and lines. */
export const advanceNoticeMessages: MessageKind = {
  type: 'advance-shipping-notice',
  member: 'notice',
  faults: faultsOfNotice,
  warnings: warningsOfNotice,
  laneOf: (document) => `notice:${(document as NoticeDocument).load}`,
  // A load may bring several orders: what came of a notice is told by each of them.
  orderNumberOf: () => null,
  warehouseOf: (document) => (document as NoticeDocument).warehouse,
  upsert: messageOperation({
    document: noticeDocument,
    facts: async (trx, { sourceSystem, document }) => {
      const load = await lockLoadAndOrders(trx, sourceSystem, document);
      return {
        ...(await lineFacts(trx, sourceSystem, document)),
        warehouses: (await reachOf(trx, sourceSystem))?.warehouses ?? [],
        load,
        known: await knownPlates(trx, document.load),
        taken: await takenPlates(trx, document),
        places: await locationsNamedLike(trx, document.warehouse, platesOf(document)),
      };
    },
    decide: decidePutNotice,
    apply: async (trx, { sourceSystem, messageId, document }, plan, _context, { load }) => {
      const shippedAt = (document.shippedAt && instantMs(document.shippedAt)) || trx.now;
      await writeNotice(trx, { sourceSystem, messageId, document, shippedAt }, plan, load);
    },
  }),
  cancel: messageOperation({
    document: noticeCancellation,
    facts: async (trx, { sourceSystem, document }, { supersedesEarlier }) => ({
      load: await lockLoadAndOrders(trx, sourceSystem, document),
      hasNotice: (await trx.one(noticeRow, { load: document.load })) !== undefined,
      known: await knownPlates(trx, document.load),
      supersedesEarlier,
    }),
    decide: decideCancelNotice,
    apply: async (trx, _message, plan, _context, { load, known, hasNotice }) => {
      if (load && hasNotice) await withdrawNotice(trx, load, plan, known);
    },
  }),
};

type Sent = Pick<NoticeDocument | NoticeCancellation, 'load' | 'shipments'>;

/** The load and every order that is, or is to be, on it: nobody registers on them until the notice is written. */
async function lockLoadAndOrders(trx: AppTrx, sourceSystem: string, document: Sent): Promise<NoticeLoad | null> {
  const { load } = document;
  const onLoad = (await trx.all(ordersOnLoad, { load })).map((row) => row.order_key);
  const named = linesOf(document).map(({ orderNumber }) => itemKey(sourceSystem, orderNumber));
  for (const orderKey of [...new Set([...onLoad, ...named])].sort()) {
    await trx.one(noticedOrder.lock[trx.dialect], { orderKey });
  }
  const row = await trx.one(loadRow.lock[trx.dialect], { load });
  if (!row) return null;
  return {
    number: row.load_number,
    warehouse: row.warehouse,
    sourceSystem: row.source_system,
    status: row.status,
    hasGoods: row.has_goods === 1,
  };
}

function linesOf({ shipments }: Pick<Sent, 'shipments'>) {
  return (shipments ?? []).flatMap(({ licensePlates }) => licensePlates.flatMap(({ lines }) => lines ?? []));
}

async function lineFacts(trx: AppTrx, sourceSystem: string, document: NoticeDocument): Promise<NoticeLineFacts> {
  const lines = linesOf(document);
  const orders = new Map<string, NoticeOrder>();
  for (const number of new Set(lines.map(({ orderNumber }) => orderNumber))) {
    const order = await noticeOrder(trx, itemKey(sourceSystem, number));
    if (order) orders.set(number, order);
  }
  const keys = new Set(lines.map(({ item }) => itemKey(sourceSystem, item)));
  const items = new Map((await itemsByKey(trx, keys)).map((item) => [item.number, item]));
  const expiryDates = new Map<string, string>();
  const seen = new Set<string>();
  for (const { item, lot } of lines) {
    const key = lotKey(itemKey(sourceSystem, item), lot ?? '');
    if (!lot || seen.has(key)) continue;
    seen.add(key);
    const { expiryDate } = await lotFacts(trx, itemKey(sourceSystem, item), lot);
    if (expiryDate !== null) expiryDates.set(key, expiryDate);
  }
  return { orders, items, expiryDates };
}

async function noticeOrder(trx: AppTrx, orderKey: string): Promise<NoticeOrder | null> {
  const order = await trx.one(noticedOrder.read, { orderKey });
  if (!order) return null;
  const rows = await trx.all(noticedLines, { orderKey });
  const lines = rows.map((row) => {
    const overPercent = Number(row.over_percent);
    const line = { item: itemNumberOf(row.item_key), lot: row.lot, status: row.status, overPercent };
    return [row.line_number, line] as const;
  });
  return { key: orderKey, warehouse: order.warehouse, status: order.status, lines: new Map(lines) };
}

/** The notice of the load as it was accepted last. */
async function knownPlates(trx: AppTrx, load: string): Promise<KnownPlate[]> {
  const byPlate = Map.groupBy(await trx.all(announcedOn, { load }), (row) => row.license_plate);
  return [...byPlate].flatMap(([licensePlate, rows]) => {
    const [first] = rows;
    if (!first) return [];
    return [{ licensePlate, shipment: first.shipment, parent: first.parent, lines: rows.flatMap(lineOf) }];
  });
}

type AnnouncedRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** Only for the compiler: what the question answers. */
async function rowsOf(trx: AppTrx) {
  return trx.all(announcedOn, { load: '' });
}

function lineOf(row: AnnouncedRow): KnownPlate['lines'] {
  if (row.order_key === null || row.line_number === null || row.item_key === null) return [];
  return [
    {
      order: row.order_key,
      line: row.line_number,
      item: row.item_key,
      unit: row.unit ?? '',
      quantity: Number(row.quantity),
      quantityBase: row.quantity_base ?? 0,
      lot: row.lot,
      expiryDate: row.expiry_date,
      serials: row.serials === null ? null : (JSON.parse(row.serials) as string[]),
      inventoryStatus: row.inventory_status,
      registeredBase: row.registered_base ?? 0,
    },
  ];
}

function platesOf({ shipments }: NoticeDocument): string[] {
  return shipments.flatMap(({ licensePlates }) => licensePlates.map(({ licensePlate }) => licensePlate));
}

async function takenPlates(trx: AppTrx, document: NoticeDocument): Promise<Map<string, PlateUse>> {
  const { standing, announced } = await usesOfPlates(trx, platesOf(document), document.load);
  return new Map<string, PlateUse>([
    ...announced.map((row) => [row.license_plate, { load: row.load_number }] as const),
    ...standing.map((row) => [row.license_plate, { location: row.location }] as const),
  ]);
}
