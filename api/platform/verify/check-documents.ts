import { hash } from 'node:crypto';
import type { Runner } from '../db/connection.ts';
import { documentKinds } from '../documents.ts';
import type { PublishedRow } from '../published-row.ts';
import { Check } from './findings.ts';
import { batches } from './in-batches.ts';
import { waitingRows } from './published.queries.ts';
import { adjustedBy, coverageWithoutDocument, documentsAfter, feedEntriesAfter } from './rows.queries.ts';

/** The finest step that any quantity has, so that numbers with decimals add up exactly. */
const steps = 1_000_000;

interface Receipt {
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
  readonly source_system: string;
  readonly command_id: string;
  readonly body: string;
}

/**
 * The details of a document add up to its lines, receipts to what orders say was received, journals to what their command
 * did to stock; and every version is in its feed exactly as it is stored.
 */
export async function checkDocuments(read: Runner, receivedOnLines: ReadonlyMap<string, number>): Promise<Check> {
  const check = new Check('documents', 'versions');
  const inFeeds = await documentsInFeeds(read, check);
  const receivedSteps = new Map<string, number>();
  let before: DocumentRow | undefined;
  const start = { number: '', version: 0 };
  for await (const rows of batches(read, documentsAfter, start, ({ number, version }) => ({ number, version }))) {
    for (const row of rows) {
      check.rows += 1;
      const name = `${row.number} version ${row.version}`;
      check.same(name, 'its version', row.version, before?.number === row.number ? before.version + 1 : 1);
      if (!inFeeds.has(name)) check.fault(name, 'it is in no feed');
      else if (inFeeds.get(name) !== hash('sha256', row.body)) check.fault(name, 'its feed tells something else');
      inFeeds.delete(name);
      if (row.kind === 'shipment-receipt') checkReceipt(check, name, row, receivedSteps);
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
  for (const row of await read.all(coverageWithoutDocument, {})) {
    check.fault(row.id, `it is reported by ${row.document_number}, which is not there`);
  }
  return check;
}

/** A hash of the text of every version that a feed has, or that waits for its position. */
async function documentsInFeeds(read: Runner, check: Check): Promise<Map<string, string>> {
  const feeds: readonly string[] = Object.values(documentKinds).map((kind) => kind.feed);
  const texts = new Map<string, string>();
  for await (const rows of batches(read, feedEntriesAfter, { after: 0 }, (row) => ({ after: row.position }))) {
    for (const row of rows) {
      if (!feeds.includes(row.feed)) continue;
      const name = `${row.subject} version ${row.version}`;
      const isActive = (JSON.parse(row.body) as { active: boolean }).active;
      if (texts.has(name) && isActive) check.fault(name, 'it is in its feed twice');
      if (isActive) texts.set(name, hash('sha256', row.body));
    }
  }
  for (const { row_json } of await read.all(waitingRows, {})) {
    const row = JSON.parse(row_json) as PublishedRow;
    if (row.kind === 'feed' && feeds.includes(row.feed)) {
      texts.set(`${row.subject} version ${row.version}`, hash('sha256', JSON.stringify(row.body)));
    }
  }
  return texts;
}

function checkReceipt(check: Check, name: string, row: DocumentRow, receivedSteps: Map<string, number>): void {
  for (const line of (JSON.parse(row.body) as Receipt).lines) {
    const details = line.details.reduce((sum, detail) => sum + stepsOf(detail.quantity), 0);
    const of = `line ${line.orderNumber}/${line.lineNumber}`;
    check.same(name, `the sum of the details of ${of}`, details / steps, line.receivedQuantity);
    if (row.active !== 1) continue;
    const key = `${row.source_system}:${line.orderNumber} line ${line.lineNumber}`;
    receivedSteps.set(key, (receivedSteps.get(key) ?? 0) + stepsOf(line.receivedQuantity));
  }
}

async function checkJournal(read: Runner, check: Check, name: string, row: DocumentRow): Promise<void> {
  const told = (JSON.parse(row.body) as Journal).lines.reduce((sum, line) => sum + stepsOf(line.difference), 0);
  const items = await read.all(adjustedBy, { commandId: row.command_id });
  const didSteps = items.reduce((sum, item) => sum + (item.quantity_base * steps) / 10 ** item.decimals, 0);
  check.same(name, 'the sum of its differences', told / steps, didSteps / steps);
}

function stepsOf(quantity: number): number {
  return Math.round(quantity * steps);
}
