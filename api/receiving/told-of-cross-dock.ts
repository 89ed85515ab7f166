import type { RegisterResult } from '#shared/receiving/register.ts';
import { crossDockOffersFor, offersTold } from '../platform/facts/cross-dock.ts';
import { stockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { lockStockOfItems } from '../platform/facts/stock-rows.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** Goods that were registered just now: all of a plate, or the loose goods of an item at a place. */
interface CameIn {
  readonly warehouse: string;
  readonly licensePlate: string | null;
  readonly location: string;
  readonly item: string;
  readonly work: string;
}

/**
 * Which orders wait for goods that came in under a tag, as whoever registered them is told: they may go there instead of
 * being put away. Devices hear of it with the put-away.
 */
export async function toldOfCrossDock(trx: AppTrx, came: CameIn): Promise<Pick<RegisterResult, 'crossDock'>> {
  const { warehouse, licensePlate, location, work } = came;
  const rows =
    licensePlate === null
      ? (await lockStockOfItems(trx, warehouse, location, [{ key: came.item }])).filter(
          (row) => row.licensePlate === '',
        )
      : await stockOfFamily(trx, licensePlate);
  const offers = await crossDockOffersFor(trx, { warehouse, rows, nowMs: trx.now });
  if (offers.length === 0) return {};
  trx.publish({ kind: 'thing', thing: 'work', key: work, warehouse, deleted: false });
  return { crossDock: await offersTold(trx, offers) };
}
