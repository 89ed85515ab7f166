import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isOutside } from '#shared/ledger/place.ts';
import { auditColumns, auditText, entryText, nextLink } from './chain.ts';
import type { Runner } from './db/connection.ts';
import {
  auditTable,
  chainTable,
  deltaTable,
  feedEntryTable,
  moveHead,
  readHead,
  thingChangeTable,
} from './publish.queries.ts';
import { type BalanceOf, PublishedBalances } from './published-balances.ts';
import type { AuditRow, FeedRow, LedgerEntry, PublishedRow, StockRow, ThingRow } from './published-row.ts';

export type Publish = (runner: Runner, rows: readonly PublishedRow[], at: number) => Promise<number>;

/**
 * Gives positions to rows, in order, and writes everything that readers outside see of them. Runs inside the
 * transaction that made the rows (SQLite) or in the sequencer's (PostgreSQL); one at a time on both. `at` never goes
 * back, so that "as of" an instant is a position. Answers the last position.
 */
export function makePublisher(): Publish {
  const balances = new PublishedBalances();
  return async (runner, rows, at) => {
    const stored = await runner.one(readHead, {});
    invariant(stored, 'the feed head is missing: the migrations did not run');
    const legs = rows.flatMap((row) => (row.kind === 'stock' ? legsOf(row.entry) : []));
    await balances.load(runner, stampOf(stored), legs.flatMap(touchedBy));
    const round = new Round(stored, Math.max(at, stored.last_at), balances);
    for (const row of rows) round.take(row);
    await round.write(runner);
    return round.position;
  };
}

/** Equal stamps mean equal ledgers, and so equal sums: the chain's last link stands for all that was published. */
function stampOf(head: { readonly position: number; readonly chain_hash: string }): string {
  return `${head.position}/${head.chain_hash}`;
}

/** Rows being published together: everything is worked out first, then written table by table. */
class Round {
  position: number;
  #chainHash: string;
  readonly #at: number;
  readonly #atText: string;
  readonly #balances: PublishedBalances;
  readonly #deltas: ReturnType<typeof deltaRow>[] = [];
  readonly #entries: ReturnType<typeof feedEntryRow>[] = [];
  readonly #links: { position: number; kind: string; subject: string; hash: string }[] = [];
  readonly #audits: ReturnType<typeof auditRow>[] = [];
  readonly #things = new Map<string, ThingRow>();

  constructor(head: { position: number; chain_hash: string }, at: number, balances: PublishedBalances) {
    this.position = head.position;
    this.#chainHash = head.chain_hash;
    this.#at = at;
    this.#atText = new Date(at).toISOString();
    this.#balances = balances;
  }

  take(row: PublishedRow): void {
    if (row.kind === 'stock') this.#takeStock(row);
    else if (row.kind === 'feed') this.#entries.push(feedEntryRow(row, this.#next(), this.#at));
    else if (row.kind === 'audit') this.#takeAudit(row);
    else this.#things.set(`${row.thing}\u0000${row.key}\u0000${row.warehouse}`, row);
  }

  #takeStock({ entry, decimals }: StockRow): void {
    for (const leg of legsOf(entry)) {
      const atLocation = this.#balances.add(leg.of, leg.quantityBase);
      const inWarehouse = leg.isInternal ? null : this.#balances.add({ ...leg.of, location: '' }, leg.quantityBase);
      const sums = {
        location: String(fromBase(atLocation, decimals)),
        warehouse: inWarehouse === null ? null : String(fromBase(inWarehouse, decimals)),
      };
      const body = deltaBody(entry, leg, fromBase(leg.quantityBase, decimals), this.#atText);
      this.#deltas.push(deltaRow(this.#next(), entry, leg, sums, body, this.#at));
    }
    this.#link('ledger', entry.id, entryText(entry));
  }

  #takeAudit(row: AuditRow): void {
    const columns = auditColumns(row);
    this.#audits.push(auditRow(columns));
    this.#link('audit', row.id, auditText(columns));
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
    await this.#balances.write(runner, stampOf({ position: this.position, chain_hash: this.#chainHash }));
    await runner.one(moveHead, { position: this.position, chainHash: this.#chainHash, at: this.#at });
  }
}

/** What an entry does at one place in the building. */
interface PublishedLeg {
  readonly of: BalanceOf;
  readonly plate: string | null;
  readonly quantityBase: number;
  /** A move inside the warehouse: zero there, so readers of whole warehouses do not see it. */
  readonly isInternal: boolean;
}

function legsOf(entry: LedgerEntry): PublishedLeg[] {
  const isInternal =
    !isOutside(entry.from_location) && !isOutside(entry.to_location) && entry.from_status === entry.to_status;
  const legs: PublishedLeg[] = [];
  if (!isOutside(entry.from_location)) {
    const of = balanceOf(entry, entry.from_location, entry.from_status);
    legs.push({ of, plate: entry.from_plate, quantityBase: -entry.quantity_base, isInternal });
  }
  if (!isOutside(entry.to_location)) {
    const of = balanceOf(entry, entry.to_location, entry.to_status);
    legs.push({ of, plate: entry.to_plate, quantityBase: entry.quantity_base, isInternal });
  }
  return legs;
}

function balanceOf(entry: LedgerEntry, location: string, status: string): BalanceOf {
  return {
    location,
    warehouse: entry.warehouse,
    item_key: entry.item_key,
    owner: entry.owner,
    lot: entry.lot ?? '',
    inventory_status: status,
  };
}

function touchedBy(leg: PublishedLeg): BalanceOf[] {
  return leg.isInternal ? [leg.of] : [leg.of, { ...leg.of, location: '' }];
}

function deltaRow(
  position: number,
  entry: LedgerEntry,
  leg: PublishedLeg,
  sums: { readonly location: string; readonly warehouse: string | null },
  body: string,
  at: number,
) {
  return {
    position,
    source_system: sourceSystemOf(entry.item_key),
    ...leg.of,
    warehouse_level: leg.isInternal ? 0 : 1,
    at,
    quantity_base: leg.quantityBase,
    on_hand_after: sums.warehouse,
    location_on_hand_after: sums.location,
    coverage: entry.coverage,
    body,
  };
}

/** The members of a delta that never change, as JSON text without its braces; the reader's query adds the rest. */
function deltaBody(entry: LedgerEntry, leg: PublishedLeg, quantity: number, at: string): string {
  const members = {
    at,
    item: itemNumberOf(entry.item_key),
    warehouse: entry.warehouse,
    inventoryStatus: leg.of.inventory_status,
    owner: entry.owner,
    lot: entry.lot,
    serial: entry.serial,
    location: leg.of.location,
    licensePlate: leg.plate,
    quantity,
    reason: entry.reason,
    commandId: entry.command_id,
    transactionId: entry.id,
  };
  return JSON.stringify(members).slice(1, -1);
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
  };
}

function auditRow(columns: ReturnType<typeof auditColumns>) {
  const { id, at, actor, action, subject, before, after, commandId } = columns;
  return { id, at, actor, action, subject, before_json: before, after_json: after, command_id: commandId };
}

function thingRow(thing: ThingRow, position: number) {
  const { thing: kind, key, warehouse, deleted } = thing;
  return { kind, thing_key: key, warehouse, position, deleted: deleted ? 1 : 0 };
}
