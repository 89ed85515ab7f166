import { invariant } from '#shared/kernel/invariant.ts';
import { auditColumns, auditText, entryText, nextLink } from './chain.ts';
import type { Runner } from './db/connection.ts';
import { type DeltaRow, deltaRow, legsOf, type PublishedLeg, waitingOf } from './delta-row.ts';
import { withOrderStatus } from './order-status.ts';
import {
  auditTable,
  chainTable,
  deltaTable,
  feedEntryTable,
  moveHead,
  readHead,
  thingChangeTable,
} from './publish.queries.ts';
import { type BalanceOf, type Known, PublishedBalances } from './published-balances.ts';
import type { AuditRow, FeedRow, NumberedRow, PublishedRow, SettledLeg, StockRow, ThingRow } from './published-row.ts';

export type Publish = (runner: Runner, rows: readonly PublishedRow[], at: number) => Promise<number>;

/**
 * Gives positions to rows, in order, and writes everything that readers outside see of them. Runs inside the
 * transaction that made the rows (SQLite) or in the sequencer's (PostgreSQL); one at a time on both. `at` never goes
 * back, so that "as of" an instant is a position. Answers the last position.
 */
export function makePublisher(): Publish {
  const balances = new PublishedBalances();
  return async (runner, published, at) => {
    const stored = await runner.one(readHead, {});
    invariant(stored, 'the feed head is missing: the migrations did not run');
    const rows = await withOrderStatus(runner, published, Math.max(at, stored.last_at), stored.position);
    balances.begin(stampOf(stored));
    const prepared = rows.map((row) => prepare(row, balances));
    await balances.load(runner);
    const round = new Round(stored, Math.max(at, stored.last_at), balances);
    for (const row of prepared) round.take(row);
    await round.write(runner);
    return round.position;
  };
}

/** A row, and where it moves stock what it does at each place, with the sums that this changes. */
type Prepared =
  | { readonly row: StockRow; readonly legs: readonly PreparedLeg[] }
  | { readonly row: Exclude<NumberedRow, StockRow>; readonly legs?: undefined };

interface PreparedLeg {
  readonly leg: PublishedLeg;
  readonly atLocation: Known;
  /** Null for a move inside, which changes nothing there. */
  readonly inWarehouse: Known | null;
}

function prepare(row: NumberedRow, balances: PublishedBalances): Prepared {
  if (row.kind === 'stock') {
    const legs = legsOf(row.entry).map((leg) => ({
      leg,
      atLocation: balances.want(leg.of),
      inWarehouse: leg.isInternal ? null : balances.want({ ...leg.of, location: '' }),
    }));
    return { row, legs };
  }
  if (row.kind === 'feed') for (const sum of (row.settles?.legs ?? []).flatMap(bothSumsOf)) balances.want(sum);
  return { row };
}

/** The sum at the location of a settled leg, and that of its warehouse. */
function bothSumsOf({ location, warehouse, item_key, owner, lot, inventory_status }: SettledLeg): BalanceOf[] {
  const of = { location, warehouse, item_key, owner, lot, inventory_status };
  return [of, { ...of, location: '' }];
}

/**
 * Equal stamps mean equal ledgers, and so equal sums: the chain's last link stands for all that moved stock. What only
 * settles is not in the chain: where several nodes publish, nothing is remembered after it. A single one never finds its
 * own stamp on what it did not write: what was rolled back leaves an older one.
 */
function stampOf(head: { readonly position: number; readonly chain_hash: string }): string {
  return `${head.position}/${head.chain_hash}`;
}

/** Rows being published together: everything is worked out first, then written table by table. */
class Round {
  position: number;
  #chainHash: string;
  #auditHash: string;
  #hasSettled = false;
  readonly #at: number;
  readonly #balances: PublishedBalances;
  readonly #deltas: DeltaRow[] = [];
  readonly #entries: ReturnType<typeof feedEntryRow>[] = [];
  readonly #links: { position: number; kind: string; subject: string; hash: string }[] = [];
  readonly #audits: ReturnType<typeof auditRow>[] = [];
  readonly #things = new Map<string, ThingRow>();

