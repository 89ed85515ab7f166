import { auditText, chainStart, entryText, nextLink } from '../chain.ts';
import type { Runner } from '../db/connection.ts';
import { type DeltaRow, deltaRow, legsOf } from '../delta-row.ts';
import type { LedgerEntry, PublishedRow, Settlement } from '../published-row.ts';
import { DeltaCursor } from './delta-cursor.ts';
import { Check } from './findings.ts';
import { batches } from './in-batches.ts';
import { KeptBalances, keptBalances } from './kept-balances.ts';
import {
  auditRow,
  decimalsOfItems,
  entriesAtOdds,
  entriesNotCovered,
  headRow,
  keptPositions,
  linkedTwice,
  linksAfter,
  settledAfter,
  unlinkedAudits,
  unlinkedEntries,
  waitingRows,
} from './published.queries.ts';
import { addFlat } from './quick-sums.ts';
import { addEntry, addWaiting, type PublishedSums, publishedKey, Sums, takeSettled } from './rebuilt.ts';
import { walkQuickly } from './walk-quickly.ts';

/** What the ledger adds up to, once all of it is read. */
export interface Walked {
  /** By every dimension of a balance: all entries. */
  readonly stock: Sums;
  /** By the dimensions of the feed, at locations and in warehouses: all entries that have their position. */
  readonly published: PublishedSums;
  readonly checks: readonly Check[];
}

interface Link extends LedgerEntry {
  readonly position: number;
  readonly kind: string;
  readonly subject: string;
  readonly hash: string;
}

/**
 * Proves the chain and the deltas: quickly, where all is right and everything has its position, which is how it nearly
 * always is; else carefully, so that whatever is wrong is named.
 */
export async function walkPublished(read: Runner, url: string | null): Promise<Walked> {
  const quick = await walkQuickly(read, url);
  if (quick === null) return walkCarefully(read);
  const chain = new Check('hash chain', 'links');
  const entries = new Check('ledger entries', 'entries');
  const deltas = new Check('deltas', 'deltas');
  for (const part of quick) {
    chain.rows += part.links;
    entries.rows += part.entries;
    deltas.rows += part.deltas;
  }
  const stock = new Sums();
  const published = { quantity: new Sums(), unreported: new Sums(), registered: new Sums() };
  addFlat(quick, stock, published);
  for await (const rows of batches(read, settledAfter, { after: 0 }, (row) => ({ after: row.position }))) {
    for (const row of rows) takeSettled(published, JSON.parse(row.settles ?? '') as Settlement);
  }
  await checkEntries(read, entries);
  await checkLinkedOnce(read, chain);
  const kept = new Check(...keptBalances);
  kept.rows = (await read.all(keptPositions, {})).length;
  return { stock, published, checks: [chain, entries, deltas, kept] };
}

/**
 * Walks the chain from its first link to its last, and beside it the feed of deltas. Every link is made again from the
 * row it stands for, and every delta from its entry and the sums up to there; so whatever was changed, removed or added
 * by other means is named, link by link.
 */
export async function walkCarefully(read: Runner): Promise<Walked> {
  const chain = new Check('hash chain', 'links');
  const entries = new Check('ledger entries', 'entries');
  const deltas = new Check('deltas', 'deltas');
  const stock = new Sums();
  const published = { quantity: new Sums(), unreported: new Sums(), registered: new Sums() };
  const kept = new KeptBalances(read, published.quantity);
  const cursor = new DeltaCursor(read);
  const items = new Map((await read.all(decimalsOfItems, {})).map((row) => [row.item_key, row.decimals]));
  let previous = chainStart;
  let linkedEntries = 0;
  let lastPosition = 0;
  const start = { after: 0 };
  for await (const links of batches(read, linksAfter, start, (row) => ({ after: row.position }))) {
    for (const link of links as Link[]) {
      chain.rows += 1;
      const text = await textOf(read, link);
      const name = `position ${link.position} (${link.kind} ${link.subject})`;
      if (text === null) chain.fault(name, 'the row it stands for is gone');
      else if (nextLink(previous, text) !== link.hash) chain.fault(name, 'the row, or the link before it, was changed');
      previous = link.hash;
      lastPosition = link.position;
      const deltasBefore = await cursor.upTo(link.position);
      await kept.checkUpTo((deltasBefore[0]?.position ?? link.position) - 1);
      if (link.kind !== 'ledger') {
        for (const stray of deltasBefore) deltas.fault(`position ${stray.position}`, 'no entry made it');
        continue;
      }
      if (text === null) continue;
      linkedEntries += 1;
      entries.rows += 1;
      addEntry(stock, link);
      deltas.rows += deltasBefore.length;
      const decimals = items.get(link.item_key);
      if (decimals === undefined) entries.fault(link.id, `its item ${link.item_key} is not known`);
      checkDeltas(deltas, link, decimals ?? 0, deltasBefore, published);
    }
  }
  for (const stray of await cursor.upTo(Number.MAX_SAFE_INTEGER)) {
    deltas.fault(`position ${stray.position}`, 'no entry made it');
  }
  const head = await read.one(headRow, {});
  await kept.checkUpTo(head?.position ?? 0);
  chain.same('the head of the feed', 'the last link', head?.chain_hash, previous);
  if ((head?.position ?? 0) < lastPosition)
    chain.fault('the head of the feed', `it is behind position ${lastPosition}`);
  for await (const rows of batches(read, settledAfter, start, (row) => ({ after: row.position }))) {
    for (const row of rows) takeSettled(published, JSON.parse(row.settles ?? '') as Settlement);
  }
  await checkEntries(read, entries);
  await checkUnlinked(read, { chain, entries, stock, linkedEntries });
  return { stock, published, checks: [chain, entries, deltas, kept.check] };
}

