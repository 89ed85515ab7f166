import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { PlacedReservation } from '#shared/ledger/shipment-goods.ts';
import { transferLoad } from '#shared/ledger/transfer.ts';
import type { ShippedShipment } from '#shared/shipping/confirm.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { publishLoad } from '../platform/facts/loads.queries.ts';
import { sendMessage } from '../platform/facts/send-message.ts';
import { inboundLane } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  closeTransfer,
  dropWaitingNotice,
  expiryOfLot,
  itemNamed,
  linesToReceive,
  ordersOnTransfer,
  plateGoesTo,
  plateParent,
  platesOnTransfer,
  receivedOfTransfer,
  receivingOrder,
} from './transfer.queries.ts';

/** Messages that tell the other warehouse have ids that begin so. */
const ownMessage = 'transfer:';

/**
 * Goods have left for another warehouse of the same source system: it gets the order to receive, unless the ERP has sent
 * it one of that number itself, and the notice of what is on its way, plate by plate. Both are messages like those of
 * ERPs: what is wrong with them is seen there, and mended there. Loose goods are announced under the number of the
 * shipment, which stands on its papers.
 */
export async function announceTransfer(
  trx: AppTrx,
  { shipment: { shipment, sourceSystem, toWarehouse, goods } }: ShippedShipment,
  from: { readonly warehouse: string; readonly documentNumber: string; readonly version: number },
): Promise<void> {
  if (toWarehouse === null) return;
  const { warehouse, documentNumber, version } = from;
  const name = `${ownMessage}${documentNumber}:${version}`;
  const lines = await trx.all(linesToReceive, { shipment });
  for (const [orderKey, own] of Map.groupBy(lines, (line) => line.order_key)) {
    const known = await trx.one(receivingOrder, { orderKey });
    if (known && !known.message_id?.startsWith(ownMessage)) continue;
    const orderNumber = itemNumberOf(orderKey);
    await sendMessage(trx, sourceSystem, {
      messageId: `${name}:${orderNumber}`.slice(0, 64),
      type: 'inbound-shipment-order',
      lane: inboundLane(orderNumber),
      orderNumber,
      member: 'order',
      document: orderToReceive(orderNumber, warehouse, toWarehouse, own),
    });
  }
  const load = transferLoad(shipment);
  const notice = { load, warehouse: toWarehouse, shippedAt: new Date(trx.now).toISOString() };
  const plates = await platesOf(trx, shipment, goods);
  for (const { licensePlate: number } of plates) await trx.one(plateGoesTo, { number, warehouse: toWarehouse });
  const shipments = [{ shipment, licensePlates: plates }];
  await sendMessage(trx, sourceSystem, {
    messageId: name,
    type: 'advance-shipping-notice',
    lane: `notice:${load}`,
    orderNumber: null,
    member: 'notice',
    document: { ...notice, shipments },
  });
}

type LineRow = RowOf<typeof linesToReceive>;

function orderToReceive(orderNumber: string, from: string, warehouse: string, lines: readonly LineRow[]): object {
  const orderType = lines[0]?.order_type || 'Transfer order';
  return {
    ...{ orderNumber, warehouse, orderType, consigner: { account: from, name: from } },
    lines: lines
      .filter((line) => line.wanted_base > 0)
      .map((line) => ({
        lineNumber: line.line_number,
        item: line.item,
        quantity: fromBase(line.wanted_base, line.decimals),
        unit: line.base_unit,
        inventoryStatus: line.inventory_status,
        owner: line.owner,
        ...(line.lot !== null && { lot: line.lot }),
      })),
  };
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
    const expiryDate = lot === '' ? null : (await trx.one(expiryOfLot, { itemKey: first.item, lot }))?.expiry_date;
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
  await trx.all(ordersOnTransfer.lock[trx.dialect], { load });
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
  for (const number of back.plates) await trx.one(plateGoesTo, { number, warehouse: back.warehouse });
  await trx.one(dropWaitingNotice, { sourceSystem, lane: `notice:${load}`, at: trx.now });
  await trx.one(closeTransfer, { load, at: trx.now });
  publishLoad(trx, load, warehouse);
  for (const { license_plate: key } of await trx.all(platesOnTransfer, { load })) {
    trx.publish({ kind: 'thing', thing: 'expectedPlate', key, warehouse, deleted: false });
  }
}
