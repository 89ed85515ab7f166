import * as z from 'zod';
import { name64, readable } from '../kernel/fields.ts';
import { fromBase } from '../kernel/quantity.ts';

/** Where goods stay until somebody wants them: plans send people there. */
export const plannedTypes = ['storage', 'pick', 'quarantine'] as const;

/**
 * Where somebody may count, who wants to or is asked to: also what has come in and waits at a dock. What stands in a packing
 * place, in staging or in a door is on its way out, and counted by those who move it.
 */
export const countableTypes = [...plannedTypes, 'receiving'] as const;

const codes = z.array(z.string().min(1).max(64)).max(100).default([]);

/**
 * What has places counted without anybody asking: so many days after they were counted last, or when a pick leaves little
 * there. What is left out or empty fits any.
 */
export const countPlan = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/),
  name: readable(name64),
  isActive: z.boolean().default(true),
  when: z
    .strictObject({
      abcClasses: codes,
      zones: codes,
      types: z.array(z.enum(plannedTypes)).max(plannedTypes.length).default([]),
    })
    .default({ abcClasses: [], zones: [], types: [] }),
  /** All that stands at a place, the empty ones too, or each item at each of its places. */
  by: z.enum(['item', 'place']).default('item'),
  /** Counted again so many days after the last count; null: not by the calendar. */
  everyDays: z.int().min(1).max(3650).nullable().default(null),
  /** Counted when a pick leaves no more than this of an item at a place, in its base unit; null: picks send nobody. */
  whenLeft: z.number().min(0).max(1_000_000).nullable().default(null),
  /** No more places than this wait to be counted for the plan at a time. */
  atMost: z.int().min(1).max(500).default(50),
  /** Where something is different, somebody else counts it once more. */
  secondCounter: z.boolean().default(false),
});

export type CountPlanDocument = z.infer<typeof countPlan>;
export interface CountPlanList {
  readonly items: readonly CountPlanDocument[];
}

/** A place and an item there, as a plan looks at them. */
export interface PlanGoods {
  readonly type: string;
  readonly zone: string;
  readonly abcClass: string | null;
}

/** Whether goods at a place are among those that a plan has counted. */
export function isPlanned({ when }: CountPlanDocument, { type, zone, abcClass }: PlanGoods): boolean {
  const types: readonly string[] = when.types.length > 0 ? when.types : plannedTypes;
  const isOfClass = when.abcClasses.length === 0 || (abcClass !== null && when.abcClasses.includes(abcClass));
  return types.includes(type) && isOfClass && (when.zones.length === 0 || when.zones.includes(zone));
}

/** Whether a pick brought what is left below what a plan watches for: once on the way down, not with every pick after. */
export function isNowLow(
  { whenLeft }: CountPlanDocument,
  {
    leftBase,
    takenBase,
    decimals,
  }: { readonly leftBase: number; readonly takenBase: number; readonly decimals: number },
): boolean {
  if (whenLeft === null) return false;
  return fromBase(leftBase, decimals) <= whenLeft && fromBase(leftBase + takenBase, decimals) > whenLeft;
}