async function textOf(read: Runner, link: Link): Promise<string | null> {
  if (link.kind === 'ledger') return link.id === null ? null : entryText(link);
  const row = await read.one(auditRow, { id: link.subject });
  if (!row) return null;
  return auditText({ ...row, before: row.before_json, after: row.after_json, commandId: row.command_id });
}

/** Every entry has its command, which was applied, and the coverage that it names. */
async function checkEntries(read: Runner, check: Check): Promise<void> {
  for (const { id, command_id, outcome } of await read.all(entriesAtOdds, {})) {
    const what = outcome === null ? `there is no command ${command_id}` : `its command was ${outcome}`;
    check.fault(id, what);
  }
  for (const { id, coverage } of await read.all(entriesNotCovered, {})) {
    check.fault(id, `nothing covers it as ${coverage}`);
  }
}

function checkDeltas(
  check: Check,
  entry: LedgerEntry,
  decimals: number,
  found: readonly DeltaRow[],
  published: PublishedSums,
): void {
  const legs = legsOf(entry);
  check.same(entry.id, 'the number of its deltas', found.length, legs.length);
  for (const [index, leg] of legs.entries()) {
    addWaiting(published, entry, leg);
    const atLocationBase = published.quantity.add(publishedKey(leg.of), leg.quantityBase);
    const inWarehouse = publishedKey({ ...leg.of, location: '' });
    const inWarehouseBase = leg.isInternal ? null : published.quantity.add(inWarehouse, leg.quantityBase);
    const row = found[index];
    if (!row) continue;
    const { position, at } = row;
    const sums = { atLocationBase, inWarehouseBase };
    const proper = deltaRow({ position, at, entry, leg, sums, decimals });
    const name = `position ${position}`;
    for (const column of columnsOf(proper)) check.same(name, column, row[column], proper[column]);
  }
}

function columnsOf(row: DeltaRow): (keyof DeltaRow)[] {
  return Object.keys(row) as (keyof DeltaRow)[];
}

/** Entries without a link may only be those that wait for their position; they are stock all the same. */
async function checkUnlinked(
  read: Runner,
  { chain, entries, stock, linkedEntries }: { chain: Check; entries: Check; stock: Sums; linkedEntries: number },
): Promise<void> {
  const waiting = new Set<string>();
  for (const { row_json } of await read.all(waitingRows, {})) {
    const row = JSON.parse(row_json) as PublishedRow;
    if (row.kind === 'stock') waiting.add(row.entry.id);
    if (row.kind === 'audit') waiting.add(row.id);
  }
  for (const entry of await read.all(unlinkedEntries, {})) {
    entries.rows += 1;
    addEntry(stock, entry);
    if (!waiting.has(entry.id)) entries.fault(entry.id, 'it is not in the chain');
  }
  for (const { id } of await read.all(unlinkedAudits, {})) {
    if (!waiting.has(id)) chain.fault(`audit ${id}`, 'it is not in the chain');
  }
  if (linkedEntries > 0) await checkLinkedOnce(read, chain);
}

async function checkLinkedOnce(read: Runner, chain: Check): Promise<void> {
  for (const { kind, subject } of await read.all(linkedTwice, {})) {
    chain.fault(`${kind} ${subject}`, 'it is in the chain more than once');
  }
}
