import { byUrgency, isCutoffNear, type Urgency } from '#shared/ledger/urgency.ts';
import type { Waiting } from '#shared/waves/is-due.ts';
import { isMeant } from '#shared/waves/template.ts';
import type { TemplateDocument } from '#shared/waves/template-document.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { timeZoneOf } from '../platform/facts/warehouses.queries.ts';
import { localTime } from '../platform/local-day.ts';
import { newLines, releasableOrders } from './template.queries.ts';
import { templatesOf } from './template-admin.queries.ts';

/** A template of a warehouse; null where there is none of that code. */
export async function templateNamed(read: Runner, warehouse: string, code: string): Promise<TemplateDocument | null> {
  return (await templatesOf(read, warehouse)).find((template) => template.code === code) ?? null;
}

/**
 * Keys of the orders that a template gathers at this moment, the most urgent first. `new`: only of those of which nobody
 * tried something to release yet, nor took it back.
 */
export async function keysOfTemplate(
  read: Runner,
  warehouse: string,
  template: TemplateDocument,
  now: number,
  which: 'any' | 'new' = 'any',
): Promise<string[]> {
  const rows = await ordersOf(read, warehouse, template, { now, which });
  const urgent = rows.map((row) => ({ ...row, ...urgencyOf(row, now) })).sort(byUrgency);
  return urgent.slice(0, template.ordersAtMost).map(({ order_key: key }) => key);
}

/**
 * What waits for a template, as far as nobody tried to release it yet nor took it back: what waits for goods is released
 * by itself when they come, and what was taken back when somebody says so.
 */
export async function waitingFor(
  read: Runner,
  warehouse: string,
  template: TemplateDocument,
  now: number,
): Promise<Waiting> {
  const rows = await ordersOf(read, warehouse, template, { now, which: 'new' });
  const oldest = Math.min(...rows.map((row) => row.created_at));
  return {
    orders: rows.length,
    lines: template.automatic?.linesAtLeast ? await linesOf(read, warehouse, rows) : rows.length,
    oldest: rows.length === 0 ? '' : localTime(oldest, await timeZoneOf(read, warehouse)),
  };
}

async function linesOf(read: Runner, warehouse: string, rows: readonly { readonly order_key: string }[]) {
  const lines = new Map((await read.all(newLines, { warehouse })).map((row) => [row.order_key, Number(row.lines)]));
  return rows.reduce((sum, row) => sum + (lines.get(row.order_key) ?? 0), 0);
}

interface Wanted {
  readonly now: number;
  readonly which: 'any' | 'new';
}

/** The orders that fit a template and none that comes before it. */
async function ordersOf(read: Runner, warehouse: string, template: TemplateDocument, { now, which }: Wanted) {
  const all = await templatesOf(read, warehouse);
  const own = all.findIndex(({ code }) => code === template.code);
  const before = all.slice(0, Math.max(own, 0)).filter(({ isActive }) => isActive);
  const rows = await read.all(releasableOrders, { warehouse, which, held: 'no' });
  return rows.filter((row) => {
    const order = {
      sourceSystem: row.source_system,
      orderType: row.order_type,
      carrier: row.carrier,
      priority: row.priority,
      dueAt: row.cutoff_at ?? row.ship_by,
    };
    return isMeant(template, order, now) && !before.some((other) => isMeant(other, order, now));
  });
}

function urgencyOf(row: RowOf<typeof releasableOrders>, now: number): Urgency {
  return {
    number: row.order_number,
    priority: row.priority,
    shipBy: row.cutoff_at ?? row.ship_by,
    isCutoffNear: isCutoffNear(row.cutoff_at, now),
    createdAt: row.created_at,
  };
}
