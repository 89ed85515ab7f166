import { type Door, StubbornClient } from './client.ts';

/** Every feed that is watched, with the key that may read it. */
const feeds = [
  { path: '/api/planning/inventory-deltas?level=location&', key: 'demo-planning-key', name: 'inventory-deltas' },
  { path: '/api/erp/events?', key: 'demo-erp-key', name: 'events' },
  { path: '/api/erp/shipment-receipts?', key: 'demo-erp-key', name: 'shipment-receipts' },
  { path: '/api/erp/packing-slips?', key: 'demo-erp-key', name: 'packing-slips' },
  { path: '/api/erp/order-status?', key: 'demo-erp-key', name: 'order-status' },
  { path: '/api/erp/counting-journals?', key: 'demo-erp-key', name: 'counting-journals' },
  { path: '/api/erp/inventory-update-log?', key: 'demo-erp-key', name: 'inventory-update-log' },
] as const;

/** Members that are as of reading; all others never change. */
const asOfReading: readonly string[] = ['coveredBy', 'postingStatus', 'acknowledgement'];

export interface Row {
  readonly position: number;
  readonly commandId?: string;
}

/** The rows of every feed, in order. */
export type Feeds = Readonly<Record<(typeof feeds)[number]['name'], readonly Row[]>>;

/**
 * Reads feeds on and on, over every kill, and remembers each row it ever saw: it must find them again, unchanged, and
 * nothing new may turn up at or below a position it was given.
 */
export class Watcher {
  readonly #client: StubbornClient;
  readonly #seen = new Map<string, Map<number, string>>();
  readonly #next = new Map<string, number>();
  readonly violations: string[] = [];
  /** How many deltas each command made. */
  readonly deltasOfCommand = new Map<string, number>();

  constructor(door: Door) {
    this.#client = new StubbornClient(door);
    for (const { name } of feeds) this.#seen.set(name, new Map());
  }

  get rowsSeen(): number {
    return [...this.#seen.values()].reduce((sum, rows) => sum + rows.size, 0);
  }

  /** Reads what is new in every feed. */
  async readOn(): Promise<void> {
    for (const feed of feeds) {
      let hasMore = true;
      while (hasMore) hasMore = await this.#page(feed, this.#next.get(feed.name) ?? 0, true);
    }
  }

  /** Reads everything from the beginning: what was seen before must be there, the same, and in the same order. */
  async readAgain(): Promise<Feeds> {
    const all: Record<string, Row[]> = {};
    for (const feed of feeds) {
      const rows: Row[] = [];
      all[feed.name] = rows;
      const before = new Map(this.#seen.get(feed.name));
      let after = 0;
      for (;;) {
        const page = await this.#fetch(feed, after);
        rows.push(...page.items);
        for (const row of page.items) {
          const text = textOf(row);
          const known = before.get(row.position);
          if (known !== undefined && known !== text) this.#wrong(feed.name, `row ${row.position} changed`);
          if (known === undefined && row.position <= (this.#next.get(feed.name) ?? 0)) {
            this.#wrong(feed.name, `row ${row.position} appeared behind a position that was given`);
          }
          before.delete(row.position);
        }
        after = page.next;
        if (!page.hasMore) break;
      }
      for (const position of before.keys()) this.#wrong(feed.name, `row ${position} is gone`);
    }
    return all as unknown as Feeds;
  }

  async #page(feed: (typeof feeds)[number], after: number, isNew: boolean): Promise<boolean> {
    const page = await this.#fetch(feed, after);
    const seen = this.#seen.get(feed.name);
    let last = after;
    for (const row of page.items) {
      if (row.position <= last) this.#wrong(feed.name, `row ${row.position} comes after ${last}`);
      last = row.position;
      seen?.set(row.position, textOf(row));
      // The update log tells of the same changes once more.
      if (isNew && feed.name === 'inventory-deltas' && row.commandId !== undefined) {
        this.deltasOfCommand.set(row.commandId, (this.deltasOfCommand.get(row.commandId) ?? 0) + 1);
      }
    }
    if (page.next < last) this.#wrong(feed.name, `next is ${page.next}, behind row ${last}`);
    this.#next.set(feed.name, page.next);
    return page.hasMore;
  }

  async #fetch(feed: (typeof feeds)[number], after: number): Promise<{ items: Row[]; next: number; hasMore: boolean }> {
    const path = `${feed.path}after=${after}&limit=1000`;
    const answer = await this.#client.send({ method: 'GET', path, as: feed.key });
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${answer.body}`);
    return JSON.parse(answer.body);
  }

  #wrong(feed: string, what: string): void {
    this.violations.push(`${feed}: ${what}`);
  }
}

function textOf(row: object): string {
  return JSON.stringify(row, (name, value: unknown) => (asOfReading.includes(name) ? undefined : value));
}
