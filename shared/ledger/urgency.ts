/** When an order has to be dealt with. Instants in ms; null: nobody said. */
export interface Urgency {
  readonly number: string;
  /** Lower numbers go first. */
  readonly priority: number;
  /** By its cut-off, else by its shipping date. */
  readonly shipBy: number | null;
  /** Its truck goes soon: see `isCutoffNear`. */
  readonly isCutoffNear: boolean;
  /** When the warehouse heard of it first. */
  readonly createdAt: number;
}

/** From here on an order goes before others, however urgent those are called: its truck waits for nobody. */
const nearMs = 2 * 3_600_000;

/** Whether the cut-off of an order is less than two hours away, or over. */
export function isCutoffNear(cutoffAt: number | null, nowMs: number): boolean {
  return cutoffAt !== null && cutoffAt - nowMs < nearMs;
}

/**
 * The most urgent first: whose cut-off is near, then by priority, then by when they have to be gone, then who has waited
 * longest, then by number.
 */
export function byUrgency(a: Urgency, b: Urgency): number {
  if (a.isCutoffNear !== b.isCutoffNear) return a.isCutoffNear ? -1 : 1;
  const due = dueAt(a) - dueAt(b);
  const rank = a.priority - b.priority;
  const turn = a.isCutoffNear ? due || rank : rank || due;
  return turn || a.createdAt - b.createdAt || (a.number < b.number ? -1 : 1);
}

function dueAt({ shipBy }: Urgency): number {
  return shipBy ?? Number.MAX_SAFE_INTEGER;
}

/** How urgent an order is: its cut-off (or shipping date) is over, near, or neither. */
export const urgencies = ['late', 'soon', 'normal'] as const;

/** The same in a word. `dueAt`: its cut-off, else its shipping date. */
export function urgencyOf(orderDueAt: number | null, nowMs: number): (typeof urgencies)[number] {
  if (orderDueAt === null) return 'normal';
  if (orderDueAt < nowMs) return 'late';
  return isCutoffNear(orderDueAt, nowMs) ? 'soon' : 'normal';
}
