import type { Command } from '#shared/command/envelope.ts';
import type { CountedLine } from '#shared/counting/count.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { seenUntil } from '../platform/facts/news.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { broughtSince, takenSince } from './entries-since.queries.ts';

/** A count that comes no later than this was made a moment ago: nothing is asked for it. */
const momentMs = 1000;

/** A line of a count, as far as it says when which goods were counted. */
type ToldLine = Pick<CountedLine, 'location' | 'item' | 'licensePlate' | 'lot' | 'countedAt'>;

/** What was counted, and when. */
interface Told extends Pick<Command<unknown>, 'warehouse' | 'occurredAt' | 'knownAt'> {
  readonly lines: readonly ToldLine[];
  readonly items: readonly Pick<StockItem, 'key' | 'number'>[];
}

/**
 * Stock as it was when somebody counted it: what stands there now, without what moved since. Goods are compared at the
 * moment at which they were counted, where their line says so, else at that of the command, as are goods that nobody told
 * of. What was moved before and only told later, by a device without a network, had left when it was counted. What
 * somebody else corrected meanwhile is not corrected a second time. The instant is the counter's own, corrected by the
 * offset of their clock; but never before what their device had heard of.
 */
export async function stockThen(
  trx: AppTrx,
  told: Told,
  locations: Iterable<string>,
  rows: readonly StockRow[],
): Promise<StockRow[]> {
  const momentOf = await momentsOf(trx, told);
  if (momentOf === null) return [...rows];
  const then = new Map(rows.map((row) => [keyOf(row), row]));
  const change = (row: StockRow, entry: RowOf<typeof takenSince>, changeBase: number) => {
    // Nothing happened after it was heard of, whatever a device's clock says.
    if (Math.min(entry.occurred_at, entry.recorded_at) <= momentOf.row(row)) return;
    const known = then.get(keyOf(row)) ?? { ...row, quantityBase: 0 };
    then.set(keyOf(row), { ...known, quantityBase: known.quantityBase + changeBase });
  };
  for (const location of new Set(locations)) {
    const where = { warehouse: told.warehouse, location, after: momentOf.first };
    const taken = await trx.all(takenSince, where);
    const brought = await trx.all(broughtSince, where);
    for (const entry of taken) change(rowAt(entry, 'from'), entry, entry.quantity_base);
    for (const entry of brought) change(rowAt(entry, 'to'), entry, -entry.quantity_base);
  }
  // Less than nothing is what the books owe a place now; else only the news of how the goods came there is late.
  const owed = new Set(rows.filter(({ quantityBase }) => quantityBase < 0).map(keyOf));
  return [...then.values()].filter((row) => row.quantityBase > 0 || (row.quantityBase < 0 && owed.has(keyOf(row))));
}

interface Moments {
  /** When the goods of a row were counted, ms. */
  row(row: StockRow): number;
  /** The earliest of all. */
  readonly first: number;
}

/** Null: all of it was counted a moment ago. A line was counted as long before the command as the device's clock says. */
async function momentsOf(trx: AppTrx, { lines, items, ...command }: Told): Promise<Moments | null> {
  const after = await countedAt(trx, command);
  const occurredAt = Date.parse(command.occurredAt);
  const timed = lines.flatMap((line) => {
    if (line.countedAt === undefined) return [];
    return [{ line, at: after - Math.max(0, occurredAt - Date.parse(line.countedAt)) }];
  });
  if (timed.length === 0 && trx.now - after <= momentMs) return null;
  const numbers = new Map(items.map(({ key, number }) => [key, number]));
  return {
    first: Math.min(after, ...timed.map(({ at }) => at)),
    row: (row) => {
      const ofItem = timed.filter(({ line }) => line.location === row.location && line.item === numbers.get(row.item));
      const ofLot = ofItem.filter(({ line }) => (line.lot ?? '') === row.lot);
      const onPlate = ofLot.find(
        ({ line }) => line.licensePlate !== undefined && line.licensePlate === row.licensePlate,
      );
      return (onPlate ?? ofLot.at(-1) ?? ofItem.at(-1))?.at ?? after;
    },
  };
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
