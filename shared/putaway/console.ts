import * as z from 'zod';
import { shownProblem } from '#shared/kernel/shown-problem.ts';
import { putawayStrategies } from '#shared/ledger/putaway-rule.ts';
import { roomTaken } from '#shared/ledger/room-taken.ts';
import { later } from '../kernel/later.ts';
import { ruleDocument } from './rule-document.ts';

const code = z.string().min(1).max(64);

/** Goods that the tester asks about: a plate that exists, or goods that are only imagined. */
export const testedGoods = later(() =>
  z.strictObject({
    warehouse: z.string().min(1).max(32),
    /** The number of a plate, or else of an item. */
    goods: code.optional(),
    licensePlate: code.optional(),
    item: code.optional(),
    sourceSystem: code.optional(),
    quantity: z.coerce.number().positive().optional(),
    unit: z.string().min(1).max(32).optional(),
    lot: code.optional(),
    inventoryStatus: z.string().min(1).max(32).optional(),
    /** `true`: without a plate under them. */
    isLoose: z.boolean().optional(),
    /** The dock where they stand; for a plate, where it stands. */
    from: code.optional(),
  }),
);

/** What the tester is asked: the goods, rules that are tried out instead of those in force, and a part of the places. */
export const testBody = testedGoods.extend({
  rules: z.array(ruleDocument).max(200).optional(),
  /** Places whose code begins with this. */
  search: z.string().trim().max(64).optional(),
  after: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});

/** A place with its verdict; `problem` null for the proposal. What it holds counts what is on its way there too. */
const testedPlace = later(() =>
  z.object({
    location: z.string(),
    type: z.string(),
    zone: z.string(),
    isProposed: z.boolean(),
    problem: shownProblem.nullable(),
    ...roomTaken.shape,
  }),
);

export const putawayTest = later(() =>
  z.object({
    goods: z.object({
      licensePlate: z.string().nullable(),
      from: z.string(),
      contents: z.array(
        z.object({
          item: z.string(),
          description: z.string(),
          lot: z.string().nullable(),
          inventoryStatus: z.string(),
          category: z.string().nullable(),
          abcClass: z.string().nullable(),
          quantity: z.number(),
          unit: z.string(),
        }),
      ),
      weightKg: z.number(),
      volumeLitres: z.number(),
      /** Items of which the weight, or the size, is not known: they weigh nothing, and take no room. */
      unmeasured: z.array(z.string()),
    }),
    proposal: z
      .object({ location: z.string(), rule: z.string(), ruleName: z.string(), strategy: z.enum(putawayStrategies) })
      .nullable(),
    /** Where no place takes all of it: what goes where, in the unit of the goods. */
    parts: z.array(z.object({ location: z.string(), quantity: z.number(), unit: z.string() })),
    rules: z.array(
      z.object({
        rule: z.string(),
        name: z.string(),
        outcome: z.enum(['chose', 'none', 'other-goods', 'not-reached']),
        problem: shownProblem.nullable(),
      }),
    ),
    /** How many places have which reason, the most frequent first. */
    reasons: z.array(z.object({ code: z.string(), count: z.number() })),
    places: z.object({
      items: z.array(testedPlace),
      total: z.number(),
      /** Where the next part begins; null at the end. */
      next: z.number().nullable(),
    }),
  }),
);

export type TestBody = z.infer<typeof testBody>;
export type TestedGoods = z.infer<typeof testedGoods>;
export type PutawayTest = z.infer<typeof putawayTest>;
export type TestedPlace = PutawayTest['places']['items'][number];
