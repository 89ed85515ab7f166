import { hash } from 'node:crypto';
import type { Runner } from '../db/connection.ts';
import { documentKinds } from '../documents.ts';
import type { PublishedRow } from '../published-row.ts';
import { Check } from './findings.ts';
import { batches } from './in-batches.ts';
import { waitingRows } from './published.queries.ts';
import {
  adjustedBy,
  coverageWithoutDocument,
  documentsAfter,
  feedEntriesAfter,
  registrationsOnDocuments,
} from './rows.queries.ts';

/** The finest step that any quantity has, so that numbers with decimals add up exactly. */
const steps = 1_000_000;

interface Receipt {
  readonly quantityChannel: boolean;
  readonly lines: readonly {
    readonly orderNumber: string;
    readonly lineNumber: number;
    readonly receivedQuantity: number;
    readonly details: readonly { readonly quantity: number }[];
  }[];
}

interface Journal {
  readonly lines: readonly { readonly difference: number }[];
}

interface DocumentRow {
  readonly kind: string;
  readonly number: string;
  readonly version: number;
  readonly active: number;
  readonly supersedes: number | null;
  readonly posting_status: string;
  readonly source_system: string;
  readonly command_id: string;
  readonly body: string;
}

/**
 * The details of a document add up to its lines, receipts to what orders say was received, journals to what their command
 * did to stock; every version is in its feed exactly as it is stored, and so is its reversal; what counts as told by a
 * receipt is what it tells of.
 */
export async function checkDocuments(read: Runner, receivedOnLines: ReadonlyMap<string, number>): Promise<Check> {
  const check = new Check('documents', 'versions');
  const inFeeds = await documentsInFeeds(read, check);
  const receivedSteps = new Map<string, number>();
  const detailsOn = new Map<string, Counted>();
  let before: DocumentRow | undefined;
  const start = { number: '', version: 0 };
  for await (const rows of batches(read, documentsAfter, start, ({ number, version }) => ({ number, version }))) {
    for (const row of rows) {
      check.rows += 1;
      const name = `${row.number} version ${row.version}`;
      checkVersion(check, name, row, before);
      checkFeed(check, name, row, inFeeds.get(name));
      inFeeds.delete(name);
      if (row.kind === 'shipment-receipt') {
        const counted = checkReceipt(check, name, row, receivedSteps);
        if (row.active === 1) detailsOn.set(row.number, counted);
      }
      if (row.kind === 'counting-journal') await checkJournal(read, check, name, row);
      before = row;
    }
  }
  for (const name of inFeeds.keys()) check.fault(name, 'it is in a feed, but not stored');
  for (const [line, received] of receivedOnLines) {
    check.same(line, 'what its receipts say', (receivedSteps.get(line) ?? 0) / steps, received);
    receivedSteps.delete(line);
  }
  for (const line of receivedSteps.keys()) check.fault(line, 'a receipt tells of it, but no order has it');
  await checkCovered(read, check, detailsOn);
  for (const row of await read.all(coverageWithoutDocument, {})) {
    check.fault(row.id, `it is reported by ${row.document_number}, which is not there`);
  }
  return check;
}

/** What feeds tell of a version: its text as it was issued, and the lines of its reversal. Hashes; null for neither. */
interface Told {
  readonly issued: string | null;
  readonly reversed: string | null;
}

/** What a feed has of every version, or what of it waits for its position. */
async function documentsInFeeds(read: Runner, check: Check): Promise<Map<string, Told>> {
  const feeds: readonly string[] = Object.values(documentKinds).map((kind) => kind.feed);
  const told = new Map<string, Told>();
  const note = (name: string, text: string) => {
    const body = JSON.parse(text) as { readonly active: boolean; readonly lines: unknown };
    const known = told.get(name) ?? { issued: null, reversed: null };
    const isThere = (body.active ? known.issued : known.reversed) !== null;
    if (isThere) check.fault(name, 'it is in its feed twice');
    if (!body.active && known.issued === null) check.fault(name, 'it is reversed in its feed before it is issued');
    told.set(name, body.active ? { ...known, issued: hashOf(text) } : { ...known, reversed: linesHash(body) });
  };
  for await (const rows of batches(read, feedEntriesAfter, { after: 0 }, (row) => ({ after: row.position }))) {
    for (const row of rows) {
      if (feeds.includes(row.feed)) note(`${row.subject} version ${row.version}`, row.body);
    }
  }
  for (const { row_json } of await read.all(waitingRows, {})) {
    const row = JSON.parse(row_json) as PublishedRow;
    if (row.kind === 'feed' && feeds.includes(row.feed)) {
      note(`${row.subject} version ${row.version}`, JSON.stringify(row.body));
    }
  }
  return told;
}

