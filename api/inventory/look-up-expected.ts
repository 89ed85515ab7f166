import type { ExpectedLine } from '#shared/inventory/look-up-inbound.ts';
import { fromBase } from '#shared/kernel/quantity.ts';

interface ExpectedRow {
  readonly order_number: string;
  readonly document: string;
  readonly line_number: number;
  readonly lot: string | null;
  readonly quantity_base: number;
  readonly registered_base: number;
  readonly number: string;
  readonly description: string;
  readonly base_unit: string;
  readonly decimals: number;
}

/** What an order line, or an announced plate, is still to bring. */
export function expectedOf(row: ExpectedRow): ExpectedLine {
  const { consigner, plannedAt } = termsOf(row.document);
  return {
    order: row.order_number,
    line: row.line_number,
    item: row.number,
    description: row.description,
    lot: row.lot,
    licensePlate: null,
    load: null,
    quantity: fromBase(row.quantity_base - row.registered_base, row.decimals),
    of: fromBase(row.quantity_base, row.decimals),
    unit: row.base_unit,
    plannedAt,
    from: consigner,
  };
}

/** Who sends an order and when it is planned to arrive, as its ERP wrote them. */
export function termsOf(document: string): { readonly consigner: string | null; readonly plannedAt: string | null } {
  const { consigner, plannedReceiptStart } = JSON.parse(document) as {
    readonly consigner?: { readonly name?: string | null; readonly account?: string | null } | null;
    readonly plannedReceiptStart?: string | null;
  };
  return { consigner: consigner?.name ?? consigner?.account ?? null, plannedAt: plannedReceiptStart ?? null };
}
