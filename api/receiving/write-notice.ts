import { invariant } from '#shared/kernel/invariant.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { CancelNoticePlan } from '#shared/receiving/cancel-notice.ts';
import type { NoticeDocument } from '#shared/receiving/notice-document.ts';
import {
  isBegun,
  type KnownPlate,
  type NoticeLoad,
  type PlannedPlate,
  type PutNoticePlan,
} from '#shared/receiving/put-notice.ts';
import { expectOnLoad, makeLoad, publishLoad, putShipment } from '../platform/facts/loads.queries.ts';
import { refillOwnLoad } from '../platform/facts/own-loads.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  closeEmptyLoad,
  dropEmptyLoad,
  dropEmptyLoadLines,
  dropEmptyShipments,
  dropExpectedLines,
  dropNotice,
  expectedLines,
  expectedPlates,
  forgetNoticedLines,
  loadMaker,
  noticeOnLoad,
  ordersOnLoad,
  putNotice,
} from './notice.queries.ts';
import { publishExpectedPlates } from './publish-expected-plates.ts';

interface Noticed {
  readonly sourceSystem: string;
  readonly messageId: string;
  readonly document: NoticeDocument;
  readonly shippedAt: number;
}

/**
 * Writes what a notice announces: its load, made where there is none, what that brings of each order, the plates and
 * their lines. Plates of which something is registered are left as they are.
 */
export async function writeNotice(
  trx: AppTrx,
  { sourceSystem, messageId, document, shippedAt }: Noticed,
  plan: PutNoticePlan,
  known: NoticeLoad | null,
): Promise<void> {
  const { load, warehouse, shipments: _, ...header } = document;
  const text = JSON.stringify(header);
  if (known) {
    const { made_by: maker = 'notice' } = (await trx.one(loadMaker, { load })) ?? {};
    const madeBy = maker === 'hand' || maker === 'message' ? maker : 'notice';
    await trx.one(noticeOnLoad, { load, warehouse, madeBy, shippedAt, document: text });
  } else {
    const made = await makeLoad(trx, { load, warehouse, sourceSystem, madeBy: 'notice', shippedAt, document: header });
    invariant(made, `the load ${load} was not there when the facts were read`);
  }
  await trx.one(putNotice, { load, sourceSystem, messageId, document: text, at: trx.now });
  await replacePlates(trx, load, plan);
  const before = (await trx.all(ordersOnLoad, { load })).map((row) => row.order_key);
  // What the notice said before counts no more; what is registered stands on the load's lines all the same.
  await trx.one(forgetNoticedLines, { load });
  for (const { order, shipment } of plan.shipments) await putShipment(trx, { load, orderKey: order, shipment });
  for (const { order, ...line } of plan.loadLines) await expectOnLoad(trx, { load, orderKey: order, ...line });
  await trx.one(dropEmptyLoadLines, { load });
  await trx.all(dropEmptyShipments, { load });
  const anew = plan.plates.filter(({ isKept }) => !isKept);
  const orders = [...new Set([...before, ...plan.shipments.map(({ order }) => order)])];
  for (const orderKey of orders) await refillOwnLoad(trx, orderKey);
  const touched = [...anew.map(({ licensePlate }) => licensePlate), ...plan.removed];
  publishAll(trx, { load, warehouse, plates: touched, orders });
  // Of a load that was closed, devices had forgotten the plates that stay as they were announced, too.
  if (known && known.status !== 'open') await publishExpectedPlates(trx, load, warehouse);
  if (known && known.warehouse !== warehouse) publishGone(trx, load, known.warehouse, touched);
}

/**
 * Takes back what is announced of a load. Where nothing is left and the notice had made the load, that is gone too; one
 * with a history is closed empty.
 */
