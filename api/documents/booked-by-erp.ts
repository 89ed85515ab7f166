import type { Reconciliation } from '#shared/documents/reconciliation.ts';
import type { ReconciledRow } from './reconcile.queries.ts';

/** What the ERP says it has, beside what it must have. All in the item's smallest step. */
interface Compared {
  /** Null where it was not asked. */
  readonly erpBase: number | null;
  readonly onHandBase: number;
  readonly confirmedBase: number;
  readonly reportedBase: number;
  /** What is not confirmed, the newest first: told of by a document, or not yet (no number). */
  readonly gaps: readonly ReconciledRow[];
}

interface Judged {
  readonly verdict: NonNullable<Reconciliation['erp']>['verdict'];
  readonly erpBase: number;
  /** What it has of the gaps, where that comes to what it says; null where nothing comes to it. */
  readonly booked: ReadonlySet<ReconciledRow> | null;
  /** Where nothing explains what it has: how far that is from what it confirmed, and from what it was told. Else empty. */
  readonly apartBase: readonly number[];
}

const notAsked = { verdict: null, booked: null, apartBase: [] } as const;

/**
 * What of what it was told and did not confirm the ERP has booked all the same, so that it has what it says. Documents are
 * booked in the order of their feed, so one that lags behind has the oldest of them; else it left a single one out, or has
 * nothing but that. What it was not told of it cannot have.
 */
export function bookedByErp(compared: Compared): Judged | typeof notAsked {
  const { erpBase, confirmedBase, reportedBase, gaps } = compared;
  if (erpBase === null) return notAsked;
  const told = gaps.filter((gap) => gap.number !== null).reverse();
  const booked = cameTo(told, erpBase - confirmedBase);
  const apartBase = booked === null ? [erpBase - confirmedBase, erpBase - reportedBase] : [];
  return { verdict: verdictOf(compared, booked, told.length), erpBase, booked, apartBase };
}

function verdictOf(
  { erpBase, onHandBase }: Compared,
  booked: Judged['booked'],
  toldDocuments: number,
): Judged['verdict'] {
  if (erpBase === onHandBase) return 'equal';
  if (booked === null) return 'unexplained';
  if (booked.size === 0) return 'confirmed';
  return booked.size === toldDocuments ? 'reported' : 'partly';
}

/** Documents that together come to a quantity, of a list that has the oldest first. */
function cameTo(told: readonly ReconciledRow[], base: number): ReadonlySet<ReconciledRow> | null {
  let sumBase = 0;
  for (const [count, document] of told.entries()) {
    if (sumBase === base) return new Set(told.slice(0, count));
    sumBase += document.quantity_base;
  }
  if (sumBase === base) return new Set(told);
  const leftOut = told.find((document) => sumBase - document.quantity_base === base);
  if (leftOut) return new Set(told.filter((document) => document !== leftOut));
  const only = told.find((document) => document.quantity_base === base);
  return only ? new Set([only]) : null;
}
