import * as z from 'zod';
import { standardLimits } from '#shared/command/limits.ts';
import { type Role, roles } from '#shared/command/roles.ts';
import { amount, label, name32, name64 } from '#shared/kernel/fields.ts';
import { later } from '../kernel/later.ts';

/** Languages that the app speaks. */
export const languages = ['en', 'de', 'es'] as const;

/** What stands on a badge: no space at either end, so that it can be typed as it is read. */
export const badgeText = name64.regex(/^\S(?:.*\S)?$/);

const { count, adjustment, recounts } = standardLimits;
const limit = amount.nullable();

const limits = later(() =>
  z.strictObject({
    count: z
      .strictObject({
        quantity: limit.default(count.quantity),
        percent: limit.default(count.percent),
        value: limit.default(count.value),
      })
      .default(count)
      .describe('A count that differs by no more than all of these is posted at once. Null: without limit.'),
    adjustment: z
      .strictObject({
        value: limit.default(adjustment.value),
        perDay: z.boolean().optional().describe('Together with what they adjusted of the item there within a day.'),
      })
      .default(adjustment)
      .describe('An adjustment worth more waits for a second person, at 0 each one. Null: without limit.'),
    recounts: z
      .int()
      .min(0)
      .max(10)
      .default(recounts)
      .describe('How often a difference is counted again before somebody reviews it.'),
  }),
);

/**
 * A person as an administrator writes them. PIN and password are never shown again: left out they stay, null takes them
 * away.
 */
export const personBody = z.strictObject({
  badge: name64.optional().describe('The badge in the address once more.'),
  name: label,
  language: z.enum(languages).default('en'),
  roles: z
    .record(name32, z.enum(roles))
    .default({})
    .describe('A role for each warehouse; * for all. Without any, nobody may sign in, and sessions end.'),
  limits: limits.default(standardLimits),
  pin: z
    .string()
    .regex(/^\d{4,12}$/)
    .nullish()
    .describe('4 to 12 digits, for the floor.'),
  password: z.string().min(8).max(256).nullish().describe('At least 8 characters, for the console.'),
});

/** A person as they are shown: ready to be sent back changed. */
export const personAnswer = later(() =>
  z.object({
    badge: z.string(),
    name: z.string(),
    language: z.string(),
    roles: z.record(z.string(), z.string()),
    limits: z.object({
      count: z.object({
        quantity: z.number().nullable(),
        percent: z.number().nullable(),
        value: z.number().nullable(),
      }),
      adjustment: z.object({ value: z.number().nullable() }),
      recounts: z.number(),
    }),
  }),
);

export interface ShownPerson extends z.infer<typeof personAnswer> {
  readonly roles: Readonly<Record<string, Role>>;
}

const personRow = personAnswer.extend({
  hasPin: z.boolean(),
  hasPassword: z.boolean(),
  /** Too many wrong PINs. */
  lockedUntil: z.string().nullable(),
});

/** The list of people. */
export const personList = later(() => z.object({ items: z.array(personRow) }));

export interface PersonRow extends z.infer<typeof personRow> {
  readonly roles: Readonly<Record<string, Role>>;
}

export interface PersonList {
  readonly items: readonly PersonRow[];
}
