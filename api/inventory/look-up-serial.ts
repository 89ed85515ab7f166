import type { Found } from '#shared/inventory/look-up.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { goodsOf, type LookUp } from './look-up-common.ts';

/** The item of a lot or a serial. */
export interface OfItem {
  readonly item_key: string;
  readonly description: string;
  readonly source_system: string;
}

/** What is said first of a lot or a serial: the item it is of, and until when it is good. */
export function ofItem(
  { item_key: itemKey, source_system: sourceSystem, description }: OfItem,
  expiryDate: string | null,
) {
  return { sourceSystem, description: null, of: { item: itemNumberOf(itemKey), description, expiryDate } };
}

/** One piece by its serial number: where it is, or who received it. */
export async function foundSerial(asked: LookUp, serial: string, row: OfItem): Promise<Found> {
  const { item_key: itemKey } = row;
  const goods = await goodsOf(asked, { itemKey, serial }, { of: 'serial', itemKey, serial });
  const head = ofItem(row, goods.stock[0]?.expiryDate ?? null);
  return { kind: 'serial', name: serial, ...head, ...goods, expected: [], work: [] };
}
