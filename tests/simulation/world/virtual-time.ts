import { settle } from './settle.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  isCancelled: boolean;
}

/**
 * Time of the simulated world, ms since 1970. Nothing waits for real: the next thing due is run at once, and only when
 * everything that came of it has settled does time go on. What is due in the same millisecond runs side by side.
 */
export class VirtualTime {
  #now: number;
  #order = 0;
  readonly #due: Due[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Runs once after so many milliseconds; the answer cancels it. */
  after(ms: number, run: () => void): () => void {
    this.#order += 1;
    const due: Due = { at: this.#now + Math.max(0, Math.ceil(ms)), order: this.#order, run, isCancelled: false };
    this.#insert(due);
    return () => {
      due.isCancelled = true;
    };
  }

  /** Lets the world run until `isOver`, or until so many ms have passed. Answers whether it was over in time. */
  async run(isOver: () => boolean, atMostMs: number): Promise<boolean> {
    const until = this.#now + atMostMs;
    await settle();
    while (!isOver()) {
      const next = this.#due[0];
      if (next === undefined || next.at > until) {
        this.#now = until;
        return false;
      }
      this.#now = next.at;
      while (this.#due[0]?.at === this.#now) {
        const due = this.#due.shift();
        if (due && !due.isCancelled) due.run();
      }
      await settle();
    }
    return true;
  }

  #insert(due: Due): void {
    let low = 0;
    let high = this.#due.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#due[middle];
      if (other && (other.at < due.at || (other.at === due.at && other.order < due.order))) low = middle + 1;
      else high = middle;
    }
    this.#due.splice(low, 0, due);
  }
}
