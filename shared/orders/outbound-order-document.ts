import * as z from 'zod';
import { contact, instant, line, name32, name64, optional, percent, positiveQuantity } from '#shared/kernel/fields.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { faultsOfLines, linesPerOrder, memberOf } from './lines-of-order.ts';

const lineNumber = z.int().min(1);

/** Orders are served in the order of their priority, the lowest first. */
export const standardPriority = 5;

/** How much is reserved when the order arrives, the weakest first: see the setting of the same name. */
export const reservationsAtImport = ['none', 'reserve', 'partial', 'full'] as const;

export type ReservationAtImport = (typeof reservationsAtImport)[number];

const orderLine = z.strictObject({
  /** Stable for the life of the order, never used again. */
  lineNumber,
  item: name64,
  quantity: positiveQuantity,
  unit: name32,
  /** The ERP's own wording for the packing slip. */
  itemDescription: optional(line),
  overDeliveryPercent: optional(percent(1000)),
  underDeliveryPercent: optional(percent(100)),
  /** Only this lot or serial number will do. */
  lot: optional(name64),
  serial: optional(name64),
  inventoryStatus: optional(name32),
  owner: optional(name64),
  /** Days that the goods must still be good for when they are shipped. */
  sellableDays: optional(z.int().min(0).max(36_500)),
  /** Numbers of items that may stand in. */
  substitutes: optional(z.array(name64).max(50)),
  consigneeItemNumber: optional(name64),
  consigneeReference: optional(name64),
  consigneeLineNumber: optional(z.int().min(0)),
  /** The tag of the inbound line whose goods are meant for this one, and how much of them. */
  crossDockSource: optional(name64),
  crossDockQuantity: optional(positiveQuantity),
});

const header = {
  orderNumber: name64,
  warehouse: name32,
  /** A transfer: the other warehouse of the same source system that receives the goods. Nobody else is sent them. */
  receivingWarehouse: optional(name32),
  orderType: optional(name64),
  orderOrigin: optional(name64),
  orderChannel: optional(name64),
  /** BCP 47: what the packing slip is written in. */
  language: optional(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  /** The commercial party; `receiver` is where the goods go where that is another. */
  consignee: optional(contact.extend({ purchaseOrderNumber: optional(name64) })),
  receiver: optional(contact),
  requestedShippingStart: optional(instant),
  requestedShippingEnd: optional(instant),
  requestedDeliveryStart: optional(instant),
  requestedDeliveryEnd: optional(instant),
  deliveryTerms: optional(name64),
  deliveryMode: optional(name64),
  carrier: optional(name64),
  carrierService: optional(name64),
  carrierServiceGroup: optional(name64),
  transportationMode: optional(name64),
  transportationRoutePlan: optional(name64),
  transportationBroker: optional(name64),
  plannedTransportation: optional(name64),
  /** Instead of what the source system does unless said otherwise; never weaker than what is mandatory there. */
  reservationAtImport: optional(z.enum(reservationsAtImport)),
  priority: optional(z.int().min(0).max(9999)),
  /** Nothing is released before everything can be. */
  shipComplete: optional(z.boolean()),
  /** Why the order must not be released yet. */
  holdCodes: optional(z.array(name32).max(20)),
  /** When the carrier leaves. */
  cutoffAt: optional(instant),
  /** For the people of the warehouse. */
  notes: optional(z.string().max(4000)),
};

/** An outbound order as an ERP sends it: the whole of what is requested now, replacing what was requested before. */
export const outboundOrderDocument = z.strictObject({
  ...header,
  // How many there may be, `faultsOfOutboundOrder` says: with a code of its own, and without looking at each.
  lines: z.array(orderLine).meta({ minItems: 1, maxItems: linesPerOrder }),
});

/** To cancel an order its number is enough; an ERP may send the rest as it has it. */
export const outboundOrderCancellation = z.strictObject({
  ...header,
  warehouse: optional(name32),
  lines: optional(z.array(orderLine)),
});

export type OutboundOrderDocument = z.infer<typeof outboundOrderDocument>;
export type OutboundOrderCancellation = z.infer<typeof outboundOrderCancellation>;
export type OutboundOrderLineDocument = OutboundOrderDocument['lines'][number];

/**
 * What a schema cannot tell: the faults of the lines as a whole, and `order.consignee_missing` where neither consignee nor
 * receiver has a name and a country, so that nobody could be sent anything; a transfer goes to its warehouse.
 */
export function faultsOfOutboundOrder(sent: unknown): FieldError[] {
  const lines = faultsOfLines(sent);
  if (typeof memberOf(sent, 'receivingWarehouse') === 'string') return lines;
  const isNamed = [memberOf(sent, 'consignee'), memberOf(sent, 'receiver')].some(hasNameAndCountry);
  if (isNamed || typeof sent !== 'object' || sent === null) return lines;
  return [...lines, { pointer: '/consignee', code: 'order.consignee_missing' }];
}

function hasNameAndCountry(party: unknown): boolean {
  const name = memberOf(party, 'name');
  const country = memberOf(memberOf(party, 'address'), 'country');
  return typeof name === 'string' && name !== '' && typeof country === 'string' && country !== '';
}
