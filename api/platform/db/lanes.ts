/**
 * Waiting jobs, in lanes. Each lane keeps its own order; taking goes round the lanes, so that one sender's thousand
 * jobs do not make another sender's single job wait for all of them.
 */
export class Lanes<T> {
  #lanes: T[][] = [];
  /** Opened since jobs were taken last. */
  #opened: T[][] = [];

  /** Opens a lane with these jobs, behind the lanes that wait already. */
  add(jobs: readonly T[]): void {
    if (jobs.length > 0) this.#opened.push([...jobs]);
  }

  /** How many lanes were opened since jobs were taken last. */
  get opened(): number {
    return this.#opened.length;
  }

  get isEmpty(): boolean {
    return this.#lanes.length === 0 && this.#opened.length === 0;
  }

  /**
   * Takes up to `limit` jobs, as many from each lane as from any other; what short lanes do not need goes to the longer
   * ones. Jobs of one lane stay in order. Lanes for which there was no room come first the next time.
   */
  take(limit: number): T[] {
    const { taken, left } = takeFrom([...this.#lanes, ...this.#opened], limit);
    this.#lanes = left;
    this.#opened = [];
    return taken;
  }

  /** The same, only from lanes that were opened since jobs were taken last. */
  takeOpened(limit: number): T[] {
    const { taken, left } = takeFrom(this.#opened, limit);
    this.#lanes = [...this.#lanes, ...left];
    this.#opened = [];
    return taken;
  }
}

function takeFrom<T>(lanes: readonly T[][], limit: number): { readonly taken: T[]; readonly left: T[][] } {
  const taken: T[] = [];
  const served: T[][] = [];
  const passedOver: T[][] = [];
  const share = shareOf(lanes, limit);
  for (const lane of lanes) {
    const count = Math.min(share, limit - taken.length, lane.length);
    for (const job of lane.splice(0, count)) taken.push(job);
    if (count === 0) passedOver.push(lane);
    else if (lane.length > 0) served.push(lane);
  }
  return { taken, left: [...passedOver, ...served] };
}

/** How many of each lane: lanes that have fewer leave the rest to the others. */
function shareOf(waiting: readonly (readonly unknown[])[], limit: number): number {
  let left = limit;
  let lanes = waiting.length;
  for (const length of waiting.map((lane) => lane.length).sort((a, b) => a - b)) {
    if (length * lanes >= left) return Math.max(1, Math.ceil(left / lanes));
    left -= length;
    lanes -= 1;
  }
  return limit;
}
