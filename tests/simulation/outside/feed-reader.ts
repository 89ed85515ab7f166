import type { Machine } from './machine.ts';

export interface FeedItem {
  readonly position: number;
}

/** Members that are as of reading; all others never change. */
const asOfReading: readonly string[] = ['coveredBy', 'postingStatus', 'acknowledgement'];

/**
 * Reads one feed as an outside system does that crashes now and then: it goes back to an earlier position and reads
 * again. It remembers every row it ever saw and complains when one changes, vanishes, or turns up behind its back.
 */
export class FeedReader<Item extends FeedItem> {
  readonly violations: string[] = [];
  readonly #machine: Machine;
  readonly #path: string;
  readonly #seen = new Map<number, string>();
  readonly #rows = new Map<number, Item>();
  #next = 0;
  /** Nothing may ever turn up at or below this. */
  #given = 0;

  /** `path` may have a query. */
  constructor(machine: Machine, path: string) {
    this.#machine = machine;
    this.#path = path.includes('?') ? `${path}&` : `${path}?`;
  }

  /** Every row ever seen, in order. What is as of reading is as it was seen last. */
  get rows(): readonly Item[] {
    return [...this.#rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
  }

  get position(): number {
    return this.#next;
  }

  pathAfter(position: number): string {
    return `${this.#path}after=${position}`;
  }

  /** Reads what is there from where it is. False: the network failed before the end. */
  async readOn(limit: number): Promise<boolean> {
    for (;;) {
      const after = this.#next;
      const answer = await this.#machine.ask('GET', `${this.pathAfter(after)}&limit=${limit}`);
      if (!answer) return false;
      if (answer.status === 200) this.take(answer.body, after);
      else this.#complain(`was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      if (answer.status !== 200 || !answer.body.hasMore) return true;
    }
  }

  /** As after a crash: what was read since is read again. */
  goBackTo(position: number): void {
    this.#next = Math.min(this.#next, position);
  }

  /** Rows that came, by whatever way, after a position: they are all there are up to `next`. */
  take(page: { readonly items: readonly Item[]; readonly next: number }, from = this.#next): void {
    let last = from;
    const there = new Set<number>();
    for (const row of page.items) {
      if (row.position <= last) this.#complain(`row ${row.position} comes after ${last}`);
      last = row.position;
      there.add(row.position);
      const text = JSON.stringify(row, (name, value) => (asOfReading.includes(name) ? undefined : value));
      const known = this.#seen.get(row.position);
      if (known !== undefined && known !== text) this.#complain(`row ${row.position} was ${known} and is ${text}`);
      if (known === undefined && row.position <= this.#given) {
        this.#complain(`row ${row.position} turned up behind ${this.#given}, which was given before`);
      }
      this.#seen.set(row.position, text);
      this.#rows.set(row.position, row);
    }
    if (page.next < last) this.#complain(`next is ${page.next}, behind row ${last}`);
    for (const position of this.#seen.keys()) {
      if (position > from && position <= page.next && !there.has(position)) this.#complain(`row ${position} is gone`);
    }
    this.#next = page.next;
    this.#given = Math.max(this.#given, page.next);
  }

  #complain(what: string): void {
    this.violations.push(`${this.#path} ${what}`);
  }
}
