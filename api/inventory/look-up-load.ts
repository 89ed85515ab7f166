import type { Found } from '#shared/inventory/look-up.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { phaseOfLoad } from '#shared/ledger/load-phase.ts';
import type { Runner } from '../platform/db/connection.ts';
import { linesOnLoad, loadRow, ordersOnLoad, platesOnLoad, receiptsOfLoad } from './look-up-load.queries.ts';

const linesShown = 200;

/** A load: how far it is, what it brings of which orders and on how many plates, and what of that is in. */
export async function foundLoad(read: Runner, warehouse: string, number: string): Promise<Found | null> {
  const [row, orders, rows, plates, documents] = await Promise.all([
    loadRow(read, warehouse, number),
    ordersOnLoad(read, number),
    linesOnLoad(read, number, linesShown),
    platesOnLoad(read, number),
    receiptsOfLoad(read, number),
  ]);
  if (!row) return null;
  const { expectedArrival, carrier, notes } = JSON.parse(row.document) as LoadDocument;
  const lines = rows.map((line) => ({ ...line, registeredBase: line.registered_base }));
  return {
    kind: 'load',
    name: number,
    sourceSystem: row.source_system,
    description: null,
    load: {
      status: phaseOfLoad(row.status, row.shipped_at !== null, lines),
      expectedArrival: expectedArrival ?? null,
      carrier: carrier ?? null,
      notes: notes ?? null,
      orders,
      plates,
      documents,
      lines: lines.map((line) => ({
        order: line.order_number,
        line: line.line_number,
        item: line.number,
        description: line.description,
        expected: fromBase(line.expected_base, line.decimals),
        registered: fromBase(line.registered_base, line.decimals),
        unit: line.base_unit,
      })),
    },
    ...{ totals: [], stock: [], hasMoreStock: false, expected: [], work: [] },
    ...{ history: [], olderHistory: null, whyNot: null },
  };
}

interface LoadDocument {
  readonly expectedArrival?: string | null;
  readonly carrier?: string | null;
  readonly notes?: string | null;
}
