import * as z from 'zod';
import type { SourceSystemSettings } from '#shared/ledger/source-system-settings.ts';

const policy = z
  .strictObject({
    /** The one item it is for, or all of a category. */
    item: z.string().min(1).max(64).optional(),
    category: z.string().min(1).max(64).optional(),
    policy: z.enum(['always', 'never', 'within-days']),
    /** Days after shipping; with `within-days` only. */
    withinDays: z.int().min(0).max(3650).optional(),
  })
  .superRefine(({ item, category, policy: kind, withinDays }, context) => {
    const refuse = (path: string, code: string) => context.addIssue({ code: 'custom', path: [path], params: { code } });
    if (item === undefined && category === undefined) refuse('item', 'request.missing');
    if (item !== undefined && category !== undefined) refuse('category', 'returns.policy_one_subject');
    if (kind === 'within-days' && withinDays === undefined) refuse('withinDays', 'request.missing');
    if (kind !== 'within-days' && withinDays !== undefined) refuse('withinDays', 'returns.policy_no_days');
  });

/** What a source system takes back of single items and of categories of items. For all others its settings say it. */
export const returnPolicies = z
  .strictObject({ policies: z.array(policy).max(2000) })
  .superRefine(({ policies }, context) => {
    const seen = new Set<string>();
    for (const [index, { item, category }] of policies.entries()) {
      const subject = JSON.stringify([item, category]);
      if (seen.has(subject)) {
        const params = { code: 'returns.policy_repeated', subject: item ?? category ?? '' };
        context.addIssue({ code: 'custom', path: ['policies', index], params });
      }
      seen.add(subject);
    }
  });

export type ReturnPolicies = z.infer<typeof returnPolicies>;
export type OwnPolicy = ReturnPolicies['policies'][number];

/** Whether goods are taken back, and until when. `days` null: however long ago they went out. */
export interface ReturnPolicy {
  readonly isTaken: boolean;
  readonly days: number | null;
}

/** The most specific one wins: that of the item, of its category, of the source system. */
export function policyFor(
  item: { readonly number: string; readonly category?: string | null },
  own: readonly OwnPolicy[],
  settings: Pick<SourceSystemSettings, 'returnPolicy' | 'returnWithinDays'>,
): ReturnPolicy {
  const found =
    own.find((each) => each.item === item.number) ??
    own.find((each) => each.category !== undefined && each.category === item.category);
  const kind = found?.policy ?? settings.returnPolicy;
  const days = found ? (found.withinDays ?? 0) : settings.returnWithinDays;
  return { isTaken: kind !== 'never', days: kind === 'within-days' ? days : null };
}

/** Whether goods that left so many days ago come back too late; null: nobody knows when they left. */
export function isLate(daysAgo: number | null, { days }: ReturnPolicy): boolean {
  return days !== null && daysAgo !== null && daysAgo > days;
}
