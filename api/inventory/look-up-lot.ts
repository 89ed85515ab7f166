import type { Found } from '#shared/inventory/look-up.ts';
import { expectedOnOrders } from './look-up.queries.ts';
import { goodsOf, type LookUp } from './look-up-common.ts';
import { expectedOf } from './look-up-expected.ts';
import { type OfItem, ofItem } from './look-up-serial.ts';

const expectedShown = 20;

/** A lot of an item: where the rest of it is, who received it, until when it is good. */
export async function foundLot(
  asked: LookUp,
  row: OfItem & { readonly lot: string; readonly expiry_date: string | null },
): Promise<Found> {
  const { item_key: itemKey, lot, expiry_date: expiryDate } = row;
  const [goods, expected] = await Promise.all([
    goodsOf(asked, { itemKey, lot }, { of: 'lot', itemKey, lot }),
    expectedOnOrders(asked.read, asked.warehouse, { itemKey, lot }, expectedShown),
  ]);
  const head = ofItem(row, expiryDate);
  return { kind: 'lot', name: lot, ...head, ...goods, expected: expected.map(expectedOf), work: [] };
}
