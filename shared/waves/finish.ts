/** How fast goods are picked. */
export interface Pace {
  /** From one line to the next, by everybody together where it was measured, else by one person. */
  readonly secondsPerLine: number;
  /** How many people pick, one at least. */
  readonly pickers: number;
  readonly isMeasured: boolean;
}

/** When a piece of work is done at such a pace, and for how many orders that is too late. */
export interface Finish extends Pace {
  readonly minutes: number;
  readonly finishAtMs: number;
  readonly late: number;
}

/**
 * Reckons when lines are picked: those of a wave that is looked at beforehand, and those that are left of one that runs.
 * `dueAts`: by when each order has to be ready, in ms; null: nobody said.
 */
export function finishOf(lines: number, pace: Pace, dueAts: readonly (number | null)[], nowMs: number): Finish {
  const people = pace.isMeasured ? 1 : pace.pickers;
  const minutes = Math.ceil((lines * pace.secondsPerLine) / people / 60);
  const finishAtMs = nowMs + minutes * 60_000;
  return { ...pace, minutes, finishAtMs, late: dueAts.filter((at) => at !== null && at < finishAtMs).length };
}

/** A line that somebody fetched. */
export interface PickedLine {
  readonly line: string;
  readonly by: string;
  readonly atMs: number;
}

/** From fewer lines than these nothing is concluded. */
const linesMeasured = 5;

/** The pace at which lines were fetched one after the other; null: too few to tell. One picked in parts counts once. */
export function measuredPace(picks: readonly PickedLine[]): Pace | null {
  const lines = new Set(picks.map(({ line }) => line)).size;
  if (lines < linesMeasured) return null;
  const instants = picks.map(({ atMs }) => atMs);
  const seconds = (Math.max(...instants) - Math.min(...instants)) / 1000;
  const secondsPerLine = Math.max(1, Math.round(seconds / (lines - 1)));
  return { secondsPerLine, pickers: new Set(picks.map(({ by }) => by)).size, isMeasured: true };
}
