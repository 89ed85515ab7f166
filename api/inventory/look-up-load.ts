import type { Found } from '#shared/inventory/look-up.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { phaseOfLoad } from '#shared/ledger/load-phase.ts';
import { type LookUp, noGoods } from './look-up-common.ts';
import { linesOnLoad, loadRow, ordersOnLoad, platesOnLoad, receiptsOfLoad } from './look-up-load.queries.ts';

const linesShown = 200;

/** A load that comes in: how far it is, what it brings of which orders and on how many plates, and what of that is in. */
export async function foundLoad({ read, warehouse }: LookUp, number: string): Promise<Found | null> {
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
    ...noGoods,
  };
}

interface LoadDocument {
  readonly expectedArrival?: string | null;
  readonly carrier?: string | null;
  readonly notes?: string | null;
}
