import { type BookableDocument, Books, type LoggedChange, quantitiesOf, shown } from './books.ts';
import type { WarehouseHttp } from './http.ts';

/** More rows than this are summed up. */
const rowsShown = 12;
const documentFeeds = ['shipment-receipts', 'packing-slips', 'counting-journals'];

interface Feed<T> {
  readonly items: readonly T[];
  readonly next: number;
  readonly hasMore: boolean;
}

interface PolledDocument extends BookableDocument {
  readonly version: number;
}

interface Report {
  readonly lines: readonly { readonly item: string; readonly onHand: number }[];
}

interface Delta {
  readonly item: string;
  readonly quantity: number;
  readonly onHandAfter: number;
  readonly reason: string;
  readonly coveredBy: { readonly kind: string; readonly state: string } | null;
}

export interface Keys {
  readonly erp: string;
  readonly planning: string;
}

/** Polls what the warehouse tells, books it and acknowledges it, from the beginning of every feed. */
export class Follower {
  readonly #warehouse: WarehouseHttp;
  readonly #keys: Keys;
  readonly #books = new Books();
  readonly #after = new Map<string, number>();

  constructor(warehouse: WarehouseHttp, keys: Keys) {
    this.#warehouse = warehouse;
    this.#keys = keys;
  }

  /** Until it is told to stop, side by side; answers what it had not read before is not read either. */
  async follow(isOver: () => boolean): Promise<void> {
    const log = async () => {
      while (!isOver()) await this.#readLog(2);
    };
    const documents = documentFeeds.map(async (feed) => {
      while (!isOver()) await this.#readDocuments(feed, 2);
    });
    await Promise.all([...documents, log(), this.#followDeltas(isOver)]);
  }

  /** Everything there is to read now. */
  async catchUp(): Promise<void> {
    for (const feed of documentFeeds) while (await this.#readDocuments(feed, 0));
    while (await this.#readLog(0));
  }

  /** Answers whether there is more. */
  async #readDocuments(feed: string, wait: number): Promise<boolean> {
    const { erp } = this.#keys;
    const path = `/api/erp/${feed}?after=${this.#after.get(feed) ?? 0}&limit=200&wait=${wait}`;
    const page = await this.#warehouse.get<Feed<PolledDocument>>(path, erp);
    for (const document of page.items) {
      const { documentNumber, version, active } = document;
      this.#books.book(document);
      const acknowledged = `/api/erp/${feed}/${documentNumber}/versions/${version}/acknowledgement`;
      await this.#warehouse.post(acknowledged, erp, { result: 'posted', reference: `GL-${documentNumber}` });
      if (page.items.length > rowsShown) continue;
      console.log(`booked ${documentNumber} v${version}${active ? '' : ', taken back'}: ${linesOf(document)}`);
    }
    if (page.items.length > rowsShown) console.log(`booked ${page.items.length} documents of ${feed}`);
    this.#after.set(feed, page.next);
    return page.hasMore;
  }

  async #readLog(wait: number): Promise<boolean> {
    const path = `/api/erp/inventory-update-log?after=${this.#after.get('log') ?? 0}&limit=1000&wait=${wait}`;
    const page = await this.#warehouse.get<Feed<LoggedChange>>(path, this.#keys.erp);
    const booked = page.items.filter(({ quantityChannel }) => quantityChannel);
    for (const row of booked) this.#books.bookLogged(row);
    if (booked.length > 0) console.log(`booked ${booked.length} changes of the update log`);
    this.#after.set('log', page.next);
    return page.hasMore;
  }

  /** The planning feed from now on: each change as it is told. */
  async #followDeltas(isOver: () => boolean): Promise<void> {
    const { planning } = this.#keys;
    const start = '/api/planning/inventory-snapshots?limit=1';
    let after = (await this.#warehouse.get<{ position: number }>(start, planning)).position;
    while (!isOver()) {
      const path = `/api/planning/inventory-deltas?after=${after}&limit=500&wait=2&warehouse=EAST`;
      const page = await this.#warehouse.get<Feed<Delta>>(path, planning);
      for (const { item, quantity, reason, onHandAfter, coveredBy } of page.items) {
        const covered = coveredBy ? `${coveredBy.kind} ${coveredBy.state}` : 'no document';
        const change = quantity > 0 ? `+${quantity}` : String(quantity);
        console.log(`planning  ${item} ${change} (${reason}) → on hand ${onHandAfter}, ${covered}`);
      }
      after = page.next;
    }
  }

  /**
   * The two on-hands side by side: items of which they differ, and some of the others. The warehouse is asked for a report
   * of this source system: another one may have items of the same numbers. They differ by what is registered or adjusted
   * and not reported yet, and by nothing else. Answers how many items differ.
   */
  async compare(): Promise<number> {
    const onHand = new Map<string, number>();
    const asked = { dimensions: ['warehouse'], includeRegisteredAndPicked: true };
    const report = await this.#warehouse.post<Report>('/api/erp/on-hand-reports', this.#keys.erp, asked);
    for (const { item, onHand: more } of report.lines) onHand.set(item, added(onHand.get(item) ?? 0, more));
    const items = new Set([...this.#books.items(), ...onHand.keys()]);
    const rows = [...items]
      .sort()
      .map((item) => ({ item, erp: this.#books.onHand(item), building: onHand.get(item) ?? 0 }));
    const differing = rows.filter(({ erp, building }) => erp !== building);
    console.log('  item      ERP      warehouse');
    for (const { item, erp, building } of (differing.length > 0 ? differing : rows).slice(0, rowsShown)) {
      const note = erp === building ? '' : '   registered or adjusted, not yet reported';
      console.log(`  ${item.padEnd(8)}  ${String(erp).padEnd(7)}  ${building}${note}`);
    }
    console.log(`  ${rows.length - differing.length} of ${rows.length} items agree to the unit`);
    return differing.length;
  }
}

/** Quantities have six decimals at most. */
function added(one: number, other: number): number {
  return Math.round((one + other) * 1_000_000) / 1_000_000;
}

function linesOf(document: BookableDocument): string {
  const changes = [...quantitiesOf(document)].slice(0, 4);
  return changes.map(([item, change]) => `${item} ${shown(change)}`).join(', ');
}
