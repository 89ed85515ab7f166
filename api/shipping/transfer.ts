import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { PlacedReservation } from '#shared/ledger/shipment-goods.ts';
import { transferLoad } from '#shared/ledger/transfer.ts';
import type { ShippedShipment } from '#shared/shipping/confirm.ts';
import { instant } from '../platform/clock.ts';
import { ordersOnLoad, publishLoad } from '../platform/facts/loads.queries.ts';
import { lotFacts } from '../platform/facts/lots.queries.ts';
import { sendOrderToReceive, transferMessage } from '../platform/facts/order-to-receive.ts';
import { settlePlateIn } from '../platform/facts/plate-family.queries.ts';
import { sendMessage } from '../platform/facts/send-message.ts';
import type { AppTrx } from '../platform/store.ts';
import { ordersOfShipment } from './confirm-facts.queries.ts';
import {
  closeTransfer,
  dropWaitingNotice,
  itemNamed,
  plateParent,
  platesOnTransfer,
  receivedOfTransfer,
} from './transfer.queries.ts';

/**
 * Goods have left for another warehouse of the same source system: it gets the order to receive, unless the ERP has sent
 * it one of that number itself, and the notice of what is on its way, plate by plate. Both are messages like those of
 * ERPs: what is wrong with them is seen there, and mended there. Loose goods are announced under the number of the
 * shipment, which stands on its papers.
 */
export async function announceTransfer(
  trx: AppTrx,
  { shipment: { shipment, sourceSystem, toWarehouse, goods } }: ShippedShipment,
  from: { readonly documentNumber: string; readonly version: number },
): Promise<void> {
  if (toWarehouse === null) return;
  const { documentNumber, version } = from;
  const name = `${documentNumber}:${version}`;
  for (const [index, { order_key: orderKey }] of (await trx.all(ordersOfShipment.read, { shipment })).entries()) {
    await sendOrderToReceive(trx, { orderKey, toWarehouse, name: `${name}:${index + 1}` });
  }
  const load = transferLoad(shipment);
  const notice = { load, warehouse: toWarehouse, shippedAt: instant(trx.now) };
  const plates = await platesOf(trx, shipment, goods);
  for (const { licensePlate } of plates) await settlePlateIn(trx, toWarehouse, licensePlate);
  const shipments = [{ shipment, licensePlates: plates }];
  await sendMessage(trx, sourceSystem, {
    messageId: `${transferMessage}${name}`,
    type: 'advance-shipping-notice',
    lane: `notice:${load}`,
    orderNumber: null,
    member: 'notice',
    document: { ...notice, shipments },
  });
}

/** What is on each plate, and which plates stand on which. */
async function platesOf(
  trx: AppTrx,
  shipment: string,
  goods: readonly PlacedReservation[],
): Promise<{ readonly licensePlate: string }[]> {
  const byPlate = Map.groupBy(goods, ({ licensePlate }) => licensePlate || shipment);
  const parents = new Map<string, string | null>();
  const open = [...byPlate.keys()];
  for (let plate = open.pop(); plate !== undefined; plate = open.pop()) {
    if (parents.has(plate)) continue;
    const parent = (await trx.one(plateParent, { number: plate }))?.parent ?? null;
    parents.set(plate, parent);
    if (parent !== null) open.push(parent);
  }
  const plates = [];
  for (const [licensePlate, parent] of parents) {
    const lines = await linesOn(trx, byPlate.get(licensePlate) ?? []);
    plates.push({ licensePlate, ...(parent !== null && { parent }), lines });
  }
  return plates;
}

/** The goods on one plate by order line, lot and status; pieces with serial numbers together. */
async function linesOn(trx: AppTrx, goods: readonly PlacedReservation[]): Promise<object[]> {
  const groups = Map.groupBy(goods, ({ order, line, item, lot, inventoryStatus }) =>
    JSON.stringify([order, line, item, lot, inventoryStatus]),
  );
  const lines = [];
  for (const same of groups.values()) {
    const [first] = same;
    const item = first && (await trx.one(itemNamed, { itemKey: first.item }));
    if (!first || !item) continue;
    const { order, line: lineNumber, lot, inventoryStatus } = first;
    const expiryDate = lot === '' ? null : (await lotFacts(trx, first.item, lot)).expiryDate;
    const serials = same.flatMap(({ serial }) => (serial === '' ? [] : [serial]));
    const quantityBase = same.reduce((sum, one) => sum + one.quantityBase, 0);
    lines.push({
      ...{ orderNumber: itemNumberOf(order), lineNumber, item: item.number, inventoryStatus },
      ...{ quantity: fromBase(quantityBase, item.decimals), unit: item.base_unit },
      ...(lot !== '' && { lot }),
      ...(expiryDate && { expiryDate }),
      ...(serials.length > 0 && { serials }),
    });
  }
  return lines;
}

/** The transfer that a shipment is, as far as the other warehouse knows of it, locked; undefined for other shipments. */
export async function transferOf(trx: AppTrx, shipment: string, toWarehouse: string | null) {
  if (toWarehouse === null) return undefined;
  const load = transferLoad(shipment);
  // Nobody registers on it meanwhile.
  await trx.all(ordersOnLoad.lock[trx.dialect], { load });
  const received = await trx.one(receivedOfTransfer, { load });
  const isReceived = received?.status === 'received' || Number(received?.registered_base ?? 0) > 0;
  return { load, warehouse: toWarehouse, isReceived };
}

/** The truck came back: nothing of the transfer is on its way any more. */
export async function withdrawTransfer(
  trx: AppTrx,
  sourceSystem: string,
  { load, warehouse }: { readonly load: string; readonly warehouse: string },
  back: { readonly warehouse: string; readonly plates: readonly string[] },
): Promise<void> {
  for (const plate of back.plates) await settlePlateIn(trx, back.warehouse, plate);
  await trx.one(dropWaitingNotice, { sourceSystem, lane: `notice:${load}`, at: trx.now });
  await trx.one(closeTransfer, { load, at: trx.now });
  publishLoad(trx, load, warehouse);
  for (const { order_key: key } of await trx.all(ordersOnLoad.read, { load })) {
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key, warehouse, deleted: false });
  }
  for (const { license_plate: key } of await trx.all(platesOnTransfer, { load })) {
    trx.publish({ kind: 'thing', thing: 'expectedPlate', key, warehouse, deleted: false });
  }
}
