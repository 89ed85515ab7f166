import { itemUnknown } from '#shared/command/message-verdict.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';

/** What lines of orders in both directions say. */
interface OrderedLine {
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  readonly owner?: string | null | undefined;
  readonly inventoryStatus?: string | null | undefined;
  readonly lot?: string | null | undefined;
  readonly serial?: string | null | undefined;
}

/**
 * The item of a line and its quantity in steps, or what is wrong with them: `order.item_unknown`; `item.unit_unknown`,
 * `quantity.too_precise`, `quantity.too_large`.
 */
export function readOrdered(
  line: OrderedLine,
  index: number,
  items: ReadonlyMap<string, StockItem>,
): { readonly item: StockItem; readonly quantityBase: number } | FieldError {
  const item = items.get(line.item);
  if (!item) {
    const params = { item: line.item };
    return { pointer: `/order/lines/${index}/item`, code: itemUnknown, params, value: line.item };
  }
  const quantityBase = readQuantity(item, line.quantity, line.unit);
  if (!isProblem(quantityBase)) return { item, quantityBase };
  const member = quantityBase.code === 'item.unit_unknown' ? 'unit' : 'quantity';
  return { ...quantityBase, pointer: `/order/lines/${index}/${member}`, value: line[member] };
}

/** `order.owner_unknown`, `order.inventory_status_unknown`. */
export function faultsOfDimensions(line: OrderedLine, index: number, owners: readonly string[]): FieldError[] {
  const errors: FieldError[] = [];
  const { owner, inventoryStatus: status } = line;
  if (owner && !owners.includes(owner)) {
    const params = { owner, owners: owners.join(', ') };
    errors.push({ pointer: `/order/lines/${index}/owner`, code: 'order.owner_unknown', params, value: owner });
  }
  if (status && !inventoryStatuses.some((known) => known === status)) {
    const params = { status, statuses: inventoryStatuses.join(', ') };
    const pointer = `/order/lines/${index}/inventoryStatus`;
    errors.push({ pointer, code: 'order.inventory_status_unknown', params, value: status });
  }
  return errors;
}

/** `order.lot_not_tracked`, `order.serial_not_tracked`, `order.serial_quantity` (a serial number is one base unit). */
export function faultsOfTracking(
  line: OrderedLine,
  index: number,
  item: StockItem,
  quantityBase: number,
): FieldError[] {
  const errors: FieldError[] = [];
  const params = { item: item.number };
  const pointer = `/order/lines/${index}`;
  if (line.lot && !item.isLotTracked) {
    errors.push({ pointer: `${pointer}/lot`, code: 'order.lot_not_tracked', params, value: line.lot });
  }
  if (line.serial && !item.isSerialTracked) {
    errors.push({ pointer: `${pointer}/serial`, code: 'order.serial_not_tracked', params, value: line.serial });
  }
  if (line.serial && item.isSerialTracked && quantityBase !== 10 ** item.decimals) {
    const unit = item.baseUnit;
    const code = 'order.serial_quantity';
    errors.push({ pointer: `${pointer}/quantity`, code, params: { unit }, value: line.quantity });
  }
  return errors;
}
