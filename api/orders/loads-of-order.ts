import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { inboundLoadPhases, phaseOfLoad } from '#shared/ledger/load-phase.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { loadLinesOfOrder, loadsOfOrder, noticesOfOrder } from './loads-of-order.queries.ts';

/** The loads that an order comes on, as it is told to whoever may read the order. */
export const loadsAnswer = later(() =>
  z.array(
    z.object({
      load: z.string(),
      shipment: z.string(),
      /** `shipped` once it is on its way, `in_process` from the first registration of the order on. */
      status: z.enum(inboundLoadPhases),
      madeBy: z.string(),
      shippedAt: z.string().nullable(),
      expectedArrival: z.string().nullable(),
      createdAt: z.string(),
      completedAt: z.string().nullable(),
      /** In the item's base unit. */
      lines: z.array(
        z.object({
          lineNumber: z.number(),
          expected: z.number(),
          registered: z.number(),
          unit: z.string(),
          overDeliveryPercent: z.number(),
        }),
      ),
    }),
  ),
);

/** What suppliers announced of an order: the plates that hold something of it, and how many of them came whole. */
export const noticesAnswer = later(() =>
  z.array(
    z.object({
      load: z.string(),
      messageId: z.string(),
      changedAt: z.string(),
      plates: z.object({ announced: z.number(), received: z.number() }),
    }),
  ),
);

export interface LoadsOfOrder {
  readonly loads: z.infer<typeof loadsAnswer>;
  readonly notices: z.infer<typeof noticesAnswer>;
}

export async function readLoadsOfOrder(read: Runner, orderKey: string): Promise<LoadsOfOrder> {
  const rows = await loadsOfOrder(read, orderKey);
  const numbers = rows.map((row) => row.load_number);
  if (numbers.length === 0) return { loads: [], notices: [] };
  const lines = Map.groupBy(await loadLinesOfOrder(read, orderKey, numbers), (row) => row.load_number);
  const notices = await noticesOfOrder(read, orderKey, numbers);
  return {
    loads: rows.map((row) => {
      const own = lines.get(row.load_number) ?? [];
      const { expectedArrival } = JSON.parse(row.document) as { readonly expectedArrival?: string | null };
      const registered = own.map((line) => ({ registeredBase: line.registered_base }));
      return {
        load: row.load_number,
        shipment: row.shipment,
        status: phaseOfLoad(row.status, row.shipped_at !== null, registered),
        madeBy: row.made_by,
        shippedAt: instantOrNull(row.shipped_at),
        expectedArrival: expectedArrival ?? null,
        createdAt: instant(row.created_at),
        completedAt: instantOrNull(row.completed_at),
        lines: own.map((line) => ({
          lineNumber: line.line_number,
          expected: fromBase(line.expected_base, line.decimals),
          registered: fromBase(line.registered_base, line.decimals),
          unit: line.base_unit,
          overDeliveryPercent: Number(line.over_percent),
        })),
      };
    }),
    notices: notices.map((row) => ({
      load: row.load_number,
      messageId: row.message_id,
      changedAt: instant(row.changed_at),
      plates: { announced: row.announced, received: row.received },
    })),
  };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : instant(at);
}
