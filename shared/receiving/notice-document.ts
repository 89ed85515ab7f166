import * as z from 'zod';
import { instant, line, name32, name64, optional, positiveQuantity } from '#shared/kernel/fields.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { gs1CheckDigit, hasGs1CheckDigit } from '../scan/check-digits.ts';
import { day } from './body.ts';

/** Lines, and plates, that one notice may have. */
export const linesPerNotice = 5000;

/** Serial numbers that one line of a plate may name. */
const serialsPerLine = 1000;

const plateLine = z.strictObject({
  orderNumber: name64,
  lineNumber: z.int().min(1),
  item: name64,
  quantity: positiveQuantity,
  unit: name32,
  lot: optional(name64),
  expiryDate: optional(day),
  serials: optional(z.array(name64).min(1).max(serialsPerLine)),
  inventoryStatus: optional(name32),
});

const plate = z.strictObject({
  /**
   * An SSCC, or whatever else is printed on it. Eighteen digits that are no SSCC, as their check digit is wrong, are a
   * name like any other: a truck is not to stand at the dock unannounced because of a label. The sender is warned of
   * them: see `warningsOfNotice`.
   */
  licensePlate: name64,
  /** The plate that it stands on, named before it or after it anywhere in the notice. */
  parent: optional(name64),
  /** What is on the plate itself; a plate that only carries others has none. */
  lines: optional(z.array(plateLine)),
});

const shipment = z.strictObject({ shipment: name64, licensePlates: z.array(plate) });

const header = {
  load: name64,
  warehouse: name32,
  shippedAt: optional(instant),
  expectedArrival: optional(instant),
  carrier: optional(name64),
  /** For the people at the dock. */
  notes: optional(line),
};

/** What a supplier announces: a load, its shipments, their plates and what is on each; the whole, every time. */
export const noticeDocument = z.strictObject({
  ...header,
  shipments: z.array(shipment).meta({ minItems: 1 }),
});

/** To take a notice back its load is enough. */
export const noticeCancellation = z.strictObject({
  ...header,
  warehouse: optional(name32),
  shipments: optional(z.array(shipment)),
});

export type NoticeDocument = z.infer<typeof noticeDocument>;
export type NoticeCancellation = z.infer<typeof noticeCancellation>;
export type NoticeLineDocument = z.infer<typeof plateLine>;

/** A plate of a notice with where it stands in the document. */
interface SentPlate {
  readonly pointer: string;
  readonly licensePlate: unknown;
  readonly parent: unknown;
  readonly lines: readonly unknown[];
}

/**
 * What is wrong with a notice that no schema can tell, pointers relative to it: no plates at all or one that neither
 * holds nor carries anything (`message.lines_missing`), too many of them, a shipment or a plate twice, a parent that the
 * notice does not name, a plate that stands on itself, however many plates lie between.
 */
export function faultsOfNotice(sent: unknown): FieldError[] {
  const shipments = listOf(sent, 'shipments');
  if (shipments.length === 0) return [{ pointer: '/shipments', code: 'message.lines_missing' }];
  const plates = shipments.flatMap(platesOf);
  const lines = plates.reduce((sum, each) => sum + each.lines.length, 0);
  if (Math.max(lines, plates.length) > linesPerNotice) {
    const params = { lines: Math.max(lines, plates.length), limit: linesPerNotice };
    return [{ pointer: '/shipments', code: 'message.too_many_lines', params }];
  }
  return [...faultsOfShipments(shipments), ...faultsOfPlates(plates)];
}

/**
 * What looks wrong in a notice that is carried out all the same, pointers relative to it: `notice.sscc_check_digit` of
 * a plate with the eighteen digits of an SSCC whose check digit is another. A label that is printed right is then not
 * found under what was announced.
 */
export function warningsOfNotice(sent: unknown): FieldError[] {
  return listOf(sent, 'shipments')
    .flatMap(platesOf)
    .flatMap(({ pointer, licensePlate }) => {
      const isMeantAsSscc = typeof licensePlate === 'string' && /^\d{18}$/.test(licensePlate);
      if (!isMeantAsSscc || hasGs1CheckDigit(licensePlate)) return [];
      const params = { licensePlate, digit: gs1CheckDigit(licensePlate.slice(0, -1)) };
      return [{ pointer: `${pointer}/licensePlate`, code: 'notice.sscc_check_digit', params, value: licensePlate }];
    });
}

function faultsOfShipments(shipments: readonly unknown[]): FieldError[] {
  const seen = new Set<unknown>();
  return shipments.flatMap((sent, index) => {
    const name = memberOf(sent, 'shipment');
    const isRepeated = typeof name === 'string' && seen.has(name);
    seen.add(name);
    const errors: FieldError[] = isRepeated
      ? [{ pointer: `/shipments/${index}/shipment`, code: 'notice.shipment_repeated', params: { shipment: name } }]
      : [];
    if (listOf(sent, 'licensePlates').length > 0) return errors;
    return [...errors, { pointer: `/shipments/${index}/licensePlates`, code: 'message.lines_missing' }];
  });
}

function faultsOfPlates(plates: readonly SentPlate[]): FieldError[] {
  const parents = new Map(plates.map(({ licensePlate, parent }) => [licensePlate, parent]));
  const carriers = new Set(plates.map(({ parent }) => parent));
  const seen = new Set<unknown>();
  return plates.flatMap(({ pointer, licensePlate, parent, lines }) => {
    if (typeof licensePlate !== 'string') return [];
    const errors: FieldError[] = [];
    const at = (member: string, code: string, params: FieldError['params'] & object, value: unknown) =>
      errors.push({ pointer: `${pointer}/${member}`, code, params, value });
    if (seen.has(licensePlate)) at('licensePlate', 'notice.plate_repeated', { licensePlate }, licensePlate);
    seen.add(licensePlate);
    if (typeof parent === 'string' && !parents.has(parent)) {
      at('parent', 'notice.parent_unknown', { licensePlate, parent }, parent);
    }
    if (typeof parent === 'string' && isOwnAncestor(licensePlate, parents)) {
      at('parent', 'notice.plate_in_itself', { licensePlate, parent }, parent);
    }
    if (lines.length === 0 && !carriers.has(licensePlate)) {
      errors.push({ pointer: `${pointer}/lines`, code: 'message.lines_missing' });
    }
    return errors;
  });
}

function isOwnAncestor(licensePlate: string, parents: ReadonlyMap<unknown, unknown>): boolean {
  const passed = new Set<unknown>();
  let above = parents.get(licensePlate);
  while (typeof above === 'string' && !passed.has(above)) {
    if (above === licensePlate) return true;
    passed.add(above);
    above = parents.get(above);
  }
  return false;
}

function platesOf(sent: unknown, shipmentIndex: number): SentPlate[] {
  return listOf(sent, 'licensePlates').map((each, index) => ({
    pointer: `/shipments/${shipmentIndex}/licensePlates/${index}`,
    licensePlate: memberOf(each, 'licensePlate'),
    parent: memberOf(each, 'parent'),
    lines: listOf(each, 'lines'),
  }));
}

function listOf(sent: unknown, name: string): readonly unknown[] {
  const list = memberOf(sent, name);
  return Array.isArray(list) ? list : [];
}

function memberOf(sent: unknown, name: string): unknown {
  return typeof sent === 'object' && sent !== null && Object.hasOwn(sent, name)
    ? (sent as Record<string, unknown>)[name]
    : undefined;
}
