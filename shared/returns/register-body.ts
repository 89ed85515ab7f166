import * as z from 'zod';
import { contact } from '#shared/kernel/fields.ts';

const code = z.string().min(1).max(64);

export const registerBody = z.strictObject({
  /** Printed on our label: what the goods went out with. */
  returnId: code.optional(),
  /** The outbound order they went out for, where nobody has the label any more; or the return order of the ERP. */
  order: code.optional(),
  item: code,
  quantity: z.number(),
  unit: z.string().min(1).max(32),
  /** How much of the base unit the device took quantity and unit for; left out where it is the base unit. */
  baseQuantity: z.number().positive().optional(),
  lot: z.string().min(1).max(64).optional(),
  /** For goods of a lot that was never here. */
  expiryDate: z.iso.date().optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  /** What becomes of the goods: `restock`, `quarantine`, `scrap`. */
  disposition: z.string().min(1).max(32),
  condition: z.string().min(1).max(500).optional(),
  photos: z.array(z.string().min(1).max(2048)).max(10).optional(),
  /** Whose goods they are; needed where several source systems have the item or the order. */
  sourceSystem: code.optional(),
  /** Who sent them back. */
  consigner: contact.optional(),
  /** What comes back too late is not refused: a second person decides whether it is taken. */
  askIfLate: z.boolean().optional(),
  /** A plate that stands at the dock or is new; null for loose goods; left out for a number from the server. */
  licensePlate: code.nullable().optional(),
  location: code.optional(),
});

export type RegisterBody = z.infer<typeof registerBody>;
