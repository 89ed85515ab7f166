import { instantMs } from '#shared/kernel/instant.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { hasActivity, type KnownOutboundOrder } from './known-outbound-order.ts';
import { type OutboundOrderDocument, reservationsAtImport } from './outbound-order-document.ts';
import type { OutboundOrderFacts } from './outbound-order-facts.ts';

/**
 * What is wrong with an outbound order besides its lines: `order.closed` it was cancelled, or has left whole;
 * `order.warehouse_unknown`, for the receiving warehouse too, `order.same_warehouse` it is sent where it comes from;
 * `order.warehouse_released` it moves to another warehouse with goods on shipments;
 * `order.address_shared` it is to go elsewhere, but is on a shipment with other orders; `order.period_reversed`;
 * `order.reservation_weaker` it asks for less than its source system always reserves.
 */
export function faultsOfOutboundHeader(
  document: OutboundOrderDocument,
  { known, warehouses, consignee, settings }: OutboundOrderFacts,
): FieldError[] {
  const errors: FieldError[] = [];
  const at = (member: string, code: string, params: FieldError['params'], value: unknown) =>
    errors.push({ pointer: `/order/${member}`, code, ...(params && { params }), value });
  const { orderNumber: order, warehouse, receivingWarehouse: to, reservationAtImport: asked } = document;
  if (known && known.status !== 'open') at('orderNumber', 'order.closed', { order, status: known.status }, order);
  if (!warehouses.includes(warehouse)) at('warehouse', 'order.warehouse_unknown', { warehouse }, warehouse);
  if (to && !warehouses.includes(to)) at('receivingWarehouse', 'order.warehouse_unknown', { warehouse: to }, to);
  if (to === warehouse) at('receivingWarehouse', 'order.same_warehouse', { order, warehouse }, to);
  if (known && known.warehouse !== warehouse && known.lines.some(hasActivity)) {
    at('warehouse', 'order.warehouse_released', { order, warehouse: known.warehouse }, warehouse);
  }
  const [shared] = known ? sharedShipments(known, consignee) : [];
  if (shared !== undefined) at('consignee', 'order.address_shared', { order, shipment: shared }, document.consignee);
  for (const period of ['Shipping', 'Delivery'] as const) {
    const { [`requested${period}Start` as const]: start, [`requested${period}End` as const]: end } = document;
    if (start && end && (instantMs(end) ?? 0) < (instantMs(start) ?? 0)) {
      at(`requested${period}End`, 'order.period_reversed', undefined, end);
    }
  }
  const { reservationAtImport: least, reservationAtImportMandatory: isMandatory } = settings;
  if (asked && isMandatory && reservationsAtImport.indexOf(asked) < reservationsAtImport.indexOf(least)) {
    at('reservationAtImport', 'order.reservation_weaker', { asked, least }, asked);
  }
  return errors;
}

function sharedShipments(known: KnownOutboundOrder, consignee: string): readonly string[] {
  return known.consignee === consignee ? [] : known.sharedShipments;
}
