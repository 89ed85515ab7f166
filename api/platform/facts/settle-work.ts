import type { AppTrx } from '../store.ts';
import { locationType } from './locations.queries.ts';
import { stockOfFamily, workOfFamily } from './plate-family.queries.ts';
import { workOfLoose } from './plates.queries.ts';
import { lockStockOfItems } from './stock-rows.queries.ts';
import { endWork, moveWork, openWork } from './work.queries.ts';

interface Change {
  readonly commandId: string;
  readonly warehouse: string;
  /** What new work is called; left out: the command's own, of which there is one. */
  readonly newWork?: string;
}

/**
 * Makes the put-away of a plate what its goods are now: there is one while they stand at a dock and none elsewhere.
 * Goods on plates nested in it count as its own, and wait by the work of their own plate where that has one. For
 * changes that are not put-away themselves; runs after the entries were posted.
 */
export async function settleWorkOfPlate(trx: AppTrx, change: Change, licensePlate: string): Promise<void> {
  const { warehouse, commandId, newWork = `${commandId}.work` } = change;
  const [goods] = await stockOfFamily(trx, licensePlate);
  const isAtDock = goods !== undefined && (await locationType(trx, warehouse, goods.location)) === 'receiving';
  const works = await workOfFamily(trx, licensePlate);
  const id = works.find((work) => work.licensePlate === licensePlate)?.id ?? null;
  if (goods && isAtDock) {
    const { location } = goods;
    if (id !== null) await moveWork(trx, { id, warehouse, location });
    else if (works.length === 0)
      await openWork(trx, { id: newWork, warehouse, licensePlate, itemKey: null, location, commandId });
  } else if (id !== null) {
    await endWork(trx, { id, warehouse, status: goods ? 'closed' : 'cancelled', to: goods?.location ?? null });
  }
}

/** The same for the loose goods of an item at a location; `to` is where goods went that left it. */
export async function settleWorkOfLoose(
  trx: AppTrx,
  change: Change,
  goods: { readonly itemKey: string; readonly location: string; readonly to: string | null },
): Promise<void> {
  const { warehouse, commandId, newWork = `${commandId}.work` } = change;
  const { itemKey, location, to } = goods;
  if ((await locationType(trx, warehouse, location)) !== 'receiving') return;
  const rows = await lockStockOfItems(trx, warehouse, location, [{ key: itemKey }]);
  const isThere = rows.some((row) => row.licensePlate === '' && row.quantityBase > 0);
  const id = await workOfLoose(trx, { warehouse, location, itemKey });
  if (isThere && id === null) {
    await openWork(trx, { id: newWork, warehouse, licensePlate: null, itemKey, location, commandId });
  } else if (isThere && id !== null) {
    await moveWork(trx, { id, warehouse, location });
  } else if (id !== null) {
    await endWork(trx, { id, warehouse, status: to === null ? 'cancelled' : 'closed', to });
  }
}
