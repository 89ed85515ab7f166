import type { ChosenStock } from '#shared/ledger/choose-stock.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { bringToFace } from '../platform/facts/bring-to-face.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { keepNeed } from './needs.queries.ts';

/** Goods that were chosen out of reserve, and the place they go to. */
export interface PartsMeant {
  readonly item: StockItem;
  readonly face: string;
  readonly parts: ChosenStock['parts'];
  readonly priority: number;
}

/** Who asked: a request of an ERP by its number, else a command. */
interface AskedBy {
  readonly commandId: string;
  readonly warehouse: string;
  readonly sourceSystem?: string;
  readonly number?: string;
}

/**
 * Sends somebody for goods in reserve that no order waits for. Work that brings such goods already brings more. Answers
 * the work.
 */
export async function sendForParts(
  trx: AppTrx,
  { commandId, warehouse, sourceSystem = '', number = commandId }: AskedBy,
  { item, face, parts, priority }: PartsMeant,
): Promise<string[]> {
  const works: string[] = [];
  for (const { row, quantityBase } of parts) {
    const from = await placeNamed(trx, warehouse, row.location);
    if (!from) continue;
    const asked = { commandId, warehouse, wave: null, isShown: true };
    const toBring = { row, quantityBase, unit: item.baseUnit, from, face, priority };
    const { work } = await bringToFace(trx, asked, toBring);
    await trx.one(keepNeed, { sourceSystem, number, work, quantityBase });
    works.push(work);
  }
  return works;
}
