import type { Command } from '#shared/command/envelope.ts';
import { type MissingGoods, statusOf } from '#shared/ledger/missing-goods.ts';
import type { PromisedPart } from '#shared/ledger/restated.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { AppTrx } from '../store.ts';
import { openCountWork } from './count-work.queries.ts';
import { issueJournal } from './counting-journal.ts';
import { takeFromReservation, unreserve } from './reservations.queries.ts';
import { carryToStatus } from './set-apart.ts';

/** What was made because goods were missing. */
export interface MissingTold {
  readonly countWork?: string;
  readonly journal?: string;
}

/**
 * Goods that were not there are promised to nobody any more, whatever was done to them; somebody counts their place, and
 * the ERP hears of what was written off. Promises come as they are after what was there was taken out of them.
 */
export async function settleMissing(
  trx: AppTrx,
  command: Command<unknown>,
  missing: MissingGoods,
  { item, location }: { readonly item: StockItem; readonly location: string },
): Promise<MissingTold> {
  const { id: commandId, warehouse } = command;
  const status = statusOf(missing);
  for (const [index, { reservation, quantityBase }] of missing.parts.entries()) {
    if (missing.stock === 'adjust') await takeFromReservation(trx, reservation, quantityBase);
    else if (status === null) await unreserve(trx, reservation, quantityBase);
    else await setApart(trx, { reservation, quantityBase }, { inventoryStatus: status, id: `${commandId}.${index}` });
  }
  const toCount = { id: `${commandId}.count`, warehouse, itemKey: item.key, location, commandId };
  return {
    ...(missing.counts && { countWork: await openCountWork(trx, toCount) }),
    ...(missing.adjustments.length > 0 && { journal: await tellErp(trx, command, missing, item) }),
  };
}

async function setApart(
  trx: AppTrx,
  missing: PromisedPart,
  to: { readonly inventoryStatus: string; readonly id: string },
): Promise<void> {
  for (const one of await carryToStatus(trx, [missing], to)) await unreserve(trx, one);
}

function tellErp(
  trx: AppTrx,
  command: Command<unknown>,
  { adjustments: entries, reason }: MissingGoods,
  item: StockItem,
): Promise<string> {
  const lines = entries.map((entry) => ({
    item,
    location: entry.from.location,
    licensePlate: entry.from.licensePlate,
    lot: entry.lot,
    serial: entry.serial,
    differenceBase: -entry.quantityBase,
  }));
  return issueJournal(trx, command, { lines, entries, reason });
}
