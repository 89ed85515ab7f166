import * as z from 'zod';
import { label, name32, readable } from '../kernel/fields.ts';
import { labelKinds } from './kinds.ts';

/** A name or an address of a machine, as it stands in a list of those that may be asked. */
export const hostName = z
  .string()
  .regex(
    /^(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/,
  );

/** Where printers listen; below 1024 other services do. */
export const printerPort = z.int().min(1024).max(65_535);

/** Where a printer may be: the server opens a connection to no other machine, whatever a printer says of itself. */
export const printAddress = z.strictObject({
  host: hostName.describe('Name or IP address.'),
  port: printerPort.default(9100),
  note: label.nullish().describe('What stands there, for people.'),
});

export const printAddresses = z.strictObject({ addresses: z.array(printAddress).max(500) });

export type PrintAddress = z.infer<typeof printAddress>;
export type PrintAddresses = z.infer<typeof printAddresses>;

const side = z.number().min(20).max(300).multipleOf(0.1);

/** A label printer of a warehouse, as an administrator writes it. */
export const printerDocument = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/),
  name: label,
  zone: readable(name32).nullish().describe('The zone whose labels it prints unless another is named; null: any.'),
  connection: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('network'), host: hostName, port: printerPort.default(9100) }),
      z.strictObject({ type: z.literal('test') }),
    ])
    .describe('`network`: raw TCP, to an address of the list. `test`: in demo mode, labels are only looked at.'),
  dpi: z.union([z.literal(203), z.literal(300)]).default(203),
  media: z
    .strictObject({ width: side, height: side })
    .default({ width: 101.6, height: 152.4 })
    .describe('The labels in it, mm.'),
  kinds: z
    .array(z.enum(labelKinds))
    .default([])
    .describe('What it prints unless a printer is named; empty: anything that fits.'),
  reportsStatus: z
    .boolean()
    .default(false)
    .describe('Whether it answers `~HS`: then nothing is sent while it has no labels, is open or paused.'),
  font: z
    .string()
    .regex(/^[A-Z]:[A-Z0-9_-]{1,16}\.(?:TTF|TTE|FNT)$/)
    .nullish()
    .describe(
      'A font that was stored in it, `E:NAME.TTF`, with letters that its own one has not, such as Chinese ones.',
    ),
  isActive: z.boolean().default(true).describe('While it is not, its jobs wait.'),
});

export type PrinterDocument = z.infer<typeof printerDocument>;

export interface PrinterList {
  readonly items: readonly PrinterDocument[];
}
