import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { consigneeFrom } from '#shared/ledger/consignee.ts';
import { sourceSystemOf } from '#shared/ledger/item-key.ts';
import {
  type ClosedLine,
  decideReverseConfirmation,
  type ReverseConfirmationBody,
  type ReverseConfirmationFacts,
  type ReverseConfirmationPlan,
  type ReverseConfirmationResult,
  reverseConfirmation,
  type ShippedGoods,
} from '#shared/shipping/reverse-confirmation.ts';
import { reverseDocument } from '../platform/documents.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { placeBefore } from '../platform/facts/place-before.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { reservationOf } from '../platform/facts/reservations.queries.ts';
import { lockItem } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  closedWith,
  countShipped,
  setShipmentStatus,
  settleLines,
  settleOrder,
  shipCartons,
} from './confirm.queries.ts';
import { linesOfShipment, ordersOfShipment } from './confirm-facts.queries.ts';
import { legsOf } from './packing-slip.ts';
import {
  consigneeOfShipment,
  goodsOnSlip,
  newestDocument,
  reopenLoad,
  returnOfShipment,
  takeBack,
  unshipLine,
} from './reverse-confirmation.queries.ts';
import { transferOf, withdrawTransfer } from './transfer.ts';
import { promiseAgain, reopenClosed } from './write-remainder.ts';

export const reverseConfirmationHandler = handler({
  operation: reverseConfirmation,
  facts,
  decide: decideReverseConfirmation,
  apply,
});

/** Orders before documents, as a confirmation locks them. */
async function facts(
  trx: AppTrx,
  { body: { documentNumber: number } }: Command<ReverseConfirmationBody>,
): Promise<ReverseConfirmationFacts> {
  const named = await trx.one(newestDocument.read, { number });
  const { shipment = null, load = null } = named ? (JSON.parse(named.body) as SlipHead) : {};
  const orders = shipment === null ? [] : await trx.all(ordersOfShipment.lock[trx.dialect], { shipment });
  const document = await trx.one(newestDocument.lock[trx.dialect], { number });
  const to = shipment === null ? null : ((await trx.one(consigneeOfShipment, { shipment }))?.consignee ?? '');
  const toWarehouse = to === null ? null : (consigneeFrom(to).warehouse ?? null);
  const transfer = shipment === null ? undefined : await transferOf(trx, shipment, toWarehouse);
  return {
    document: document
      ? { ...document, isActive: document.active === 1, postingStatus: document.posting_status }
      : null,
    shipment: named?.kind === 'packing-slip' ? shipment : null,
    load,
    goods: document ? await shippedGoods(trx, number) : [],
    closed: shipment === null ? [] : await closedLines(trx, shipment),
    ...(transfer && { transfer }),
    cameBack: shipment !== null && (await trx.one(returnOfShipment, { shipment })) !== undefined,
    endedOrders: orders.filter(({ status }) => status === 'cancelled').map(({ order_number: order }) => order),
  };
}

interface SlipHead {
  readonly shipment?: string;
  readonly load?: string;
}

/** What was closed with the shipment and is to be open again. Its items are locked: some of it may be promised again. */
async function closedLines(trx: AppTrx, shipment: string): Promise<ClosedLine[]> {
  const rows = (await trx.all(closedWith, { shipment })).filter(({ reopens }) => reopens === 1);
  for (const item of [...new Set(rows.map((row) => row.item_key))].sort()) await lockItem(trx, item);
  return rows.map((row) => ({
    order: row.order_key,
    line: row.line_number,
    restBase: row.rest_base,
    orderedBase: row.ordered_base,
    promisedBase: row.promised_base,
    reason: row.reason,
    reasonBefore: row.reason_before,
  }));
}

async function shippedGoods(trx: AppTrx, number: string): Promise<ShippedGoods[]> {
  const goods: ShippedGoods[] = [];
  for (const row of await trx.all(goodsOnSlip, { number })) {
    const shipped = { ...reservationOf(row), entry: row.entry_id ?? '', coverage: row.coverage ?? '' };
    const back = await placeBefore(trx, { ...shipped, licensePlate: shipped.licensePlate || null });
    goods.push({ ...shipped, licensePlate: back.licensePlate ?? '' });
  }
  return goods;
}

async function apply(
  trx: AppTrx,
  { id: commandId, operator, warehouse }: Command<ReverseConfirmationBody>,
  { plan }: Applied<ReverseConfirmationPlan, ReverseConfirmationResult>,
): Promise<ReverseConfirmationResult> {
  const { shipment, load, goods, closed, number, reason, transfer } = plan;
  const toldOf = legsOf(warehouse, goods);
  const document = await reverseDocument(trx, number, { reason, by: operator, toldOf });
  for (const { id, licensePlate } of goods) await trx.one(takeBack, { id, licensePlate });
  for (const line of await trx.all(linesOfShipment, { shipment })) {
    const named = { orderKey: line.order_key, line: line.line_number };
    const shippedBase = -line.shipped_base;
    const nothingElse = { unreleasedBase: 0, cancelledBase: 0, backorderReason: null, cancelReason: null };
    await trx.one(countShipped, { ...named, shippedBase, ...nothingElse });
    await trx.one(unshipLine, { shipment, ...named });
  }
  const promised = await reopenClosed(trx, shipment, closed);
  for (const { order_key: orderKey } of await trx.all(ordersOfShipment.read, { shipment })) {
    await trx.one(settleLines, { orderKey });
    await trx.one(settleOrder, { orderKey, at: trx.now });
    const mostBase = promised.get(orderKey);
    if (mostBase) await promiseAgain(trx, { orderKey, commandId: `${commandId}.${orderKey}`, mostBase });
    publishOrderStatus(trx, orderKey);
  }
  if (transfer) {
    const plates = goods.map(({ licensePlate }) => licensePlate);
    await withdrawTransfer(trx, sourceSystemOf(goods[0]?.order ?? ''), transfer, { warehouse, plates });
  }
  await trx.one(setShipmentStatus, { shipment, status: 'picked', confirmedAt: null });
  await trx.one(shipCartons, { shipment, from: 'shipped', to: 'closed' });
  await trx.one(reopenLoad, { load, status: 'in_process' });
  trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
  trx.publish({ kind: 'thing', thing: 'outboundLoad', key: load, warehouse, deleted: false });
  await publishPlates(
    trx,
    warehouse,
    goods.map(({ licensePlate }) => licensePlate),
  );
  return { documents: [document] };
}
