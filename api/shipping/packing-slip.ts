import type { Command } from '#shared/command/envelope.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { returnIdOf } from '#shared/ledger/return-id.ts';
import type { PlacedReservation } from '#shared/ledger/shipment-goods.ts';
import type { ShippedShipment } from '#shared/shipping/confirm.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { channelOfCoverage, keepDocumentOfShipment } from '../platform/documents.queries.ts';
import { type IssuedDocument, issueDocument, numberToReissue } from '../platform/documents.ts';
import { cartonsOfShipment } from '../platform/facts/cartons.queries.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import type { SettledLeg } from '../platform/published-row.ts';
import { saidIn } from '../platform/said-in.ts';
import type { AppTrx } from '../platform/store.ts';
import { closedWith, reportCoverage } from './confirm.queries.ts';
import { ordersOfShipment } from './confirm-facts.queries.ts';
import { itemOfDetail, slipLineOff, slipLines } from './packing-slip.queries.ts';

const kind = 'packing-slip';

type SlipLine = RowOf<typeof slipLines>;

/**
 * The packing slip of a shipment, written when its goods are counted as shipped. Quantities are in the item's base unit,
 * so that the details of a line add up to it; what was ordered stands beside it in the unit it was ordered in. After a
 * reversal it is the next version of the same slip.
 */
export async function issueSlip(
  trx: AppTrx,
  { id: commandId, warehouse, occurredAt }: Pick<Command<unknown>, 'id' | 'warehouse' | 'occurredAt'>,
  { shipment: meant, goods, remainder, coverage }: ShippedShipment,
): Promise<IssuedDocument> {
  const { shipment, load, sourceSystem } = meant;
  const channel = (await trx.one(channelOfCoverage, { id: coverage }))?.channel ?? 'documents';
  const quantityChannel = channel === 'documents';
  const named = { kind, channel, load: shipment, orderKey: '' } as const;
  const orders = await trx.all(ordersOfShipment.read, { shipment });
  const [order] = orders;
  const cartons = await cartonsOfShipment(trx, shipment);
  const number = await numberToReissue(trx, named);
  const told = (await trx.all(slipLines, { shipment })).filter((line) => {
    // A newer version replaces the older: what that told of the remainder is said again.
    return line.shipped_base > 0 || line.cancelled_base > 0 || remainder !== null || number !== null;
  });
  for (const { order_key: orderKey, line_number: line } of await trx.all(closedWith, { shipment })) {
    if (told.some((one) => one.order_key === orderKey && one.line_number === line)) continue;
    told.push(...(await trx.all(slipLineOff, { orderKey, line })));
  }
  const rank = (line: SlipLine) => orders.findIndex(({ order_key: key }) => key === line.order_key);
  told.sort((a, b) => rank(a) - rank(b) || a.line_number - b.line_number);
  const lines = [];
  for (const line of told) lines.push(await lineOf(trx, line, goods));
  const { returns, returnDetails } = await settingsOf(trx, sourceSystem);
  const isReturnable = returns && returnDetails && meant.toWarehouse === null;
  const document = await issueDocument(trx, {
    kind,
    sourceSystem,
    warehouse,
    commandId,
    number,
    tellsOf: legsOf(warehouse, goods),
    body: {
      shipment,
      load,
      // Printed for whoever sends goods back: they come in by it.
      ...(isReturnable && { returnId: returnIdOf(shipment) }),
      shippedOn: await dayIn(trx, warehouse, Date.parse(occurredAt)),
      ...headOf(order?.document),
      quantityChannel,
      lines,
      containers: cartons.map((carton) => ({
        sscc: carton.carton,
        type: carton.carton_type,
        weight: carton.weight_grams === null ? null : fromBase(carton.weight_grams, 3),
        weightUnit: 'kg',
        trackingNumber: carton.tracking_number,
      })),
      trackingNumbers: [...new Set(cartons.flatMap(({ tracking_number: number }) => number ?? []))],
    },
  });
  const { documentNumber } = document;
  await trx.one(keepDocumentOfShipment, { ...named, documentNumber });
  if (quantityChannel) await trx.one(reportCoverage, { id: coverage, documentNumber });
  return document;
}

/** What the published sums were lowered by when the goods were shipped. */
export function legsOf(warehouse: string, goods: readonly Shipped[]): SettledLeg[] {
  return goods.map(({ location, item, owner, lot, inventoryStatus, quantityBase }) => ({
    location,
    warehouse,
    item_key: item,
    owner,
    lot,
    inventory_status: inventoryStatus,
    quantity_base: -quantityBase,
  }));
}

type Shipped = Pick<PlacedReservation, 'location' | 'item' | 'owner' | 'lot' | 'inventoryStatus' | 'quantityBase'>;

async function lineOf(trx: AppTrx, row: SlipLine, goods: readonly PlacedReservation[]) {
  const { decimals, base_unit: unit, order_key: order, line_number: lineNumber } = row;
  const own = goods.filter((one) => one.order === order && one.line === lineNumber);
  const remainingBase = Math.max(0, row.quantity_base - row.shipped_in_all_base - row.cancelled_base);
  const details = [];
  for (const one of own) details.push(await detailOf(trx, one, row));
  const substitutes = details.filter(({ item }) => item !== itemNumberOf(row.item_key));
  return {
    orderNumber: row.order_number,
    lineNumber,
    item: itemNumberOf(row.item_key),
    description: saidIn(row.document).itemDescription ?? row.description,
    unit,
    orderedQuantity: fromBase(row.quantity_base, decimals),
    shippedQuantity: fromBase(row.shipped_base, decimals),
    remainingQuantity: fromBase(remainingBase, decimals),
    cancelledQuantity: fromBase(row.cancelled_base, decimals),
    cancelReason: row.cancelled_base > 0 ? row.cancel_reason : null,
    orderedUnit: row.unit,
    orderedUnitQuantity: Number(row.quantity),
    ...consigneesOwn(row.document),
    ...(substitutes.length > 0 && {
      substitutes: substitutes.map(({ item, quantity, unit: of }) => ({ item, quantity, unit: of })),
    }),
    details,
  };
}

async function detailOf(trx: AppTrx, one: PlacedReservation, line: SlipLine) {
  const isOwn = one.item === line.item_key;
  const item = isOwn ? undefined : await trx.one(itemOfDetail, { itemKey: one.item });
  return {
    id: one.id,
    item: itemNumberOf(one.item),
    licensePlate: one.licensePlate || null,
    lot: one.lot || null,
    serial: one.serial || null,
    inventoryStatus: one.inventoryStatus,
    owner: one.owner,
    quantity: fromBase(one.quantityBase, item?.decimals ?? line.decimals),
    unit: item?.base_unit ?? line.base_unit,
  };
}

/** What the ERP said of the order that its papers say again. */
function headOf(document: string | undefined) {
  const order = saidIn(document);
  return {
    orderType: order.orderType ?? null,
    consignee: order.consignee ?? null,
    receiver: order.receiver ?? null,
    carrier: order.carrier ?? null,
    deliveryTerms: order.deliveryTerms ?? null,
    language: order.language ?? null,
  };
}

function consigneesOwn(document: string) {
  const line = saidIn(document);
  return {
    consigneeLineNumber: line.consigneeLineNumber ?? null,
    consigneeItemNumber: line.consigneeItemNumber ?? null,
    consigneeReference: line.consigneeReference ?? null,
  };
}
