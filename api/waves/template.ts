import { byUrgency, isCutoffNear, type Urgency } from '#shared/ledger/urgency.ts';
import { isMeant, type WaveTemplate, waveTemplate } from '#shared/waves/template.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { releasableOrders } from './template.queries.ts';
import { templateCoded } from './waves.queries.ts';

export type NamedTemplate = WaveTemplate & { readonly code: string };

/** A template of a warehouse; null where there is none of that code. */
export async function templateNamed(read: Runner, warehouse: string, code: string): Promise<NamedTemplate | null> {
  const row = await read.one(templateCoded, { warehouse, code });
  return row ? { ...waveTemplate.parse(JSON.parse(row.template)), code: row.code } : null;
}

/**
 * Keys of the orders that a template gathers at this moment, the most urgent first. `new`: only of those of which
 * something was never tried to be released; what waits for goods is released by itself when they come.
 */
export async function keysOfTemplate(
  read: Runner,
  warehouse: string,
  template: WaveTemplate,
  now: number,
  which: 'any' | 'new' = 'any',
): Promise<string[]> {
  const rows = await read.all(releasableOrders, { warehouse, which, held: 'no' });
  const urgent = rows.map((row) => ({ ...row, ...urgencyOf(row, now) })).sort(byUrgency);
  return urgent
    .filter((row) =>
      isMeant(
        template,
        {
          sourceSystem: row.source_system,
          orderType: row.order_type,
          carrier: row.carrier,
          priority: row.priority,
          dueAt: row.cutoff_at ?? row.ship_by,
        },
        now,
      ),
    )
    .slice(0, template.ordersAtMost)
    .map(({ order_key: key }) => key);
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
