import { type ChosenStock, chooseStock } from '#shared/ledger/choose-stock.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { AppTrx } from '../store.ts';
import { cancelEmptyWork, cutShipmentLine, cutWork, cutWorkLine, takeLineBack } from './cancel-released.queries.ts';
import { settleShipment } from './cancel-released.ts';
import { candidatesFor } from './candidates.queries.ts';
import { endWhenOver } from './end-when-over.ts';
import { goodUntilFor, worthOf } from './line-worth.queries.ts';
import { loadOfShipment } from './outbound-loads.queries.ts';
import { backorderLine, giveUpLine, publishOrderStatus } from './outbound-orders.queries.ts';
import { lineToPromise } from './promise-others.queries.ts';
import { unreserve } from './reservations.queries.ts';
import { reserveOrder } from './reserve-order.ts';
import { itemsByKey } from './stock-items.queries.ts';
import { takeElsewhere } from './take-elsewhere.ts';

/** What keeps goods from whom they were promised to, with the reason code that their orders are told. */
interface Loss {
  readonly commandId: string;
  readonly reason: string;
}

/**
 * Goods that were promised are not to be used, and were not picked. Whoever was sent for them is sent for others where
 * there are some; what there is not goes back to its order, which waits with the reason. What was promised to an order
 * only is promised of other goods. The goods have their new status, and so have their promises; orders and work are
 * locked by the caller.
 */
export async function promiseOthers(trx: AppTrx, loss: Loss, lost: readonly Reservation[]): Promise<void> {
  for (const one of lost) await unreserve(trx, one);
  const lines = Map.groupBy(lost, ({ order, line, shipment, work, workLine }) =>
    JSON.stringify([order, line, shipment, work, workLine]),
  );
  const again = new Set<string>();
  for (const [index, ofLine] of [...lines.values()].entries()) {
    const [one] = ofLine;
    if (!one) continue;
    const quantityBase = ofLine.reduce((sum, part) => sum + part.quantityBase, 0);
    const own = { ...loss, id: `${loss.commandId}.${index}` };
    if (one.work !== null && one.workLine !== null) {
      await leaveWork(trx, own, one, { work: one.work, workLine: one.workLine, quantityBase });
    } else if (one.shipment !== null) {
      await giveBack(trx, own, one, quantityBase);
    } else if (one.order !== '') {
      await trx.one(giveUpLine, { orderKey: one.order, line: one.line, quantityBase });
      await trx.one(backorderLine, { orderKey: one.order, line: one.line, reason: loss.reason });
      again.add(one.order);
    }
    if (one.order !== '') publishOrderStatus(trx, one.order);
  }
  for (const [index, orderKey] of [...again].sort().entries()) {
    await reserveOrder(trx, { orderKey, commandId: `${loss.commandId}.again${index}` });
  }
}

interface LostOfWork {
  readonly work: string;
  readonly workLine: number;
  readonly quantityBase: number;
}

/** Somebody was sent for the goods: they get others on the same walk, as far as there are some. */
async function leaveWork(
  trx: AppTrx,
  loss: Loss & { readonly id: string },
  one: Reservation,
  { work, workLine, quantityBase }: LostOfWork,
): Promise<void> {
  const { warehouse, shipment } = one;
  const [item] = await itemsByKey(trx, [one.item]);
  const parts = item && one.order !== '' ? await othersFor(trx, one, { work, workLine, quantityBase }) : [];
  const insteadBase = parts.reduce((sum, part) => sum + part.quantityBase, 0);
  await trx.one(cutWorkLine, { work, line: workLine, quantityBase });
  if (quantityBase > insteadBase) await trx.one(cutWork, { work, quantityBase: quantityBase - insteadBase });
  if (item) await sendElsewhere(trx, loss, one, { work, item, parts });
  if (quantityBase > insteadBase) await giveBack(trx, loss, one, quantityBase - insteadBase);
  const isGone = (await trx.one(cancelEmptyWork, { work, at: trx.now })) !== undefined;
  const { commandId } = loss;
  const isOver = isGone || (await endWhenOver(trx, { commandId, warehouse, work, shipment }));
  if (!isOver || isGone) trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: isGone });
}

async function sendElsewhere(
  trx: AppTrx,
  { id }: { readonly id: string },
  { warehouse, order, line, shipment }: Reservation,
  to: { readonly work: string; readonly item: StockItem; readonly parts: ChosenStock['parts'] },
): Promise<void> {
  await takeElsewhere(trx, { id, warehouse }, { ...to, of: { order, orderLine: line, shipment } });
}

/** Other goods that the line would take as well. */
async function othersFor(
  trx: AppTrx,
  { warehouse, item, order, line: orderLine }: Reservation,
  { work, workLine, quantityBase }: LostOfWork,
): Promise<ChosenStock['parts']> {
  const line = await trx.one(lineToPromise, { work, line: workLine });
  if (line?.serial !== '') return [];
  const worth = await worthOf(trx, { item, order, orderLine });
  const demand = {
    ...{ item, owner: line.owner, inventoryStatus: line.inventory_status, lot: line.ordered_lot, serial: null },
    ...{ goodUntil: await goodUntilFor(trx, warehouse, worth), quantityBase },
  };
  return chooseStock(demand, await candidatesFor(trx, warehouse, item)).parts;
}

/** So much of a line is on no shipment any more, and waits. */
async function giveBack(
  trx: AppTrx,
  { reason }: Loss,
  { order: orderKey, line, shipment, warehouse }: Reservation,
  quantityBase: number,
): Promise<void> {
  if (orderKey === '') return;
  await trx.one(backorderLine, { orderKey, line, reason });
  await trx.one(takeLineBack, { orderKey, line, releasedBase: quantityBase, keptBase: 0 });
  if (shipment === null) return;
  await trx.one(cutShipmentLine, { shipment, orderKey, line, quantityBase });
  const { load_number: load = '' } = (await trx.one(loadOfShipment, { shipment })) ?? {};
  await settleShipment(trx, shipment, load, warehouse);
}
