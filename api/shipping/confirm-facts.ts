import type { Command } from '#shared/command/envelope.ts';
import { isClaimed } from '#shared/ledger/claim-lease.ts';
import { consigneeFrom } from '#shared/ledger/consignee.ts';
import type { ConfirmBody, ConfirmFacts, ConfirmShipment, Unreleased } from '#shared/shipping/confirm.ts';
import type { OutboundLoadStatus, ShipmentStatus } from '#shared/shipping/outbound.machine.ts';
import { cartonsOfShipment } from '../platform/facts/cartons.queries.ts';
import { heldOrdersOf } from '../platform/facts/held-orders.queries.ts';
import { bySystemFirst } from '../platform/facts/outbound-orders.queries.ts';
import { goodsOfShipmentPlaced } from '../platform/facts/shipment-goods.queries.ts';
import { shipmentMeant } from '../platform/facts/shipment-meant.queries.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  linesOfShipment,
  loadNumbered,
  openWorkOfShipment,
  ordersNumbered,
  ordersOfShipment,
  pickedOfWork,
  shipmentNumbered,
  shipmentsOnLoad,
  shipmentsWithOrder,
  unreleasedOfOrder,
} from './confirm-facts.queries.ts';
import { loadMeant } from './load.queries.ts';

type ShipmentRow = NonNullable<Awaited<ReturnType<typeof shipmentRow>>>;

/** The shipments that a confirmation means, with all that stands against each, their orders locked first. */
export async function confirmFacts(
  trx: AppTrx,
  { warehouse, body: asked }: Command<ConfirmBody>,
): Promise<ConfirmFacts> {
  if (asked.shipment !== undefined) {
    const row = await shipmentRow(trx, warehouse, await shipmentMeant(trx, asked.shipment));
    return {
      shipments: row ? [await shipmentFacts(trx, row)] : [],
      isKnown: row !== undefined,
      sourceSystems: [],
      unreleased: [],
    };
  }
  if (asked.load !== undefined) {
    const load = await loadMeant(trx, asked.load);
    const isKnown = (await trx.one(loadNumbered.read, { load, warehouse })) !== undefined;
    const rows = isKnown ? await trx.all(shipmentsOnLoad.read, { load, warehouse }) : [];
    return {
      shipments: await openOnes(trx, warehouse, rows.map(numberOf)),
      isKnown,
      sourceSystems: [],
      unreleased: [],
    };
  }
  const order = asked.order ?? '';
  const orders = await trx.all(ordersNumbered, { warehouse, order });
  const named = orders.filter((row) => (asked.sourceSystem ?? row.source_system) === row.source_system);
  const meant = bySystemFirst(named, order);
  const sourceSystems = [...new Set(meant.map((row) => row.source_system))];
  const rows = await trx.all(shipmentsWithOrder, { warehouse, order });
  const ofOrder = rows.filter((row) => meant.some((one) => one.order_key === row.order_key)).map(numberOf);
  const shipments = await openOnes(trx, warehouse, ofOrder);
  const unreleased: Unreleased[] = [];
  if (asked.remainder === 'cancel') {
    for (const { order_key: orderKey } of meant) unreleased.push(...(await trx.all(unreleasedOfOrder, { orderKey })));
  }
  return { shipments, isKnown: meant.length > 0, sourceSystems, unreleased };
}

function numberOf({ shipment }: { readonly shipment: string }): string {
  return shipment;
}

async function openOnes(trx: AppTrx, warehouse: string, numbers: readonly string[]): Promise<ConfirmShipment[]> {
  const open: ConfirmShipment[] = [];
  for (const number of numbers) {
    const row = await shipmentRow(trx, warehouse, number);
    if (row && row.status !== 'shipped' && row.status !== 'cancelled') open.push(await shipmentFacts(trx, row));
  }
  return open;
}

/** Orders before shipments: everybody locks them in this order. */
async function shipmentRow(trx: AppTrx, warehouse: string, shipment: string) {
  await trx.all(ordersOfShipment.lock[trx.dialect], { shipment });
  return trx.one(shipmentNumbered.lock[trx.dialect], { warehouse, shipment });
}

async function shipmentFacts(trx: AppTrx, row: ShipmentRow): Promise<ConfirmShipment> {
  const { shipment, load_number: load, warehouse, source_system: sourceSystem } = row;
  const loadRow = await trx.one(loadNumbered.lock[trx.dialect], { load, warehouse });
  // Work before goods: what somebody picks or puts down in this moment is seen.
  const open = await trx.all(openWorkOfShipment.lock[trx.dialect], { shipment });
  const goods = await goodsOfShipmentPlaced(trx, shipment);
  const picked = goods.filter(({ state }) => state === 'picked');
  const works = [];
  for (const work of open) {
    const counted = await trx.one(pickedOfWork, { work: work.id });
    works.push({
      work: work.id,
      isClaimed: isClaimed(work.claimed_by, work.claimed_at, trx.now),
      isBegun: Number(counted?.picked_base ?? 0) > 0,
      inHand: picked.filter((one) => one.work === work.id && one.locationType === 'hands').length,
    });
  }
  const lines = await trx.all(linesOfShipment, { shipment });
  const cartons = await cartonsOfShipment(trx, shipment);
  const isOnlyOne = (await settingsOf(trx, sourceSystem)).shipmentOrderMatching;
  const orders = isOnlyOne ? new Set(lines.map(({ order_key: order }) => order)) : [];
  const unreleased: Unreleased[] = [];
  for (const orderKey of orders) unreleased.push(...(await trx.all(unreleasedOfOrder, { orderKey })));
  return {
    shipment,
    status: row.status as ShipmentStatus,
    load,
    loadStatus: (loadRow?.status ?? 'open') as OutboundLoadStatus,
    sourceSystem,
    toWarehouse: consigneeFrom(row.consignee).warehouse ?? null,
    isOnlyOne,
    unreleased,
    lines: lines.map((line) => ({
      order: line.order_key,
      line: line.line_number,
      quantityBase: line.quantity_base,
      pickedBase: line.picked_base,
    })),
    goods: picked,
    openWork: works,
    openCartons: cartons.filter(({ status }) => status === 'open').map(({ carton }) => carton),
    heldOrders: await heldOrdersOf(trx, shipment),
  };
}
