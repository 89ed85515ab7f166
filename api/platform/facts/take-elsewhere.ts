import { fromBase } from '#shared/kernel/quantity.ts';
import type { ChosenStock } from '#shared/ledger/choose-stock.ts';
import type { PickLine } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { WorkLineResult } from '#shared/ledger/work-result.ts';
import { TryAgain } from '../db/locking.ts';
import type { AppTrx } from '../store.ts';
import { reserve } from './reservations.queries.ts';
import { highestLine, insertWorkLine } from './work-lines.queries.ts';

/** Other goods for a line of work. */
interface Instead {
  readonly work: string;
  readonly of: Pick<PickLine, 'order' | 'orderLine' | 'shipment'>;
  readonly item: StockItem;
  readonly parts: ChosenStock['parts'];
}

/**
 * What a line cannot have where it was to be had is taken where else there is some: new stops of the same work. `id` begins
 * the ids of the promises that are made.
 */
export async function takeElsewhere(
  trx: AppTrx,
  { id, warehouse }: { readonly id: string; readonly warehouse: string },
  { work, of, item, parts }: Instead,
): Promise<WorkLineResult[]> {
  if (of.order === null || of.orderLine === null || of.shipment === null || parts.length === 0) return [];
  let number = Number((await trx.one(highestLine, { work }))?.line ?? 0);
  const told: WorkLineResult[] = [];
  for (const [index, { row, quantityBase }] of parts.entries()) {
    number += 1;
    const { location, licensePlate, owner, lot, inventoryStatus, walkSequence } = row;
    await trx.one(insertWorkLine, {
      ...{ work, line: number, location, licensePlate, itemKey: row.item, owner, lot, serial: '' },
      ...{ inventoryStatus, quantityBase, unit: item.baseUnit, walkSequence },
      ...{ shipment: of.shipment, orderKey: of.order, orderLine: of.orderLine, blockedBy: null },
    });
    const promised: Reservation = {
      ...{ id: `${id}.else${index}`, warehouse, location, item: row.item, owner, lot, serial: row.serial },
      ...{ inventoryStatus, licensePlate, quantityBase, order: of.order, line: of.orderLine, shipment: of.shipment },
      ...{ work, workLine: number, state: 'work' },
    };
    if (!(await reserve(trx, promised))) throw new TryAgain();
    const { decimals, number: itemNumber, baseUnit: unit } = item;
    told.push({
      ...{ line: number, location, item: itemNumber, quantity: fromBase(quantityBase, decimals), unit },
      ...{ lot: lot || null, serials: [], licensePlate: licensePlate || null, status: 'open' },
    });
  }
  return told;
}
