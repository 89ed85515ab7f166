import type { Command } from '#shared/command/envelope.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { isOutside } from '#shared/ledger/place.ts';
import { isOfRow, restated } from '#shared/ledger/restated.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import { onHoldStatus } from '#shared/ledger/stock-status.ts';
import { post } from '../ledger.ts';
import type { AppTrx } from '../store.ts';
import { holdOnLot } from './lot-holds.queries.ts';
import { lockStockOfItems } from './stock-rows.queries.ts';

/**
 * Goods that were found of a lot on hold are on hold from then on: the entries that found them are posted already. Where
 * more had left than the books had, only what is there now.
 */
export async function freezeFound(
  trx: AppTrx,
  { id: commandId, warehouse, operator, device, occurredAt }: Omit<Command<unknown>, 'body'>,
  entries: readonly EntryDraft[],
): Promise<void> {
  const frozen: EntryDraft[] = [];
  for (const { item, owner, lot, serial, quantityBase, from, to } of entries) {
    if (!isOutside(from.location) || lot === null || to.inventoryStatus !== availableStatus) continue;
    const hold = await holdOnLot(trx, item, lot);
    if (!hold) continue;
    const kind = { ...to, licensePlate: to.licensePlate ?? '', item, owner, lot, serial: serial ?? '' };
    const rows = await lockStockOfItems(trx, warehouse, to.location, [{ key: item }]);
    const standing = rows.find((row) => isOfRow(row, kind))?.quantityBase ?? 0;
    const goods = { ...kind, quantityBase: Math.min(quantityBase, standing) };
    if (goods.quantityBase <= 0) continue;
    frozen.push(restated(goods, { inventoryStatus: onHoldStatus, reasonCode: hold.reason }, false));
  }
  const cause = { commandId, warehouse, operator, device, occurredAt: Date.parse(occurredAt) };
  await post(trx, cause, frozen, { firstIndex: entries.length });
}