export async function withdrawNotice(
  trx: AppTrx,
  { number: load, warehouse }: NoticeLoad,
  plan: CancelNoticePlan,
  known: readonly KnownPlate[],
): Promise<void> {
  const orders = (await trx.all(ordersOnLoad, { load })).map((row) => row.order_key);
  await dropPlates(trx, load, plan.removed);
  await trx.one(forgetNoticedLines, { load });
  for (const line of sumsOf(known.filter(isBegun))) await expectOnLoad(trx, { load, ...line });
  await trx.one(dropEmptyLoadLines, { load });
  await trx.all(dropEmptyShipments, { load });
  if (plan.isWhole) {
    await trx.one(dropNotice, { load });
    const maker = (await trx.one(loadMaker, { load }))?.made_by;
    const isGone = maker === 'notice' && (await trx.one(dropEmptyLoad, { load })) !== undefined;
    const isEmpty = maker === 'notice' && (await trx.all(ordersOnLoad, { load })).length === 0;
    if (!isGone && isEmpty) await trx.one(closeEmptyLoad, { load, at: trx.now });
  }
  for (const orderKey of orders) await refillOwnLoad(trx, orderKey);
  publishAll(trx, { load, warehouse, plates: plan.removed, orders });
}

async function replacePlates(trx: AppTrx, load: string, plan: PutNoticePlan): Promise<void> {
  const anew = plan.plates.filter(({ isKept }) => !isKept);
  await dropPlates(trx, load, [...plan.removed, ...anew.map(({ licensePlate }) => licensePlate)]);
  await expectedPlates.insert(
    trx,
    anew.map(({ licensePlate, shipment, parent }) => ({
      license_plate: licensePlate,
      load_number: load,
      shipment,
      parent,
    })),
  );
  await expectedLines.insert(
    trx,
    anew.flatMap((plate) => lineRows(load, plate)),
  );
}

async function dropPlates(trx: AppTrx, load: string, plates: readonly string[]): Promise<void> {
  for (const licensePlate of plates) await trx.one(dropExpectedLines, { load, licensePlate });
  await expectedPlates.remove(
    trx,
    plates.map((licensePlate) => ({ license_plate: licensePlate, load_number: load })),
  );
}

function lineRows(load: string, { licensePlate, lines }: PlannedPlate) {
  return lines.map((line, index) => ({
    license_plate: licensePlate,
    load_number: load,
    position: index + 1,
    order_key: line.order,
    line_number: line.line,
    item_key: line.item,
    unit: line.unit,
    quantity: String(line.quantity),
    quantity_base: line.quantityBase,
    lot: line.lot,
    expiry_date: line.expiryDate,
    serials: line.serials === null ? null : JSON.stringify(line.serials),
    inventory_status: line.inventoryStatus,
  }));
}

/** What plates announce of each order line, together. The over-delivery stays what the load's line has. */
function sumsOf(plates: readonly KnownPlate[]) {
  const ofLine = Map.groupBy(
    plates.flatMap(({ lines }) => lines),
    ({ order, line }) => `${order} ${line}`,
  );
  return [...ofLine.values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const expectedBase = totalBase(lines);
    return [{ orderKey: first.order, line: first.line, expectedBase, overPercent: 0 }];
  });
}

interface Changed {
  readonly load: string;
  readonly warehouse: string;
  readonly plates: readonly string[];
  readonly orders: readonly string[];
}

function publishAll(trx: AppTrx, { load, warehouse, plates, orders }: Changed): void {
  publishLoad(trx, load, warehouse);
  for (const key of plates) {
    trx.publish({ kind: 'thing', thing: 'expectedPlate', key, warehouse, deleted: false });
    // Notes only when a plate was announced anew: whoever scanned it before had seen something else.
    trx.publish({ kind: 'thing', thing: 'announcement', key, warehouse, deleted: true });
  }
  for (const key of orders) trx.publish({ kind: 'thing', thing: 'inboundOrder', key, warehouse, deleted: false });
}

function publishGone(trx: AppTrx, load: string, warehouse: string, plates: readonly string[]): void {
  trx.publish({ kind: 'thing', thing: 'inboundLoad', key: load, warehouse, deleted: true });
  for (const key of plates) trx.publish({ kind: 'thing', thing: 'expectedPlate', key, warehouse, deleted: true });
}
