import { itemUnknown, orderUnknown } from '#shared/command/message-verdict.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';
import type { NoticeLineDocument } from './notice-document.ts';

/** An order as a notice needs it; `lines` by number. */
export interface NoticeOrder {
  readonly key: string;
  readonly warehouse: string;
  readonly status: string;
  readonly lines: ReadonlyMap<number, NoticeOrderLine>;
}

/** `item` is the item's number. */
export interface NoticeOrderLine {
  readonly item: string;
  readonly lot: string | null;
  readonly status: string;
  readonly overPercent: number;
}

export interface NoticeLineFacts {
  /** Orders that the notice names and that are known, by number. */
  readonly orders: ReadonlyMap<string, NoticeOrder>;
  /** Items that the notice names and that are known, by number. */
  readonly items: ReadonlyMap<string, StockItem>;
  /** Expiry dates of lots that were here before, by `lotKey`. */
  readonly expiryDates: ReadonlyMap<string, string>;
}

/** What of one order line is on a plate. */
export interface AnnouncedLine {
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
  readonly quantityBase: number;
  readonly lot: string | null;
  readonly expiryDate: string | null;
  readonly serials: readonly string[] | null;
  readonly inventoryStatus: string | null;
}

export function lotKey(item: string, lot: string): string {
  return `${item}\u0000${lot}`;
}

/**
 * One line of a plate. Faults, all at once: `notice.order_unknown` and `order.item_unknown`, which both mend themselves
 * when the order and the item arrive; `notice.order_other_warehouse`, `notice.order_closed`; `notice.line_unknown`,
 * `notice.line_other_item`, `notice.line_closed`, `notice.line_other_lot`; `item.unit_unknown`, `quantity.too_precise`,
 * `quantity.too_large`; `order.lot_not_tracked`, `notice.expiry_conflict`, `order.serial_not_tracked`,
 * `notice.serial_repeated`, `notice.serial_count`; `order.inventory_status_unknown`. A lot or serials that the item needs
 * and the notice does not name are no fault: whoever receives the plate is asked for them.
 */
export function readNoticeLine(
  sent: NoticeLineDocument,
  pointer: string,
  warehouse: string,
  facts: NoticeLineFacts,
): { readonly line: AnnouncedLine | null; readonly errors: readonly FieldError[] } {
  const order = facts.orders.get(sent.orderNumber);
  const item = facts.items.get(sent.item);
  const errors = [...faultsOfOrder(sent, pointer, warehouse, order), ...faultsOfStatus(sent, pointer)];
  if (!item) {
    const params = { item: sent.item };
    errors.push({ pointer: `${pointer}/item`, code: itemUnknown, params, value: sent.item });
  }
  if (!order || !item) return { line: null, errors };
  const quantityBase = readQuantity(item, sent.quantity, sent.unit);
  if (isProblem(quantityBase)) {
    const member = quantityBase.code === 'item.unit_unknown' ? 'unit' : 'quantity';
    errors.push({ ...quantityBase, pointer: `${pointer}/${member}`, value: sent[member] });
    return { line: null, errors };
  }
  errors.push(...faultsOfTracking(sent, pointer, item, quantityBase, facts));
  const line: AnnouncedLine = {
    order: order.key,
    line: sent.lineNumber,
    item: item.key,
    unit: sent.unit,
    quantity: sent.quantity,
    quantityBase,
    lot: sent.lot ?? null,
    expiryDate: sent.expiryDate ?? null,
    serials: sent.serials ?? null,
    inventoryStatus: sent.inventoryStatus ?? null,
  };
  return { line, errors };
}

const openOrderStatuses: readonly string[] = ['open', 'partially_received'];

function faultsOfOrder(
  sent: NoticeLineDocument,
  pointer: string,
  warehouse: string,
  order: NoticeOrder | undefined,
): FieldError[] {
  const { orderNumber, lineNumber } = sent;
  const atOrder = `${pointer}/orderNumber`;
  if (!order) return [{ pointer: atOrder, code: orderUnknown, params: { order: orderNumber }, value: orderNumber }];
  if (order.warehouse !== warehouse) {
    const params = { order: orderNumber, warehouse: order.warehouse };
    return [{ pointer: atOrder, code: 'notice.order_other_warehouse', params, value: orderNumber }];
  }
  if (!openOrderStatuses.includes(order.status)) {
    const params = { order: orderNumber, status: order.status };
    return [{ pointer: atOrder, code: 'notice.order_closed', params, value: orderNumber }];
  }
  const line = order.lines.get(lineNumber);
  const params = { order: orderNumber, line: lineNumber };
  const atLine = `${pointer}/lineNumber`;
  if (!line) return [{ pointer: atLine, code: 'notice.line_unknown', params, value: lineNumber }];
  if (line.item !== sent.item) {
    const known = { ...params, item: line.item };
    return [{ pointer: `${pointer}/item`, code: 'notice.line_other_item', params: known, value: sent.item }];
  }
  if (line.status !== 'open') return [{ pointer: atLine, code: 'notice.line_closed', params, value: lineNumber }];
  if (line.lot !== null && sent.lot && line.lot !== sent.lot) {
    const known = { ...params, lot: line.lot };
    return [{ pointer: `${pointer}/lot`, code: 'notice.line_other_lot', params: known, value: sent.lot }];
  }
  return [];
}

function faultsOfStatus({ inventoryStatus: status }: NoticeLineDocument, pointer: string): FieldError[] {
  if (!status || inventoryStatuses.some((known) => known === status)) return [];
  const params = { status, statuses: inventoryStatuses.join(', ') };
  return [{ pointer: `${pointer}/inventoryStatus`, code: 'order.inventory_status_unknown', params, value: status }];
}

function faultsOfTracking(
  sent: NoticeLineDocument,
  pointer: string,
  item: StockItem,
  quantityBase: number,
  facts: NoticeLineFacts,
): FieldError[] {
  const { lot, expiryDate, serials } = sent;
  const errors: FieldError[] = [];
  if (lot && !item.isLotTracked) {
    errors.push({
      pointer: `${pointer}/lot`,
      code: 'order.lot_not_tracked',
      params: { item: item.number },
      value: lot,
    });
  }
  const known = lot ? facts.expiryDates.get(lotKey(item.key, lot)) : undefined;
  if (lot && expiryDate && known !== undefined && known !== expiryDate) {
    const params = { lot, known };
    errors.push({ pointer: `${pointer}/expiryDate`, code: 'notice.expiry_conflict', params, value: expiryDate });
  }
  if (!serials) return errors;
  const at = `${pointer}/serials`;
  if (!item.isSerialTracked) {
    return [...errors, { pointer: at, code: 'order.serial_not_tracked', params: { item: item.number } }];
  }
  const repeated = serials.find((serial, index) => serials.indexOf(serial) !== index);
  if (repeated !== undefined)
    errors.push({ pointer: at, code: 'notice.serial_repeated', params: { serial: repeated } });
  if (serials.length * 10 ** item.decimals !== quantityBase) {
    const params = { serials: serials.length, quantity: sent.quantity, unit: sent.unit };
    errors.push({ pointer: at, code: 'notice.serial_count', params });
  }
  return errors;
}
