import type { Command } from '#shared/command/envelope.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { seenUntil } from '../platform/facts/news.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { broughtSince, takenSince } from './count.queries.ts';

/** A count that comes no later than this was made a moment ago: nothing is asked for it. */
const momentMs = 1000;

/**
 * Stock as it was when somebody counted it: what stands there now, without what moved since. What was moved before and
 * only told later, by a device without a network, had left when it was counted. What somebody else corrected meanwhile
 * is not corrected a second time. The instant is the counter's own, corrected by the offset of their clock; but never
 * before what their device had heard of.
 */
export async function stockThen(
  trx: AppTrx,
  command: Pick<Command<unknown>, 'warehouse' | 'occurredAt' | 'knownAt'>,
  locations: Iterable<string>,
  rows: readonly StockRow[],
): Promise<StockRow[]> {
  const after = await countedAt(trx, command);
  if (trx.now - after <= momentMs) return [...rows];
  const then = new Map(rows.map((row) => [keyOf(row), row]));
  const change = (row: StockRow, changeBase: number) => {
    const known = then.get(keyOf(row)) ?? { ...row, quantityBase: 0 };
    then.set(keyOf(row), { ...known, quantityBase: known.quantityBase + changeBase });
  };
  for (const location of new Set(locations)) {
    const where = { warehouse: command.warehouse, location, after };
    const isLater = (entry: { readonly occurred_at: number }) => entry.occurred_at > after;
    const taken = (await trx.all(takenSince, where)).filter(isLater);
    const brought = (await trx.all(broughtSince, where)).filter(isLater);
    for (const entry of taken) change(rowAt(entry, 'from'), entry.quantity_base);
    for (const entry of brought) change(rowAt(entry, 'to'), -entry.quantity_base);
  }
  return [...then.values()].filter(({ quantityBase }) => quantityBase > 0);
}

async function countedAt(
  trx: AppTrx,
  { occurredAt, knownAt }: Pick<Command<unknown>, 'occurredAt' | 'knownAt'>,
): Promise<number> {
  const own = Math.min(Date.parse(occurredAt), trx.now);
  if (knownAt === null || trx.now - own <= momentMs) return own;
  const heard = await trx.one(seenUntil, { position: knownAt });
  return Math.max(own, heard?.at ?? 0);
}

function rowAt(entry: RowOf<typeof takenSince>, side: 'from' | 'to'): StockRow {
  return {
    location: entry[`${side}_location`],
    item: entry.item_key,
    owner: entry.owner,
    lot: entry.lot ?? '',
    serial: entry.serial ?? '',
    inventoryStatus: entry[`${side}_status`],
    licensePlate: entry[`${side}_plate`] ?? '',
    quantityBase: 0,
    reservedBase: 0,
  };
}

function keyOf({ reservedBase: _reserved, quantityBase: _quantity, ...kind }: StockRow): string {
  const { location, item, owner, lot, serial, inventoryStatus, licensePlate } = kind;
  return JSON.stringify([location, item, owner, lot, serial, inventoryStatus, licensePlate]);
}
