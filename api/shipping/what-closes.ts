import { fromBase } from '#shared/kernel/quantity.ts';
import type { ShipmentRow } from '#shared/shipping/console.ts';
import type { Runner } from '../platform/db/connection.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { ordersShown, restShown, unreleasedShown } from './shipment-things.queries.ts';

/** Source systems of shipments that let only one stand for an order. */
export async function onlyOnesOf(
  read: Runner,
  shipments: readonly { readonly source_system: string }[],
): Promise<Set<string>> {
  const onlyOnes = new Set<string>();
  for (const system of new Set(shipments.map(({ source_system: code }) => code))) {
    if ((await settingsOf(read, system)).shipmentOrderMatching) onlyOnes.add(system);
  }
  return onlyOnes;
}

/** What confirming shipments closes of their orders, by shipment; of those that are not gone. */
export async function closedWithShipments(
  read: Runner,
  all: readonly { readonly shipment: string; readonly source_system: string; readonly status: string }[],
): Promise<Map<string, ShipmentRow['closes']>> {
  const onlyOnes = await onlyOnesOf(read, all);
  const here = all.filter((one) => one.status !== 'shipped' && onlyOnes.has(one.source_system));
  const shipments = here.map(({ shipment }) => shipment);
  const closes = new Map<string, ShipmentRow['closes']>();
  if (shipments.length === 0) return closes;
  const orders = Map.groupBy(await read.all(ordersShown, { shipments }), ({ shipment }) => shipment);
  const unreleased = Map.groupBy(await read.all(unreleasedShown, { shipments }), ({ order_key: order }) => order);
  const rests = Map.groupBy(await read.all(restShown, { shipments }), ({ shipment }) => shipment);
  for (const shipment of shipments) {
    const lines = (orders.get(shipment) ?? []).flatMap(({ order_key: key, order_number: order }) => {
      const left = (rests.get(shipment) ?? []).filter((row) => row.order_key === key);
      const parts = Map.groupBy([...left, ...(unreleased.get(key) ?? [])], (row) => row.line_number);
      return [...parts]
        .sort(([a], [b]) => a - b)
        .flatMap(([line, same]) => {
          const restBase = same.reduce((sum, part) => sum + part.rest_base, 0);
          return same.slice(0, 1).map(({ number: item, base_unit: unit, decimals }) => {
            return { order, line, item, quantity: fromBase(restBase, decimals), unit };
          });
        });
    });
    closes.set(shipment, lines);
  }
  return closes;
}
