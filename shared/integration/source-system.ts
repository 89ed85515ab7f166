import * as z from 'zod';
import { label, name32, name64, readable } from '#shared/kernel/fields.ts';
import {
  type Setting,
  type SourceSystemSettings,
  sourceSystemSettings,
} from '#shared/ledger/source-system-settings.ts';

/** What a source system may be called: keys of items put it before a colon. */
export const sourceSystemCode = name64.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/);

const longestText = 16;

/** Each setting as a member that may be missing, with what it changes as its description. */
const settingMembers = Object.fromEntries(
  Object.entries<Setting>(sourceSystemSettings).map(([name, setting]) => [
    name,
    memberOf(setting).default(setting.standard).describe(setting.changes),
  ]),
);

/**
 * A source system as an administrator writes it. What is left out is as for the demo's: the standard settings, every
 * warehouse there is, and one owner of the system's own name.
 */
export const sourceSystemBody = z.strictObject({
  code: name64.optional().describe('The code in the address once more.'),
  name: label.optional().describe('What people call it; its code unless said otherwise.'),
  warehouses: z.array(name32).max(500).optional().describe('Warehouses its orders may name.'),
  owners: z
    .array(readable(name64))
    .min(1)
    .max(500)
    .optional()
    .describe('Owners whose stock is reported to it; the first owns what nobody says the owner of.'),
  ...settingMembers,
  // The members are made from the table of settings, which is where their types come from as well.
}) as unknown as z.ZodType<SourceSystemBody>;

interface SourceSystemBody extends SourceSystemSettings {
  readonly code?: string;
  readonly name?: string;
  readonly warehouses?: readonly string[];
  readonly owners?: readonly string[];
}

/** A source system as it is: every member of it, ready to be sent back changed. */
export type SourceSystem = Required<SourceSystemBody>;

export interface SourceSystemList {
  readonly items: readonly SourceSystem[];
}

function memberOf(setting: Setting): z.ZodType {
  switch (setting.kind) {
    case 'choice':
      return z.enum(setting.values);
    case 'flag':
      return z.boolean();
    case 'whole':
      return z.int().min(setting.minimum).max(setting.maximum);
    case 'text':
      return z
        .string()
        .max(longestText)
        .refine((text) => !/[\t\n\r]/.test(text), { params: { code: 'request.control_character' } });
    case 'by-direction': {
      const { inbound, outbound } = setting.standard;
      return z.strictObject({
        inbound: z.enum(setting.values).default(inbound),
        outbound: z.enum(setting.values).default(outbound),
      });
    }
    case 'codes':
      return z.strictObject(
        Object.fromEntries(Object.entries(setting.standard).map(([code, other]) => [code, name32.default(other)])),
      );
  }
}
