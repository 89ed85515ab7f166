import type { ChosenStock } from '#shared/ledger/choose-stock.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { bringToFace } from '../platform/facts/bring-to-face.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** Goods that were chosen out of reserve, and the place they go to. */
export interface PartsMeant {
  readonly item: StockItem;
  readonly face: string;
  readonly parts: ChosenStock['parts'];
  readonly priority: number;
}

/** Work that brings goods, and how much of them, which it may have been made for before. */
export interface SentFor {
  readonly work: string;
  readonly quantityBase: number;
}

/** Sends somebody for goods in reserve that no order waits for. Work that brings such goods already brings more. */
export async function sendForParts(
  trx: AppTrx,
  { commandId, warehouse }: { readonly commandId: string; readonly warehouse: string },
  { item, face, parts, priority }: PartsMeant,
): Promise<SentFor[]> {
  const sent: SentFor[] = [];
  for (const { row, quantityBase } of parts) {
    const from = await placeNamed(trx, warehouse, row.location);
    if (!from) continue;
    const asked = { commandId, warehouse, wave: null, isShown: true };
    const toBring = { row, quantityBase, unit: item.baseUnit, from, face, priority };
    sent.push({ work: (await bringToFace(trx, asked, toBring)).work, quantityBase });
  }
  return sent;
}
