import type { TestApp } from './app.ts';
import { keyOf } from './orders.ts';

interface Line {
  readonly item: string;
  readonly receivedQuantity?: number;
  readonly difference?: number;
  readonly shippedQuantity?: number;
  /** A packing slip may tell of other items than the line's: substitutes. */
  readonly details?: readonly { readonly item?: string; readonly quantity: number }[];
}

interface Document {
  readonly position: number;
  readonly documentNumber: string;
  readonly version: number;
  readonly active: boolean;
  readonly quantityChannel: boolean;
  readonly lines: readonly Line[];
}

interface LogRow {
  readonly position: number;
  readonly item: string;
  readonly quantity: number;
  readonly quantityChannel: boolean;
}

/**
 * An ERP that knows the warehouse by its feeds alone: it polls receipts, slips, journals and the update log, and books
 * whatever says that it is to be booked from. Of a document the newest version counts, and nothing of one that is not
 * active.
 */
export class BookingErp {
  readonly #app: TestApp;
  readonly #key: string;
  readonly #after = new Map<string, number>();
  readonly #documents = new Map<string, Document>();
  readonly #log = new Map<number, LogRow>();

  constructor(app: TestApp, sourceSystem = 'DEMO') {
    this.#app = app;
    this.#key = keyOf(sourceSystem);
  }

  /** What it has booked of an item, in steps of a millionth, so that sums are exact. */
  bookedOf(item: string): number {
    const told = [...this.#documents.values()].filter(({ active }) => active).flatMap(({ lines }) => lines);
    const byDocuments = told.flatMap((line) => toldOf(line, item));
    const byLog = [...this.#log.values()].filter((row) => row.item === item).map(({ quantity }) => quantity);
    return [...byDocuments, ...byLog].reduce((sum, quantity) => sum + Math.round(quantity * 1e6), 0) / 1e6;
  }

  async poll(): Promise<void> {
    for (const feed of ['shipment-receipts', 'packing-slips', 'counting-journals']) {
      for (const document of await this.#read<Document>(feed)) {
        if (document.quantityChannel) this.#documents.set(document.documentNumber, document);
      }
    }
    for (const row of await this.#read<LogRow>('inventory-update-log')) {
      if (row.quantityChannel) this.#log.set(row.position, row);
    }
  }

  /** Reads everything once more, as after a restart: what is known already changes nothing. */
  async pollFromTheBeginning(): Promise<void> {
    this.#after.clear();
    await this.poll();
  }

  /** What a report of its own says of an item, in all warehouses; absent lines are zero. */
  async reportOn(item: string, includeRegisteredAndPicked: boolean) {
    const body = { dimensions: ['warehouse'], includeRegisteredAndPicked };
    const { status, body: report } = await this.call('POST', '/api/erp/on-hand-reports', body);
    if (status !== 201) throw new Error(`the report was answered ${status}: ${JSON.stringify(report)}`);
    const lines: readonly { item: string; onHand: number; reportedToErp: number }[] = report.lines;
    const sumOf = (member: 'onHand' | 'reportedToErp') =>
      lines.reduce((sum, line) => sum + (line.item === item ? Math.round(line[member] * 1e6) : 0), 0) / 1e6;
    return { onHand: sumOf('onHand'), reportedToErp: sumOf('reportedToErp') };
  }

  call(method: string, path: string, body?: unknown) {
    return this.#app.call(method, path, { as: this.#key, ...(body !== undefined && { body }) });
  }

  async #read<Row>(feed: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (;;) {
      const path = `/api/erp/${feed}?limit=1000&after=${this.#after.get(feed) ?? 0}`;
      const { status, body } = await this.call('GET', path);
      if (status !== 200) throw new Error(`${feed} was answered ${status}: ${JSON.stringify(body)}`);
      rows.push(...body.items);
      this.#after.set(feed, body.next);
      if (!body.hasMore) return rows;
    }
  }
}

function toldOf(line: Line, item: string): number[] {
  if (line.shippedQuantity === undefined)
    return line.item === item ? [line.receivedQuantity ?? line.difference ?? 0] : [];
  return (line.details ?? []).filter((detail) => detail.item === item).map(({ quantity }) => -quantity);
}

type Channel = 'documents' | 'update-log';

/** A source system chooses its channels. */
export async function chooseChannel(app: TestApp, inbound: Channel, sourceSystem = 'DEMO'): Promise<void> {
  await changeSettings(app, { quantityChannel: { inbound, outbound: 'documents' } }, sourceSystem);
}

/** Settings of a source system, besides those it has. */
export async function changeSettings(app: TestApp, settings: object, sourceSystem = 'DEMO'): Promise<void> {
  await app.services.store.write(async (trx) => {
    const { settings: kept } = await trx.k
      .selectFrom('source_system')
      .select('settings')
      .where('code', '=', sourceSystem)
      .executeTakeFirstOrThrow();
    const text = JSON.stringify({ ...JSON.parse(kept), ...settings });
    await trx.k.updateTable('source_system').set({ settings: text }).where('code', '=', sourceSystem).execute();
  });
}

/** On hand, and what of it waits for a document, as planning sees it. */
export async function seenByPlanning(app: TestApp, item: string, after = 0) {
  const path = `/api/planning/inventory-deltas?limit=1000&after=${after}`;
  const { body } = await app.call('GET', path, { as: 'demo-planning-key' });
  const deltas: readonly { item: string; quantity: number; coveredBy: { state: string } | null }[] = body.items;
  const sumOf = (rows: typeof deltas) => rows.reduce((sum, { quantity }) => sum + Math.round(quantity * 1e6), 0) / 1e6;
  const ofItem = deltas.filter((delta) => delta.item === item);
  return { onHand: sumOf(ofItem), pending: sumOf(ofItem.filter(({ coveredBy }) => coveredBy?.state === 'pending')) };
}
