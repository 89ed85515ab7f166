import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isOutside } from '#shared/ledger/place.ts';
import { auditColumns, auditText, entryText, nextLink } from './chain.ts';
import type { Runner } from './db/connection.ts';
import {
  addToPublishedBalance,
  insertAudit,
  insertDelta,
  insertFeedEntry,
  insertLink,
  markThing,
  moveHead,
  readHead,
} from './publish.queries.ts';
import type { LedgerEntry, PublishedRow, StockRow, ThingRow } from './published-row.ts';

/** Where the next rows go: the last position given, the last link of the chain, the time of the rows being written. */
interface Head {
  position: number;
  chainHash: string;
  readonly at: number;
}

/**
 * Gives positions to rows, in order, and writes everything that readers outside see of them. Runs inside the
 * transaction that made the rows (SQLite) or in the sequencer's (PostgreSQL); one at a time on both. `at` never goes
 * back, so that "as of" an instant is a position. Answers the last position.
 */
export async function publishRows(runner: Runner, rows: readonly PublishedRow[], at: number): Promise<number> {
  const stored = await runner.one(readHead, {});
  invariant(stored, 'the feed head is missing: the migrations did not run');
  const head: Head = { position: stored.position, chainHash: stored.chain_hash, at: Math.max(at, stored.last_at) };
  const things = new Map<string, ThingRow>();
  for (const row of rows) {
    if (row.kind === 'stock') await publishStock(runner, head, row);
    else if (row.kind === 'feed') await publishFeed(runner, head, row);
    else if (row.kind === 'audit') await publishAudit(runner, head, row);
    else things.set(`${row.thing}\u0000${row.key}\u0000${row.warehouse}`, row);
  }
  for (const thing of things.values()) {
    head.position += 1;
    await runner.one(markThing, {
      kind: thing.thing,
      key: thing.key,
      warehouse: thing.warehouse,
      position: head.position,
      deleted: thing.deleted ? 1 : 0,
    });
  }
  await runner.one(moveHead, { position: head.position, chainHash: head.chainHash, at: head.at });
  return head.position;
}

async function publishStock(runner: Runner, head: Head, row: StockRow): Promise<void> {
  const { entry } = row;
  const isInternal =
    !isOutside(entry.from_location) && !isOutside(entry.to_location) && entry.from_status === entry.to_status;
  const legs = [
    { location: entry.from_location, plate: entry.from_plate, status: entry.from_status, sign: -1 },
    { location: entry.to_location, plate: entry.to_plate, status: entry.to_status, sign: 1 },
  ];
  for (const leg of legs) {
    if (isOutside(leg.location)) continue;
    const quantityBase = leg.sign * entry.quantity_base;
    const dimensions = {
      warehouse: entry.warehouse,
      itemKey: entry.item_key,
      owner: entry.owner,
      lot: entry.lot ?? '',
      inventoryStatus: leg.status,
    };
    const atLocation = await addTo(runner, { ...dimensions, location: leg.location, quantityBase });
    const inWarehouse = await addTo(runner, {
      ...dimensions,
      location: '',
      quantityBase: isInternal ? 0 : quantityBase,
    });
    head.position += 1;
    await runner.one(insertDelta, {
      ...dimensions,
      position: head.position,
      sourceSystem: sourceSystemOf(entry.item_key),
      warehouseLevel: isInternal ? 0 : 1,
      at: head.at,
      location: leg.location,
      quantityBase,
      onHandAfter: String(fromBase(inWarehouse, row.decimals)),
      locationOnHandAfter: String(fromBase(atLocation, row.decimals)),
      coverage: entry.coverage,
      body: deltaBody(entry, leg, fromBase(quantityBase, row.decimals), head.at),
    });
  }
  await link(runner, head, 'ledger', entry.id, entryText(entry));
}

async function addTo(
  runner: Runner,
  row: {
    warehouse: string;
    location: string;
    itemKey: string;
    owner: string;
    lot: string;
    inventoryStatus: string;
    quantityBase: number;
  },
): Promise<number> {
  const balance = await runner.one(addToPublishedBalance, row);
  return balance?.quantity_base ?? 0;
}

/** The members of a delta that never change, as JSON text without its braces; the reader's query adds the rest. */
function deltaBody(
  entry: LedgerEntry,
  leg: { location: string; plate: string | null; status: string },
  quantity: number,
  at: number,
): string {
  const members = {
    at: new Date(at).toISOString(),
    item: itemNumberOf(entry.item_key),
    warehouse: entry.warehouse,
    inventoryStatus: leg.status,
    owner: entry.owner,
    lot: entry.lot,
    serial: entry.serial,
    location: leg.location,
    licensePlate: leg.plate,
    quantity,
    reason: entry.reason,
    commandId: entry.command_id,
    transactionId: entry.id,
  };
  return JSON.stringify(members).slice(1, -1);
}

async function publishFeed(runner: Runner, head: Head, row: Extract<PublishedRow, { kind: 'feed' }>): Promise<void> {
  head.position += 1;
  await runner.one(insertFeedEntry, {
    position: head.position,
    feed: row.feed,
    sourceSystem: row.sourceSystem,
    warehouse: row.warehouse,
    subject: row.subject,
    version: row.version,
    at: head.at,
    body: JSON.stringify(row.body),
  });
}

async function publishAudit(runner: Runner, head: Head, row: Extract<PublishedRow, { kind: 'audit' }>): Promise<void> {
  const columns = auditColumns(row);
  await runner.one(insertAudit, columns);
  await link(runner, head, 'audit', row.id, auditText(columns));
}

async function link(runner: Runner, head: Head, kind: string, subject: string, text: string): Promise<void> {
  head.position += 1;
  head.chainHash = nextLink(head.chainHash, text);
  await runner.one(insertLink, { position: head.position, kind, subject, hash: head.chainHash });
}
