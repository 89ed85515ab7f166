import * as z from 'zod';
import { amount, line, name32, name64, optional, positiveQuantity } from '#shared/kernel/fields.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { maxDecimals, maxUnits } from '#shared/kernel/quantity.ts';

const part = z.int().min(1).max(maxUnits);

/** An item as its source system describes it. Units are exact fractions: numerator / denominator base units make one. */
export const itemDocument = z.strictObject({
  number: name64,
  /** Without one, people read the number. */
  description: optional(line),
  category: optional(name64),
  baseUnit: name32,
  /** Decimals of quantities in the base unit. */
  decimals: optional(z.int().min(0).max(maxDecimals)),
  units: optional(z.array(z.strictObject({ unit: name32, numerator: part, denominator: part })).max(100)),
  /** A scan of the code stands for this quantity of the unit. */
  barcodes: optional(
    z.array(z.strictObject({ code: name64, unit: optional(name32), quantity: optional(positiveQuantity) })).max(500),
  ),
  tracking: optional(
    z.strictObject({
      lot: optional(z.boolean()),
      serial: optional(z.boolean()),
      expiry: optional(z.boolean()),
    }),
  ),
  shelfLifeDays: optional(z.int().min(0).max(36_500)),
  dimensions: optional(
    z.strictObject({ length: amount, width: amount, height: amount, unit: z.enum(['mm', 'cm', 'm', 'in']) }),
  ),
  weight: optional(z.strictObject({ net: optional(amount), gross: optional(amount), unit: z.enum(['g', 'kg', 'lb']) })),
  image: optional(z.url({ protocol: /^https?$/ }).max(2048)),
  /** Of one base unit, in the currency of the source system. */
  unitCost: optional(amount),
  abcClass: optional(z.string().min(1).max(8)),
  status: optional(z.enum(['active', 'inactive'])),
});

/** To cancel an item is to make it inactive: nothing that happened with it is forgotten. */
export const itemCancellation = itemDocument.partial().required({ number: true });

export type ItemDocument = z.infer<typeof itemDocument>;
export type ItemCancellation = z.infer<typeof itemCancellation>;

/** Units and barcodes that stand in the item twice; the base unit is a unit already. Pointers are relative to the item. */
export function faultsOfItem(sent: unknown): FieldError[] {
  const units = membersOf(sent, 'units', 'unit');
  const baseUnit = typeof sent === 'object' && sent !== null && 'baseUnit' in sent ? sent.baseUnit : undefined;
  return [
    ...repeatedIn(units, [baseUnit]).map(({ index, value }) => ({
      pointer: `/units/${index}/unit`,
      code: 'message.unit_repeated',
      params: { unit: value },
      value,
    })),
    ...repeatedIn(membersOf(sent, 'barcodes', 'code'), []).map(({ index, value }) => ({
      pointer: `/barcodes/${index}/code`,
      code: 'message.barcode_repeated',
      params: { barcode: value },
      value,
    })),
  ];
}

/** Texts of a list that stand earlier in it too, or among `taken`. */
function repeatedIn(texts: readonly unknown[], taken: readonly unknown[]): { index: number; value: string }[] {
  const seen = new Set(taken);
  return texts.flatMap((value, index) => {
    const isRepeated = typeof value === 'string' && seen.has(value);
    seen.add(value);
    return isRepeated ? [{ index, value }] : [];
  });
}

/** One member of every element of a list, whatever was really sent there. */
function membersOf(sent: unknown, list: string, member: string): unknown[] {
  const elements = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[list] : undefined;
  if (!Array.isArray(elements)) return [];
  return elements.map((element: unknown) =>
    typeof element === 'object' && element !== null ? (element as Record<string, unknown>)[member] : undefined,
  );
}
