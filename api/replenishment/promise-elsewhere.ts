import type { Command } from '#shared/command/envelope.ts';
import { chooseStock } from '#shared/ledger/choose-stock.ts';
import type { BroughtLine, PickPlan } from '#shared/replenishment/pick.ts';
import { TryAgain } from '../platform/db/locking.ts';
import { candidatesFor } from '../platform/facts/candidates.queries.ts';
import { reserve } from '../platform/facts/reservations.queries.ts';
import { goodUntilOf, shipDayOf } from '../platform/facts/ship-day.ts';
import type { AppTrx } from '../platform/store.ts';
import { orderedGoods } from './replenishment.queries.ts';

/**
 * Who waited for goods that were not there is promised others, which are picked where they stand; never at the same
 * place.
 */
export async function promiseElsewhere(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<unknown>,
  left: PickPlan['left'],
  from: BroughtLine,
): Promise<void> {
  let promises = 0;
  for (const { reservation, quantityBase } of left) {
    const { order: orderKey, line, item, owner, inventoryStatus } = reservation;
    const ordered = await trx.one(orderedGoods, { orderKey, line });
    if (!ordered) continue;
    const rows = await candidatesFor(trx, warehouse, item);
    const elsewhere = rows.filter(
      ({ location, licensePlate }) => location !== from.location || licensePlate !== from.licensePlate,
    );
    const goodUntil = goodUntilOf(ordered, shipDayOf(ordered.ship_by, trx.now, ordered.time_zone));
    const demand = { item, owner, inventoryStatus, lot: ordered.lot, serial: null, goodUntil, quantityBase };
    for (const part of chooseStock(demand, elsewhere).parts) {
      const { location, licensePlate, lot, serial } = part.row;
      const goods = { location, licensePlate, lot, serial, quantityBase: part.quantityBase };
      const id = `${commandId}.else${promises}`;
      const isPromised = await reserve(trx, { ...reservation, ...goods, id, broughtBy: null });
      if (!isPromised) throw new TryAgain();
      promises += 1;
    }
  }
}