  constructor(
    head: { position: number; chain_hash: string; audit_hash: string },
    at: number,
    balances: PublishedBalances,
  ) {
    this.position = head.position;
    this.#chainHash = head.chain_hash;
    this.#auditHash = head.audit_hash;
    this.#at = at;
    this.#balances = balances;
  }

  take({ row, legs }: Prepared): void {
    if (row.kind === 'stock') this.#takeStock(row, legs ?? []);
    else if (row.kind === 'feed') this.#takeFeed(row);
    else if (row.kind === 'audit') this.#takeAudit(row);
    else this.#things.set(`${row.thing}\u0000${row.key}\u0000${row.warehouse}`, row);
  }

  #takeFeed(row: FeedRow): void {
    this.#entries.push(feedEntryRow(row, this.#next(), this.#at));
    if (!row.settles) return;
    this.#hasSettled = true;
    const { legs, isReported, isReceived } = row.settles;
    for (const leg of legs) {
      const change = {
        unreportedBase: isReported ? -leg.quantity_base : 0,
        registeredBase: isReceived ? -leg.quantity_base : 0,
      };
      for (const sum of bothSumsOf(leg)) this.#balances.add(this.#balances.want(sum), change);
    }
  }

  #takeStock({ entry, decimals }: StockRow, legs: readonly PreparedLeg[]): void {
    for (const { leg, atLocation, inWarehouse } of legs) {
      const change = { quantityBase: leg.quantityBase, ...waitingOf(entry, leg) };
      const atLocationBase = this.#balances.add(atLocation, change);
      const inWarehouseBase = inWarehouse && this.#balances.add(inWarehouse, change);
      const sums = { atLocationBase, inWarehouseBase };
      this.#deltas.push(deltaRow({ position: this.#next(), at: this.#at, entry, leg, sums, decimals }));
    }
    this.#link('ledger', entry.id, entryText(entry));
  }

  #takeAudit(row: AuditRow): void {
    const columns = auditColumns(row);
    const text = auditText(columns);
    this.#auditHash = nextLink(this.#auditHash, text);
    this.#audits.push(auditRow(columns, this.#auditHash));
    this.#link('audit', row.id, text);
  }

  #link(kind: string, subject: string, text: string): void {
    this.#chainHash = nextLink(this.#chainHash, text);
    this.#links.push({ position: this.#next(), kind, subject, hash: this.#chainHash });
  }

  #next(): number {
    this.position += 1;
    return this.position;
  }

  async write(runner: Runner): Promise<void> {
    const things = [...this.#things.values()].map((thing) => thingRow(thing, this.#next()));
    await deltaTable.insert(runner, this.#deltas);
    await feedEntryTable.insert(runner, this.#entries);
    await auditTable.insert(runner, this.#audits);
    await chainTable.insert(runner, this.#links);
    await thingChangeTable.put(runner, things);
    const isToForget = this.#hasSettled && runner.dialect === 'postgres';
    const stamp = isToForget ? '' : stampOf({ position: this.position, chain_hash: this.#chainHash });
    await this.#balances.write(runner, stamp);
    await runner.one(moveHead, {
      ...{ position: this.position, chainHash: this.#chainHash, auditHash: this.#auditHash },
      at: this.#at,
    });
  }
}

function feedEntryRow(row: FeedRow, position: number, at: number) {
  return {
    position,
    feed: row.feed,
    source_system: row.sourceSystem,
    warehouse: row.warehouse,
    subject: row.subject,
    version: row.version,
    at,
    body: JSON.stringify(row.body),
    settles: row.settles ? JSON.stringify(row.settles) : null,
  };
}

function auditRow(columns: ReturnType<typeof auditColumns>, link: string) {
  const { id, at, actor, action, subject, before, after, commandId } = columns;
  return { id, at, actor, action, subject, before_json: before, after_json: after, command_id: commandId, link };
}

function thingRow(thing: ThingRow, position: number) {
  const { thing: kind, key, warehouse, deleted } = thing;
  return { kind, thing_key: key, warehouse, position, deleted: deleted ? 1 : 0 };
}
