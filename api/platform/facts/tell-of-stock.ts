import { useOf } from '#shared/ledger/location-type.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { AppTrx } from '../store.ts';
import { locationType } from './locations.queries.ts';
import { publishPlates } from './plate-family.queries.ts';

/** Devices hear that goods became others where they stand: their places and plates are told anew. */
export async function tellOfStock(
  trx: AppTrx,
  warehouse: string,
  rows: readonly Pick<StockRow, 'location' | 'licensePlate'>[],
): Promise<void> {
  for (const key of new Set(rows.map(({ location }) => location))) {
    const isTold = useOf((await locationType(trx, warehouse, key)) ?? '').isPutTarget;
    if (isTold) trx.publish({ kind: 'thing', thing: 'location', key, warehouse, deleted: false });
  }
  await publishPlates(trx, warehouse, new Set(rows.map(({ licensePlate }) => licensePlate)));
}
