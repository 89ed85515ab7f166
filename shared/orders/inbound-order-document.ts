import * as z from 'zod';
import { contact, instant, line, name32, name64, optional, percent, positiveQuantity } from '#shared/kernel/fields.ts';
import type { FieldError } from '#shared/kernel/problem.ts';

/** Lines that one order may have. */
export const linesPerOrder = 5000;

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

/**
 * What is wrong with the lines as a whole: none (`message.lines_missing`: to empty an order is to cancel it, and that is
 * said with `operation`), too many, or a number twice. `sent` is the order as it was sent; pointers are relative to it.
 */
export function faultsOfLines(sent: unknown): FieldError[] {
  const lines = memberOf(sent, 'lines');
  const isMissing = lines === undefined || lines === null || (Array.isArray(lines) && lines.length === 0);
  if (isMissing) return [{ pointer: '/lines', code: 'message.lines_missing' }];
  if (!Array.isArray(lines)) return [];
  if (lines.length > linesPerOrder) {
    return [
      { pointer: '/lines', code: 'message.too_many_lines', params: { lines: lines.length, limit: linesPerOrder } },
    ];
  }
  const seen = new Set<unknown>();
  return lines.flatMap((sentLine, index) => {
    const number = memberOf(sentLine, 'lineNumber');
    const isRepeated = typeof number === 'number' && seen.has(number);
    seen.add(number);
    if (!isRepeated) return [];
    const pointer = `/lines/${index}/lineNumber`;
    return [{ pointer, code: 'message.line_number_repeated', params: { line: number }, value: number }];
  });
}

function memberOf(sent: unknown, name: string): unknown {
  return typeof sent === 'object' && sent !== null && Object.hasOwn(sent, name)
    ? (sent as Record<string, unknown>)[name]
    : undefined;
}
