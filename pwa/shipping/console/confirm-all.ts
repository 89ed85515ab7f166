import type { Problem } from '#shared/kernel/problem.ts';
import type { ConfirmResult } from '#shared/shipping/confirm.ts';
import type { Outcome } from '../../ui/console/client.ts';

/** A whole load, or one shipment. */
export type ToConfirm = { readonly load: string } | { readonly shipment: string };

/** What became of some of them. */
export interface Confirmed {
  readonly documents: ConfirmResult['documents'];
  readonly split: ConfirmResult['split'];
  /** A load or shipment that could not go at all, or one shipment of a load. */
  readonly failed: readonly { readonly what: string; readonly problem: Problem }[];
}

export function nameOf(what: ToConfirm | undefined): string {
  if (!what) return '';
  return 'load' in what ? what.load : what.shipment;
}

/** Confirms one after the other; one that is refused stops none of those behind it. */
export async function confirmAll(
  what: readonly ToConfirm[],
  confirm: (one: ToConfirm) => Promise<Outcome<unknown>>,
): Promise<Confirmed> {
  const documents: ConfirmResult['documents'][number][] = [];
  const split: ConfirmResult['split'][number][] = [];
  const failed: Confirmed['failed'][number][] = [];
  for (const one of what) {
    const outcome = await confirm(one);
    if ('problem' in outcome) {
      failed.push({ what: nameOf(one), problem: outcome.problem });
      continue;
    }
    const result = outcome.data as ConfirmResult;
    documents.push(...result.documents);
    split.push(...result.split);
    failed.push(...result.refused.map(({ shipment, problem }) => ({ what: shipment, problem })));
  }
  return { documents, split, failed };
}
