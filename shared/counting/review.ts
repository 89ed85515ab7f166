import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { isProblem } from '../ledger/stock-item.ts';
import type { StockRow } from '../ledger/stock-row.ts';
import type { CountStatus } from './count.machine.ts';
import { type GoodsFacts, whyNotPieceAt, whyNotPlateAt } from './counted-goods.ts';
import { type Difference, differencesLeft, type SinceCounted } from './differences.ts';
import { type CountPosting, type PromisedRow, postDifferences } from './post-differences.ts';

/** A second person decides on the differences of a count. */
export const review = operation({
  type: 'counting.review',
  version: 1,
  body: z.strictObject({
    /** The count, or `command:<id>` of the count that waits. */
    count: z.string().min(1).max(80),
    decision: z.enum(['accept', 'reject', 'recount']),
    reason: z.string().trim().min(1).max(500),
  }),
});

export type ReviewBody = z.infer<typeof review.body>;

export interface ReviewFacts extends AcceptFacts {
  readonly count: { readonly id: string; readonly status: CountStatus; readonly countedBy: readonly string[] } | null;
  /** Open work at which somebody counts the same for a count of its own; null for none. */
  readonly otherWork: string | null;
}

/** What decides on what accepting a count posts. */
export interface AcceptFacts extends Pick<GoodsFacts, 'plates' | 'serials'>, SinceCounted {
  readonly differences: readonly Difference[];
  /** Reason code of the count. */
  readonly reason: string;
  readonly rows: readonly StockRow[];
  readonly promised: readonly PromisedRow[];
  /** Places whose profile lets their stock go below zero; left out: none. */
  readonly mayOwe?: ReadonlySet<string>;
}

export interface ReviewPlan {
  readonly count: string;
  readonly status: CountStatus;
  readonly posting: CountPosting | null;
}

export interface ReviewResult {
  readonly count: string;
  readonly status: CountStatus;
  readonly journal?: string;
  /** Work that has it counted once more, by somebody else. */
  readonly work?: string;
}

/**
 * Refusals, in this order: `counting.count_unknown`; `counting.not_in_review`; `counting.own_count` never by anybody
 * who counted it; to have it counted once more, `counting.counted_already` somebody does so by themselves; to accept,
 * of goods that were found see `whyNotPieceAt` and `whyNotPlateAt`: they are known elsewhere by now; then
 * `counting.stock_changed`. What others corrected since is not corrected a second time. Rejected, nothing is posted and
 * nothing is told.
 */
export function decideReview(command: Command<ReviewBody>, facts: ReviewFacts): Decision<ReviewPlan, ReviewResult> {
  const { count } = facts;
  const { decision } = command.body;
  if (!count) return refused(problem('counting.count_unknown', { count: command.body.count }));
  if (count.status !== 'review') {
    return refused(problem('counting.not_in_review', { count: count.id, status: count.status }));
  }
  if (count.countedBy.includes(command.operator)) return refused(problem('counting.own_count', { count: count.id }));
  if (decision === 'recount' && facts.otherWork !== null) {
    return refused(problem('counting.counted_already', { count: count.id, work: facts.otherWork }));
  }
  const status = ({ accept: 'posted', reject: 'rejected', recount: 'recount' } as const)[decision];
  const posting = decision === 'accept' ? whatAccepting(command, facts) : null;
  if (isProblem(posting)) return refused(posting);
  return applied({ count: count.id, status, posting }, { count: count.id, status }, posting?.entries ?? []);
}

/** What is posted with a count that is accepted as the books are now, or why it cannot be. */
export function whatAccepting(
  command: Pick<Command<unknown>, 'id' | 'warehouse'>,
  facts: AcceptFacts,
): CountPosting | Problem {
  const left = differencesLeft(facts.differences, facts);
  for (const one of left.filter(({ differenceBase }) => differenceBase > 0)) {
    const { location, licensePlate, serial } = one;
    const plate = facts.plates.get(licensePlate ?? '');
    const pieces = { serials: facts.serials, warehouse: command.warehouse };
    const noPiece = serial === '' ? null : whyNotPieceAt(location, one, pieces);
    const why = noPiece ?? (plate ? whyNotPlateAt(location, plate, command.warehouse) : null);
    if (why) return why;
  }
  return postDifferences(command, left, facts);
}
