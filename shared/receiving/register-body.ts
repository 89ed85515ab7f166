import * as z from 'zod';
import type { Command } from '#shared/command/envelope.ts';
import { contact } from '#shared/kernel/fields.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { serialsAtOnce } from '#shared/ledger/arriving-goods.ts';
import { code, day, unitCode } from './body.ts';

/** What the notice says of a whole plate; whoever sees something else registers item by item. */
const notOfPlates = ['line', 'lot', 'expiryDate', 'serials', 'baseQuantity'] as const;

const body = z
  .strictObject({
    order: code.optional(),
    line: z.int().min(1).optional(),
    load: code.optional(),
    /** Whose order it is; with neither order nor load, whose goods came without one. */
    sourceSystem: code.optional(),
    consigner: contact.optional().meta({
      description:
        'Who brought goods that nobody ordered. With neither order nor load a manual order is made: needs the permit receiving.blind.',
    }),
    /** A plate that stands at the dock or is new; `command:<id>` for the plate of that command; null for loose goods. */
    licensePlate: code.nullable().optional(),
    location: code.optional(),
    /** With none of item, quantity and unit: everything that the notice says is on the plate, and on those on it. */
    item: code.optional(),
    quantity: z.number().optional(),
    unit: unitCode.optional(),
    /** How much of the base unit the device took quantity and unit for; left out where it is the base unit. */
    baseQuantity: z.number().positive().optional(),
    /** Of a plate that was begun item by item, the rest is as it was announced. */
    remaining: z.boolean().optional(),
    lot: z.string().min(1).max(64).optional(),
    expiryDate: day.optional(),
    serials: z.array(z.string().min(1).max(64)).min(1).max(serialsAtOnce).optional(),
    inventoryStatus: z.string().min(1).max(32).optional(),
    condition: z.string().min(1).max(500).optional(),
    photos: z.array(z.string().min(1).max(2048)).max(10).optional(),
  })
  .superRefine((sent, context) => {
    const parts = ['item', 'quantity', 'unit'] as const;
    const isWholePlate = typeof sent.licensePlate === 'string' && parts.every((part) => sent[part] === undefined);
    if (isWholePlate) {
      for (const other of notOfPlates) {
        if (sent[other] === undefined) continue;
        context.addIssue({ code: 'custom', path: [other], params: { code: 'request.unknown_property' } });
      }
      return;
    }
    for (const part of parts) {
      if (sent[part] !== undefined) continue;
      context.addIssue({ code: 'custom', path: [part], params: { code: 'request.missing' } });
    }
  });

type Sent = z.infer<typeof body>;

/** So much of an item. */
export type RegisterBody = Omit<Sent, 'item' | 'quantity' | 'unit'> & {
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
};

/** Everything that is announced on a plate. */
export type RegisterPlateBody = Omit<Sent, 'item' | 'quantity' | 'unit' | 'licensePlate'> & {
  readonly licensePlate: string;
  readonly item?: undefined;
};

export type AnyRegisterBody = RegisterBody | RegisterPlateBody;

/** The schema has made sure of it: item, quantity and unit are all there, or none of them and a plate is. */
export const registerBody = body as z.ZodType as z.ZodType<AnyRegisterBody>;

export function isWholePlate(command: Command<AnyRegisterBody>): command is Command<RegisterPlateBody> {
  return command.body.item === undefined;
}

/** The command as one of so much of an item. */
export function byItem(command: Command<AnyRegisterBody>): Command<RegisterBody> {
  invariant(!isWholePlate(command), 'the command names an item');
  return command as Command<RegisterBody>;
}