function hashOf(text: string): string {
  return hash('sha256', text);
}

function linesHash(body: { readonly lines: unknown }): string {
  return hashOf(JSON.stringify(body.lines));
}

function checkFeed(check: Check, name: string, row: DocumentRow, told: Told | undefined): void {
  if (!told) {
    check.fault(name, 'it is in no feed');
    return;
  }
  if (told.issued !== hashOf(row.body)) check.fault(name, 'its feed tells something else');
  if (row.active === 1) {
    if (told.reversed !== null) check.fault(name, 'it counts, but its feed says that it was reversed');
    return;
  }
  if (told.reversed === null) check.fault(name, 'it was reversed, but its feed does not say so');
  else if (told.reversed !== linesHash(JSON.parse(row.body) as Receipt)) {
    check.fault(name, 'its feed reverses something else');
  }
}

/** Versions follow each other, one counts at most, and only one that counts is final. */
function checkVersion(check: Check, name: string, row: DocumentRow, before: DocumentRow | undefined): void {
  const older = before?.number === row.number ? before : undefined;
  check.same(name, 'its version', row.version, (older?.version ?? 0) + 1);
  check.same(name, 'the version that it supersedes', row.supersedes, older?.version ?? null);
  if (older?.active === 1) check.fault(name, 'the version before it counts as well');
  if (row.active !== 1 && row.posting_status === 'posted') check.fault(name, 'it is final, but does not count');
}

/** The receipt that counts tells of every registration that is on it, each through the channel that it says. */
async function checkCovered(read: Runner, check: Check, detailsOn: ReadonlyMap<string, Counted>): Promise<void> {
  const left = new Map(detailsOn);
  for (const { number, channel, count } of await read.all(registrationsOnDocuments, {})) {
    if (number === null) continue;
    const counted = left.get(number);
    left.delete(number);
    check.same(number, 'the number of its details', counted?.details, count);
    check.same(number, 'the channel of its registrations', channel, counted?.channel);
  }
  for (const [number, { details }] of left) check.same(number, 'the number of its registrations', 0, details);
}

interface Counted {
  readonly details: number;
  readonly channel: string;
}

function checkReceipt(check: Check, name: string, row: DocumentRow, receivedSteps: Map<string, number>): Counted {
  const { lines, quantityChannel } = JSON.parse(row.body) as Receipt;
  for (const line of lines) {
    const details = line.details.reduce((sum, detail) => sum + stepsOf(detail.quantity), 0);
    const of = `line ${line.orderNumber}/${line.lineNumber}`;
    check.same(name, `the sum of the details of ${of}`, details / steps, line.receivedQuantity);
    if (row.active !== 1) continue;
    const key = `${row.source_system}:${line.orderNumber} line ${line.lineNumber}`;
    receivedSteps.set(key, (receivedSteps.get(key) ?? 0) + stepsOf(line.receivedQuantity));
  }
  const details = lines.reduce((sum, line) => sum + line.details.length, 0);
  return { details, channel: quantityChannel ? 'documents' : 'update-log' };
}

async function checkJournal(read: Runner, check: Check, name: string, row: DocumentRow): Promise<void> {
  const told = (JSON.parse(row.body) as Journal).lines.reduce((sum, line) => sum + stepsOf(line.difference), 0);
  // What a journal tells of is its own part of what the command did: a count makes one for each source system.
  const [commandId = ''] = row.command_id.split('.');
  const items = await read.all(adjustedBy, { commandId, coverage: row.command_id });
  const didSteps = items.reduce((sum, item) => sum + (item.quantity_base * steps) / 10 ** item.decimals, 0);
  check.same(name, 'the sum of its differences', told / steps, didSteps / steps);
}

function stepsOf(quantity: number): number {
  return Math.round(quantity * steps);
}
