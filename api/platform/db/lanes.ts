/**
 * Waiting jobs, in lanes. Each lane keeps its own order; taking goes round the lanes, so that one sender's thousand
 * jobs do not make another sender's single job wait for all of them.
 */
export class Lanes<T> {
  #lanes: T[][] = [];

  /** Opens a lane with these jobs, behind the lanes that wait already. */
  add(jobs: readonly T[]): void {
    if (jobs.length > 0) this.#lanes.push([...jobs]);
  }

  get isEmpty(): boolean {
    return this.#lanes.length === 0;
  }

  /** Takes up to `limit` jobs, one from each lane in turn; jobs of one lane stay in order. */
  take(limit: number): T[] {
    const share = Math.max(1, Math.ceil(limit / Math.max(1, this.#lanes.length)));
    const taken: T[] = [];
    const lanes = this.#lanes;
    this.#lanes = [];
    for (const lane of lanes) {
      const count = Math.min(share, limit - taken.length, lane.length);
      for (const job of lane.splice(0, count)) taken.push(job);
      if (lane.length > 0) this.#lanes.push(lane);
    }
    return taken;
  }
}
