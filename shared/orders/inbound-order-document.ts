import * as z from 'zod';
import { contact, instant, line, name32, name64, optional, percent, positiveQuantity } from '#shared/kernel/fields.ts';
import { linesPerOrder } from './lines-of-order.ts';

const lineNumber = z.int().min(1);

const orderLine = z.strictObject({
  /** Stable for the life of the order, never used again. */
  lineNumber,
  item: name64,
  quantity: positiveQuantity,
  unit: name32,
  overDeliveryPercent: optional(percent(1000)),
  underDeliveryPercent: optional(percent(100)),
  lot: optional(name64),
  serial: optional(name64),
  inventoryStatus: optional(name32),
  owner: optional(name64),
  consignerItemNumber: optional(name64),
  consignerReference: optional(name64),
  consignerLineNumber: optional(z.int().min(0)),
  /** A tag that outbound lines may point to. */
  crossDockSource: optional(name64),
});

const attachment = z.strictObject({
  type: name32,
  name: optional(line),
  notes: optional(z.string().max(4000)),
  url: optional(z.url({ protocol: /^https?$/ }).max(2048)),
});

const header = {
  orderNumber: name64,
  warehouse: name32,
  orderType: optional(name64),
  orderOrigin: optional(name64),
  orderChannel: optional(name64),
  plannedReceiptStart: optional(instant),
  plannedReceiptEnd: optional(instant),
  /** The commercial party; `sender` is who ships the goods where that is another. */
  consigner: optional(contact),
  sender: optional(contact),
  /** For the people at the dock. */
  notes: optional(z.string().max(4000)),
  attachments: optional(z.array(attachment).max(50)),
};

/** An inbound order as an ERP sends it: the whole of what is requested now, replacing what was requested before. */
export const inboundOrderDocument = z.strictObject({
  ...header,
  // How many there may be, `faultsOfLines` says: with a code of its own, and without looking at each.
  lines: z.array(orderLine).meta({ minItems: 1, maxItems: linesPerOrder }),
});

/** To cancel an order its number is enough; an ERP may send the rest as it has it. */
export const inboundOrderCancellation = z.strictObject({
  ...header,
  warehouse: optional(name32),
  lines: optional(z.array(orderLine)),
});

export type InboundOrderDocument = z.infer<typeof inboundOrderDocument>;
export type InboundOrderCancellation = z.infer<typeof inboundOrderCancellation>;
export type InboundOrderLineDocument = InboundOrderDocument['lines'][number];
