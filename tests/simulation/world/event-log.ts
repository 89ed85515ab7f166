import { createHash } from 'node:crypto';

/** What happened, in order. Two runs with the same seed have the same log, to the last byte. */
export class EventLog {
  readonly #hash = createHash('sha256');
  readonly #last: string[] = [];
  readonly #counts = new Map<string, number>();
  /** What must never happen, and was seen to. */
  readonly violations: string[] = [];
  #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  note(who: string, what: string): void {
    const line = `${this.#now()} ${who} ${what}`;
    this.#hash.update(`${line}\n`);
    this.#last.push(line.slice(0, 300));
    if (this.#last.length > 2000) this.#last.splice(0, 1000);
  }

  /** Counts that something rare was reached; the run is only worth something when all of it was. */
  sometimes(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Ends the log. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  /** The last lines, those about `who` where that is given. */
  tail(count: number, who?: string): string[] {
    const lines = who === undefined ? this.#last : this.#last.filter((line) => line.includes(who));
    return lines.slice(-count);
  }
}
