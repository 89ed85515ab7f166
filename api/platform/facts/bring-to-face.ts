import type { StockRow } from '#shared/ledger/stock-row.ts';
import { nextName } from '../counter.ts';
import type { AppTrx } from '../store.ts';
import type { Place } from './places.queries.ts';
import { enlargeLine, enlargeWork, workToEnlarge } from './replenish-work.queries.ts';
import { insertWalk, insertWorkLine } from './work-lines.queries.ts';

/** Goods that are to be brought from where they stand to a pick face, and for what. */
export interface ToBring {
  readonly row: Omit<StockRow, 'reservedBase' | 'quantityBase' | 'serial'>;
  readonly quantityBase: number;
  /** The item's base unit. */
  readonly unit: string;
  readonly from: Place;
  readonly face: string;
  readonly priority: number;
}

/** By which command, and with which wave; null: for none. */
export interface BroughtBy {
  readonly commandId: string;
  readonly warehouse: string;
  readonly wave: string | null;
  readonly isShown: boolean;
}

/**
 * Sends somebody: with work that brings just such goods already, where nobody has it, else with work of its own. Answers
 * its id, and whether it is new.
 */
export async function bringToFace(
  trx: AppTrx,
  { commandId, warehouse, wave, isShown }: BroughtBy,
  { row, quantityBase, unit, from, face, priority }: ToBring,
): Promise<{ readonly work: string; readonly isNew: boolean }> {
  const { location, licensePlate, item: itemKey, owner, lot, inventoryStatus } = row;
  const goods = { location, licensePlate, itemKey, owner, lot, inventoryStatus };
  const known = await trx.one(workToEnlarge.lock[trx.dialect], { warehouse, face, wave: wave ?? '', ...goods });
  if (known) {
    await trx.one(enlargeWork, { work: known.id, quantityBase, priority });
    await trx.one(enlargeLine, { work: known.id, quantityBase });
    return { work: known.id, isNew: false };
  }
  const work = await nextName(trx, 'work', 'WK');
  const { zone, walkSequence } = from;
  await trx.one(insertWalk, {
    ...{
      type: 'replenish',
      orderKey: null,
      shipment: null,
      id: work,
      warehouse,
      status: isShown ? 'open' : 'held',
      location,
      face,
      quantityBase,
      commandId,
      wave,
    },
    ...{ priority, zone, walkSequence, at: trx.now },
  });
  await trx.one(insertWorkLine, {
    ...{ work, line: 1, ...goods, serial: '', quantityBase, walkSequence, unit },
    ...{ shipment: null, orderKey: null, orderLine: null, blockedBy: null },
  });
  return { work, isNew: true };
}
