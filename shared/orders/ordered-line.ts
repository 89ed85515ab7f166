import { itemUnknown } from '#shared/command/message-verdict.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { isProblem, readQuantity, type StockItem, shownIn } from '#shared/ledger/stock-item.ts';
import { availableStatus, inventoryStatuses } from '#shared/ledger/stock-row.ts';

/** What orders of both directions are judged by. */
export interface OrderingFacts {
  /** The warehouses and owners that the source system may name; the first owner is the default. */
  readonly warehouses: readonly string[];
  readonly owners: readonly string[];
  /** Items of the order's lines that are known, by number. */
  readonly items: ReadonlyMap<string, StockItem>;
}

/** What a line asks for, as it is kept in both directions. */
export interface RequestedLine {
  readonly lineNumber: number;
  readonly item: StockItem;
  readonly unit: string;
  readonly quantity: number;
  readonly quantityBase: number;
  readonly overPercent: number;
  readonly underPercent: number;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
}

/** What lines of orders in both directions say. */
export interface OrderedLine {
  readonly lineNumber: number;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  readonly owner?: string | null | undefined;
  readonly inventoryStatus?: string | null | undefined;
  readonly lot?: string | null | undefined;
  readonly serial?: string | null | undefined;
  readonly overDeliveryPercent?: number | null | undefined;
  readonly underDeliveryPercent?: number | null | undefined;
}

/** What a line asks for before anything is known of its item: what it leaves out is as usual. */
export type AskedLine = ReturnType<typeof askedOf>;

/** Members that a line leaves out are the source system's first owner, available stock, any lot and any serial. */
export function askedOf(line: OrderedLine, owners: readonly string[]) {
  return {
    item: line.item,
    unit: line.unit,
    owner: line.owner ?? owners[0] ?? '',
    inventoryStatus: line.inventoryStatus ?? availableStatus,
    lot: line.lot ?? null,
    serial: line.serial ?? null,
  };
}

/** What a line asks for, its item and quantity read. */
export function requestedOf(
  line: OrderedLine,
  { owner, inventoryStatus, lot }: AskedLine,
  { item, quantityBase }: { readonly item: StockItem; readonly quantityBase: number },
): RequestedLine {
  return {
    lineNumber: line.lineNumber,
    item,
    unit: line.unit,
    quantity: line.quantity,
    quantityBase,
    overPercent: line.overDeliveryPercent ?? 0,
    underPercent: line.underDeliveryPercent ?? 0,
    inventoryStatus,
    owner,
    lot,
  };
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

/** Members of a line that may not change once the floor works for it, and what is said then. */
const fixed = [
  ['item', 'order.line_item_fixed'],
  ['unit', 'order.line_unit_fixed'],
  ['owner', 'order.line_dimension_fixed'],
  ['inventoryStatus', 'order.line_dimension_fixed'],
  ['lot', 'order.line_dimension_fixed'],
  ['serial', 'order.line_dimension_fixed'],
] as const;

/**
 * What a line asks for otherwise than before, member by member: `order.line_item_fixed`, `order.line_unit_fixed`,
 * `order.line_dimension_fixed`. Only of members that are kept.
 */
export function faultsOfChange(
  asked: AskedLine,
  index: number,
  known: { readonly lineNumber: number } & Partial<AskedLine>,
): FieldError[] {
  return fixed
    .filter(([member]) => known[member] !== undefined && asked[member] !== known[member])
    .map(([member, code]) => ({
      pointer: `/order/lines/${index}/${member}`,
      code,
      params: { line: known.lineNumber, was: known[member] ?? '' },
      value: asked[member],
    }));
}

/**
 * What the floor has done for a line, in the line's unit, where the line asks for less than that now; null where it does
 * not. More may be done than was ordered where that is allowed: only a real decrease contradicts the floor.
 */
export function doneBeyond(
  line: OrderedLine,
  item: StockItem,
  quantityBase: number,
  known: { readonly quantityBase: number; readonly doneBase: number } | undefined,
): { readonly quantity: number; readonly unit: string } | null {
  const isDecrease = known !== undefined && quantityBase < known.quantityBase;
  return isDecrease && quantityBase < known.doneBase ? shownIn(item, known.doneBase, line.unit) : null;
}
