import * as z from 'zod';
import { amount, instant, name32, name64 } from '#shared/kernel/fields.ts';

/** Policies that one version may have. */
export const policiesAtMost = 20_000;

const level = amount.nullish();

const policy = z.strictObject({
  item: name64,
  sourceSystem: name64.nullish().describe('Which system’s item, where two have one of that number.'),
  warehouse: name32,
  location: name32
    .nullish()
    .describe('A place for picking. Left out: the warehouse, and each pick face of the item there.'),
  safetyStock: level.describe(
    'Of a warehouse: what shops are not offered, see availability. Orders may take it: it is there for them.',
  ),
  reorderPoint: level.describe('A pick face without a minimum is filled below it.'),
  minimum: level.describe('A pick face is filled below it, by default its reorder point; 0: once it is empty.'),
  maximum: level.describe('Up to this, by default up to the minimum.'),
  validFrom: z
    .union([z.iso.date(), instant])
    .nullish()
    .describe('The local day from which it counts; until then what counted before. At once unless said.'),
});

/** What planning has approved; the whole of a version. All levels are in the base units of their items. */
export const policiesBody = z.strictObject({ policies: z.array(policy).min(1).max(policiesAtMost) });

export const outcomes = ['accepted', 'rejected', 'already_published'] as const;

const outcomeRow = z.object({
  item: z.string(),
  warehouse: z.string(),
  location: z.string().optional().describe('Where the policy named one.'),
  outcome: z.enum(outcomes),
  reason: z.string().nullable().describe('Why it was rejected, as a code.'),
  detail: z.string().nullable().describe('The same in words, and what to do.'),
});

/** In the order in which the policies were sent. */
export const publishAnswer = z.object({ planVersion: z.string(), items: z.array(outcomeRow) });

const shownPolicy = z.object({
  item: z.string(),
  sourceSystem: z.string(),
  warehouse: z.string(),
  location: z.string().nullable(),
  safetyStock: z.number().nullable(),
  reorderPoint: z.number().nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  validFrom: z.string().nullable(),
  planVersion: z.string().describe('The version that brought it: an older one where this one could not change it.'),
});

export const activePlan = z.object({
  planVersion: z.string().nullable().describe('The active version; null for none.'),
  publishedAt: z.string().nullable(),
  policies: z.array(shownPolicy),
});

export type PoliciesBody = z.infer<typeof policiesBody>;
export type SentPolicy = PoliciesBody['policies'][number];
export type PublishAnswer = z.infer<typeof publishAnswer>;
export type ActivePlan = z.infer<typeof activePlan>;
export type ShownPolicy = ActivePlan['policies'][number];
