import * as z from 'zod';
import { decimalsOf, maxDecimals, maxUnits } from './quantity.ts';

/** The shapes of members that occur in many documents. Null stands for "no value", as ERPs like to send it. */

/** A name, code or number that outside systems choose: any text of 1 to 64 characters on one line. */
export const name64 = oneLine(64);

/** A short code of ours or theirs: a unit, a warehouse, an inventory status. */
export const name32 = oneLine(32);

/** A line of text for people. */
export const line = oneLine(250);

/** What people call a thing that they set up: a line of text in which there is something to read. */
export const label = readable(line);

/** The same schema, for text in which there is something to read: spaces alone name nothing. */
export function readable<Schema extends z.ZodString>(schema: Schema): Schema {
  return schema.refine((text) => text === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), {
    params: { code: 'request.blank' },
  });
}

function oneLine(longest: number) {
  const isOneLine = (text: string) => !/[\t\n\r]/.test(text);
  return z
    .string()
    .min(1)
    .max(longest)
    .refine(isOneLine, { params: { code: 'request.control_character' } });
}

/** RFC 3339 with an offset. Clocks here have no leap seconds: one is read as the second before it. */
export const instant = z
  .string()
  .overwrite((text) => text.toUpperCase().replace(/:59:60(?=[.Z+-])/, ':59:59'))
  .check(z.iso.datetime({ offset: true }));

/** A member that may be missing, or null for the same. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish();
}

/** A quantity above zero, with at most six decimals. What more the item's unit forbids, the rules say. */
export const positiveQuantity = z
  .number()
  .max(maxUnits)
  .superRefine((quantity, context) => {
    if (quantity <= 0) context.addIssue({ code: 'custom', params: { code: 'quantity.not_positive', quantity } });
    refineDecimals(quantity, context);
  });

/** Per cent of an ordered quantity. */
export function percent(maximum: number) {
  return z.number().min(0).max(maximum).superRefine(refineDecimals);
}

/** An amount of money or measure of at least 0, with at most six decimals. */
export const amount = z.number().min(0).max(maxUnits).superRefine(refineDecimals);

function refineDecimals(quantity: number, context: z.core.$RefinementCtx<number>): void {
  if (decimalsOf(quantity) > maxDecimals) {
    const params = { code: 'quantity.too_precise', quantity, decimals: maxDecimals };
    context.addIssue({ code: 'custom', params });
  }
}

/** A postal address. Only the form is checked; no part of it is needed for receiving or shipping by our own rules. */
export const address = z.strictObject({
  street: optional(line),
  streetNumber: optional(name32),
  buildingComplement: optional(line),
  postBox: optional(name64),
  zipCode: optional(name32),
  city: optional(line),
  county: optional(line),
  district: optional(line),
  state: optional(line),
  /** ISO 3166-1 alpha-2. */
  country: optional(z.string().regex(/^[A-Z]{2}$/)),
  timeZone: optional(name64),
  latitude: optional(z.number().min(-90).max(90)),
  longitude: optional(z.number().min(-180).max(180)),
});

/** A firm or person as a document names it. `account` is free text and needs no master record. */
export const contact = z.strictObject({
  account: optional(name64),
  name: optional(line),
  reference: optional(name64),
  contactName: optional(line),
  email: optional(line),
  telephone: optional(name64),
  address: optional(address),
});
