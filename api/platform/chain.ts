import { hash } from 'node:crypto';
import type { AuditRow, LedgerEntry } from './published-row.ts';

/** The first link hashes onto this. */
export const chainStart = '0'.repeat(64);

/** SHA-256 over the previous link and the row's own text: a changed, removed or inserted row breaks every later link. */
export function nextLink(previous: string, text: string): string {
  return hash('sha256', `${previous}\n${text}`);
}

/** The text of an entry that its link is made of: every column, in this order; older entries end before the channel. */
export function entryText(entry: LedgerEntry): string {
  return JSON.stringify([
    entry.id,
    entry.command_id,
    entry.warehouse,
    entry.item_key,
    entry.owner,
    entry.lot,
    entry.serial,
    entry.quantity_base,
    entry.from_location,
    entry.from_plate,
    entry.from_status,
    entry.to_location,
    entry.to_plate,
    entry.to_status,
    entry.reason,
    entry.reason_code,
    entry.corrects,
    entry.coverage,
    entry.operator,
    entry.device,
    entry.occurred_at,
    entry.recorded_at,
    // A row that waited in the outbox while the program was upgraded has no such member at all.
    ...((entry.channel ?? null) === null ? [] : [entry.channel, entry.unit]),
  ]);
}

/** The text of an audit row, as stored: `before` and `after` are JSON text or null. */
export function auditText(row: {
  readonly id: string;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly commandId: string | null;
}): string {
  return JSON.stringify([row.id, row.at, row.actor, row.action, row.subject, row.before, row.after, row.commandId]);
}

/** How an audit row's structures are stored. */
export function auditColumns(row: AuditRow) {
  const text = (value: unknown): string | null =>
    value === undefined || value === null ? null : JSON.stringify(value);
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    before: text(row.before),
    after: text(row.after),
    commandId: row.commandId,
  };
}
