import { fromBase } from '#shared/kernel/quantity.ts';
import type { Runner } from '../db/connection.ts';
import type { RowOf } from '../db/statement.ts';
import { checkAudit } from './check-audit.ts';
import { checkBalances, checkPending, checkPublishedBalances } from './check-balances.ts';
import { checkDocuments } from './check-documents.ts';
import { checkReservations } from './check-reservations.ts';
import { checkReturns } from './check-returns.ts';
import { checkCommands, checkDevices, checkOrders, checkPlaces } from './check-rows.ts';
import { checkSlips } from './check-slips.ts';
import type { Finding } from './findings.ts';
import { linesWithRegistrations } from './rows.queries.ts';
import { walkPublished } from './walk-published.ts';

export type { Fault, Finding } from './findings.ts';

/**
 * Proves the books of a database: balances and snapshots are rebuilt from the ledger and compared, the hash chain is
 * made again from its first link to its last, registrations, orders, receipts, slips and journals are held against each
 * other. Reads only, in batches. What is read must be of one moment: give it a snapshot of a database that is being
 * written. `url` says how to open the database again, so that a long ledger is proved by several threads.
 */
export async function verifyBooks(read: Runner, url: string | null = null): Promise<Finding[]> {
  const { stock, published, checks } = await walkPublished(read, url);
  const lines = await read.all(linesWithRegistrations, {});
  const all = [
    ...checks,
    await checkBalances(read, stock),
    await checkPublishedBalances(read, published),
    await checkPending(read),
    await checkReservations(read),
    await checkPlaces(read),
    await checkCommands(read),
    await checkDevices(read),
    await checkOrders(read, lines),
    await checkDocuments(read, receivedOnLines(lines)),
    await checkSlips(read),
    await checkReturns(read),
    await checkAudit(read),
  ];
  return all.map((check) => check.finding);
}

function receivedOnLines(lines: readonly RowOf<typeof linesWithRegistrations>[]): Map<string, number> {
  const received = lines.filter((row) => row.received_base !== 0);
  return new Map(
    received.map((row) => [`${row.order_key} line ${row.line_number}`, fromBase(row.received_base, row.decimals)]),
  );
}

/** Findings as lines for people: each check, how many rows of what it looked at, and every fault by its row. */
export function findingLines(findings: readonly Finding[]): string[] {
  const names = widest(findings.map(({ check }) => check));
  const counts = widest(findings.map(({ rows }) => String(rows)));
  const kinds = widest(findings.map(({ of }) => of));
  return findings.flatMap(({ check, rows, of, faultCount, faults }) => {
    const verdict = faultCount === 0 ? 'right' : `${faultCount} WRONG`;
    const told = faults.map(({ row, what }) => `    ${row}: ${what}`);
    const more = faultCount > faults.length ? [`    and ${faultCount - faults.length} more`] : [];
    return [
      `${check.padEnd(names)}  ${String(rows).padStart(counts)} ${of.padEnd(kinds)}  ${verdict}`,
      ...told,
      ...more,
    ];
  });
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}
