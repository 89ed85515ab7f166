import type { Command } from '#shared/command/envelope.ts';
import type { AppTrx } from '../store.ts';
import { fillEmptyPlate, publishCarriers } from './plate-family.queries.ts';
import { makePlate } from './plates.queries.ts';
import { openWork } from './work.queries.ts';

/** Goods that came in: the plate they stand on, and the put-away that waits for them. */
export interface GoodsAtDock {
  readonly itemKey: string;
  readonly location: string;
  /** Null: loose goods. */
  readonly licensePlate: string | null;
  readonly isNewPlate: boolean;
  /** The plate is known, and nothing was on it. */
  readonly wasEmpty: boolean;
  readonly work: { readonly id: string; readonly isNew: boolean };
}

/** The plate, and the put-away that waits for what stands on it; loose goods wait as one work for each item. */
export async function keepAtDock(
  trx: AppTrx,
  { id: commandId, warehouse }: Pick<Command<unknown>, 'id' | 'warehouse'>,
  { licensePlate, isNewPlate, wasEmpty, location, work, itemKey: item }: GoodsAtDock,
): Promise<void> {
  if (licensePlate !== null) {
    if (isNewPlate) await makePlate(trx, { number: licensePlate, warehouse, commandId });
    else if (wasEmpty) await fillEmptyPlate(trx, { warehouse, location }, licensePlate);
    trx.publish({ kind: 'thing', thing: 'licensePlate', key: licensePlate, warehouse, deleted: false });
    if (!isNewPlate) await publishCarriers(trx, warehouse, licensePlate);
  }
  if (work.isNew) {
    const itemKey = licensePlate === null ? item : null;
    await openWork(trx, { id: work.id, warehouse, licensePlate, itemKey, location, commandId });
  } else if (licensePlate === null) {
    trx.publish({ kind: 'thing', thing: 'work', key: work.id, warehouse, deleted: false });
  }
}
