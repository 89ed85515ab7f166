import { totalBase } from '#shared/kernel/quantity.ts';
import { chooseForLines } from '#shared/ledger/choose-for-lines.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import type { AppTrx } from '../store.ts';
import { candidatesFor } from './candidates.queries.ts';
import { insertReservation, takeForPromises } from './reservations.queries.ts';
import { linesToReserve, orderToReserve, reserveLine } from './reserve-order.queries.ts';
import { goodUntilOf, shipDayOf } from './ship-day.ts';
import { lockItem } from './stock-items.queries.ts';

/** How much was promised now to a line, and how much of it is still missing. */
export interface ReservedLine {
  readonly line: number;
  readonly reservedBase: number;
  readonly shortBase: number;
}

export interface Reserving {
  readonly orderKey: string;
  readonly commandId: string;
  /** Of these lines only, and of each so much at most; without it all that is not promised or released. */
  readonly mostBase?: ReadonlyMap<number, number>;
}

/**
 * Promises an order what there is for it now, line by line, as far as nothing is promised or released yet. The goods stay
 * promised to the order itself until it is released. Answers the lines that something was missing of.
 */
export async function reserveOrder(trx: AppTrx, { orderKey, commandId, mostBase }: Reserving): Promise<ReservedLine[]> {
  const order = await trx.one(orderToReserve.lock[trx.dialect], { orderKey });
  if (!order) return [];
  const wanting = await trx.all(linesToReserve, { orderKey });
  const lines = wanting.filter(({ line_number: line }) => mostBase === undefined || mostBase.has(line));
  const candidates = await freeStockOf(
    trx,
    order.warehouse,
    lines.map((line) => line.item_key),
  );
  const shipDay = shipDayOf(order.ship_by, trx.now, order.time_zone);
  const demands = lines.map((line) => ({
    item: line.item_key,
    owner: line.owner,
    inventoryStatus: line.inventory_status,
    lot: line.lot,
    serial: line.serial,
    goodUntil: goodUntilOf(line, shipDay),
    quantityBase: Math.min(
      line.quantity_base - line.reserved_base - line.released_base - line.cancelled_base,
      mostBase?.get(line.line_number) ?? Number.POSITIVE_INFINITY,
    ),
  }));
  const { warehouse } = order;
  const chosen = chooseForLines(demands, candidates);
  const taken = chosen
    .flatMap(({ parts }) => parts)
    .map(({ row, quantityBase }) => ({ warehouse, ...row, quantityBase }));
  await takeForPromises(trx, taken);
  const reserved: ReservedLine[] = [];
  for (const [index, { line_number: line }] of lines.entries()) {
    const { parts = [], shortBase = 0 } = chosen[index] ?? {};
    const reservedBase = totalBase(parts);
    for (const [part, { row, quantityBase }] of parts.entries()) {
      const id = `${commandId}.${line}.${part}`;
      const ofOrder = { shipment: null, work: null, workLine: null, state: 'order' } as const;
      const { location, item, owner, lot, serial, inventoryStatus, licensePlate } = row;
      const stock = { warehouse, location, item, owner, lot, serial, inventoryStatus, licensePlate };
      await insertReservation(trx, { id, ...stock, quantityBase, order: orderKey, line, ...ofOrder });
    }
    if (reservedBase > 0) await trx.one(reserveLine, { orderKey, line, reservedBase });
    reserved.push({ line, reservedBase, shortBase });
  }
  return reserved;
}

/** What there is of items that may be promised, by key; the items locked in the order of their keys. */
export async function freeStockOf(
  trx: AppTrx,
  warehouse: string,
  itemKeys: Iterable<string>,
): Promise<Map<string, StockCandidate[]>> {
  const candidates = new Map<string, StockCandidate[]>();
  for (const itemKey of [...new Set(itemKeys)].sort()) {
    await lockItem(trx, itemKey);
    candidates.set(itemKey, await candidatesFor(trx, warehouse, itemKey));
  }
  return candidates;
}
