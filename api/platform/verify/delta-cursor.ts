import type { Runner } from '../db/connection.ts';
import type { DeltaRow } from '../delta-row.ts';
import { deltasAfter } from './published.queries.ts';

/** Reads the feed of deltas once, from its beginning, as far as it is asked each time. */
export class DeltaCursor {
  readonly #read: Runner;
  #rows: DeltaRow[] = [];
  #next = 0;
  #after = 0;
  #isEnd = false;

  constructor(read: Runner) {
    this.#read = read;
  }

  /** The deltas that were not given yet and lie before a position. */
  async upTo(position: number): Promise<DeltaRow[]> {
    const found: DeltaRow[] = [];
    for (;;) {
      const row = this.#rows[this.#next];
      if (row === undefined) {
        if (this.#isEnd) return found;
        await this.#readMore();
        continue;
      }
      if (row.position >= position) return found;
      found.push(row);
      this.#next += 1;
    }
  }

  async #readMore(): Promise<void> {
    this.#rows = await this.#read.all(deltasAfter, { after: this.#after });
    this.#next = 0;
    this.#after = this.#rows.at(-1)?.position ?? this.#after;
    this.#isEnd = this.#rows.length === 0;
  }
}
