import * as z from 'zod';
import { locationTypes, useOf } from '#shared/ledger/location-type.ts';
import { handlings, type PutawayRule, putawayStrategies } from '#shared/ledger/putaway-rule.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/);
const text = z.string().trim().min(1).max(64);
const texts = z.array(text).max(200).optional();
const putTargets = locationTypes.filter((type) => useOf(type).isPutTarget);

/** A rule of put-away as people write it. What is left out of `when` fits any goods; see `PutawayRule`. */
export const ruleDocument = z.strictObject({
  code,
  name: z.string().trim().min(1).max(80),
  isActive: z.boolean().default(true),
  when: z
    .strictObject({
      items: texts,
      sourceSystems: texts,
      categories: texts,
      abcClasses: texts,
      owners: texts,
      inventoryStatuses: z.array(z.enum(inventoryStatuses)).optional(),
      isLotTracked: z.boolean().optional(),
      isSerialTracked: z.boolean().optional(),
      isExpiryTracked: z.boolean().optional(),
      handlings: z.array(z.enum(handlings)).optional(),
      fromZones: texts,
    })
    .default({}),
  zones: z.array(text).max(200).default([]),
  locationTypes: z.array(z.enum(putTargets)).default([]),
  strategies: z.array(z.enum(putawayStrategies)).min(1).max(putawayStrategies.length),
  otherwise: z.enum(['next', 'stop']).default('next'),
});

/** The rules of a warehouse in the order in which they are tried. Without any, the defaults hold. */
export const rulesBody = z.strictObject({
  rules: z.array(ruleDocument).max(200),
  // So that what was read can be sent back as it is; both say nothing of their own.
  warehouse: z.string().optional(),
  isDefault: z.boolean().optional(),
});

/** The rules of a warehouse as they hold. `isDefault`: it has none of its own. */
export const putawayRules = rulesBody.extend({ warehouse: z.string(), isDefault: z.boolean() });

export type PutawayRules = z.infer<typeof putawayRules>;
export type RuleDocument = z.infer<typeof ruleDocument>;

/** A document as a rule: what is left out stays out, so that equal rules are equal. */
export function ruleOf({ when, ...rest }: RuleDocument): PutawayRule {
  const named = Object.fromEntries(
    Object.entries(when).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
  return { ...rest, when: named };
}

/**
 * Rules with one more among them: in its place where it has one already; else before the first rule that is for all
 * goods, since nothing behind that is asked as long as it finds a place.
 */
export function withRule(rules: readonly PutawayRule[], rule: PutawayRule): readonly PutawayRule[] {
  if (rules.some(({ code: own }) => own === rule.code)) {
    return rules.map((known) => (known.code === rule.code ? rule : known));
  }
  const forAll = rules.findIndex(({ when }) => Object.keys(when).length === 0);
  return forAll < 0 ? [...rules, rule] : rules.toSpliced(forAll, 0, rule);
}

/** Codes that stand in a list of rules more than once, with where they stand again. */
export function repeatedCodes(rules: readonly { readonly code: string }[]): { index: number; code: string }[] {
  const seen = new Set<string>();
  return rules.flatMap(({ code: own }, index) => {
    if (seen.has(own)) return [{ index, code: own }];
    seen.add(own);
    return [];
  });
}
