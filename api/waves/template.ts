import type { ReleaseOrder } from '#shared/waves/plan-release.ts';
import { isMeant, type WaveTemplate } from '#shared/waves/template.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { AppTrx } from '../platform/store.ts';
import { ordersWithKeys } from './release-facts.ts';
import { releasableOrders } from './template.queries.ts';
import { templateCoded } from './waves.queries.ts';

export type NamedTemplate = WaveTemplate & { readonly code: string };

/** A template of a warehouse; null where there is none of that code. */
export async function templateNamed(read: Runner, warehouse: string, code: string): Promise<NamedTemplate | null> {
  const row = await read.one(templateCoded, { warehouse, code });
  return row ? { ...(JSON.parse(row.template) as WaveTemplate), code: row.code } : null;
}

/** Keys of the orders that a template gathers at this moment, the most urgent first. */
export async function keysOfTemplate(
  read: Runner,
  warehouse: string,
  template: WaveTemplate,
  now: number,
): Promise<string[]> {
  const rows = await read.all(releasableOrders, { warehouse });
  return rows
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

/** The orders that a template gathers, locked and ready for the rule. */
export async function ordersOfTemplate(
  trx: AppTrx,
  warehouse: string,
  template: WaveTemplate,
): Promise<ReleaseOrder[]> {
  return ordersWithKeys(trx, warehouse, await keysOfTemplate(trx, warehouse, template, trx.now));
}
