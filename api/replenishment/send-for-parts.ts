import type { ChosenStock } from '#shared/ledger/choose-stock.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { bringToFace } from '../platform/facts/bring-to-face.ts';
import { keepNeed, type NeedKey } from '../platform/facts/fill-requests.queries.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** An item, the place that it goes to, and how urgently. */
export interface ForFace {
  readonly item: StockItem;
  readonly face: string;
  readonly priority: number;
}

/** By which command, and for whom; without a number the face itself needs the goods. */
type AskedBy = { readonly commandId: string; readonly warehouse: string } & Partial<NeedKey>;

/**
 * Sends somebody for goods in reserve that no order waits for. Work that brings such goods already brings more. Answers
 * the work.
 */
export async function sendForParts(
  trx: AppTrx,
  { commandId, warehouse, sourceSystem = '', number }: AskedBy,
  { item, face, parts, priority }: ForFace & Pick<ChosenStock, 'parts'>,
): Promise<string[]> {
  const works: string[] = [];
  for (const { row, quantityBase } of parts) {
    const from = await placeNamed(trx, warehouse, row.location);
    if (!from) continue;
    const asked = { commandId, warehouse, wave: null, isShown: true };
    const toBring = { row, quantityBase, unit: item.baseUnit, from, face, priority };
    const { work } = await bringToFace(trx, asked, toBring);
    if (number !== undefined) await trx.one(keepNeed, { sourceSystem, number, work, quantityBase });
    works.push(work);
  }
  return works;
}
