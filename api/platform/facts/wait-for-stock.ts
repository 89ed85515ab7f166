import { availableStatus } from '#shared/ledger/stock-row.ts';
import { nextName } from '../counter.ts';
import type { AppTrx } from '../store.ts';
import { keepNeed, type NeedKey } from './fill-requests.queries.ts';
import { insertWalk, insertWorkLine } from './work-lines.queries.ts';

/** Goods that were asked for at a pick face, by whom, and by which command they came to wait. */
export interface Wanted extends NeedKey {
  readonly commandId: string;
  readonly warehouse: string;
  readonly itemKey: string;
  /** The item's base unit. */
  readonly unit: string;
  readonly face: string;
  readonly priority: number;
  /** In base steps; 0: as much as stands together then. */
  readonly quantityBase: number;
}

/**
 * Makes work that leads nowhere yet: nobody is shown it until goods of the item come into reserve. Answers its id.
 */
export async function waitForStock(
  trx: AppTrx,
  { commandId, warehouse, itemKey, unit, face, priority, quantityBase, sourceSystem, number }: Wanted,
): Promise<string> {
  const work = await nextName(trx, 'work', 'WK');
  await trx.one(insertWalk, {
    ...{ id: work, type: 'replenish', status: 'held', warehouse, face, commandId, priority, at: trx.now },
    ...{ location: '', zone: '', walkSequence: 0, quantityBase },
    ...{ orderKey: null, shipment: null, wave: null },
  });
  await trx.one(insertWorkLine, {
    ...{ work, line: 1, location: '', licensePlate: '', itemKey, owner: '', lot: '', serial: '' },
    ...{ inventoryStatus: availableStatus, quantityBase, unit, walkSequence: 0 },
    ...{ shipment: null, orderKey: null, orderLine: null, blockedBy: null },
  });
  await trx.one(keepNeed, { sourceSystem, number, work, quantityBase });
  return work;
}
