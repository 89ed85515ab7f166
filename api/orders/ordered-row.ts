import type { RequestedLine } from '#shared/orders/ordered-line.ts';

/** Columns of a line's table in both directions: what the ERP asks for. */
export const orderedColumns = [
  ['order_key', 'text'],
  ['line_number', 'bigint'],
  ['item_key', 'text'],
  ['unit', 'text'],
  ['quantity', 'text'],
  ['quantity_base', 'bigint'],
  ['over_percent', 'text'],
  ['under_percent', 'text'],
  ['inventory_status', 'text'],
  ['owner', 'text'],
  ['lot', 'text'],
  ['status', 'text'],
  ['document', 'text'],
] as const;

/** A line as its table holds it. What the ERP said of it stays with it. */
export function orderedRow(
  orderKey: string,
  line: RequestedLine & { readonly status: string; readonly document: object },
) {
  return {
    order_key: orderKey,
    line_number: line.lineNumber,
    item_key: line.item.key,
    unit: line.unit,
    quantity: String(line.quantity),
    quantity_base: line.quantityBase,
    over_percent: String(line.overPercent),
    under_percent: String(line.underPercent),
    inventory_status: line.inventoryStatus,
    owner: line.owner,
    lot: line.lot,
    status: line.status,
    document: JSON.stringify(line.document),
  };
}
