import { commandReference } from '#shared/command/envelope.ts';
import type { CountStatus } from '#shared/counting/count.machine.ts';
import type { CountWorkState } from '#shared/counting/count.ts';
import type { CountedItem } from '#shared/counting/counted-goods.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { nextName } from '../platform/counter.ts';
import type { Runner } from '../platform/db/connection.ts';
import { reservationOf } from '../platform/facts/reservations.queries.ts';
import { firstOwner } from '../platform/facts/source-systems.queries.ts';
import { type ItemFacts, itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { stockRow } from '../platform/facts/stock-rows.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  countOfWork,
  insertCount,
  promisedAtPlace,
  startedBy,
  stockAtPlace,
  taskOf,
  workOfCommand,
  workWithId,
} from './count.queries.ts';

/** Work by its id, or by `command:<id>` of what made or began it, with the count it is for; null where there is none. */
export async function lockCountWork(trx: AppTrx, warehouse: string, text: string): Promise<CountWorkState | null> {
  const row = await trx.one(workWithId.lock[trx.dialect], { id: await workNamed(trx, text) });
  if (row?.warehouse !== warehouse) return null;
  const count = await trx.one(countOfWork.lock[trx.dialect], { work: row.id });
  return {
    id: row.id,
    status: row.status,
    location: row.from_location === '' ? null : row.from_location,
    item: row.item_key,
    count: count ? { id: count.count_number, status: count.status as CountStatus, attempts: count.attempts } : null,
    notBy: count?.not_by ?? null,
    isSecondCounter: (await trx.one(taskOf, { work: row.id }))?.second_counter === 1,
  };
}

/** A start may have found work that was there already: then its answer says which. */
async function workNamed(read: Runner, text: string): Promise<string> {
  const commandId = commandReference(text);
  if (commandId === null) return text;
  const made = await read.one(workOfCommand, { commandId });
  if (made) return made.id;
  const started = await read.one(startedBy, { commandId });
  const { work = '' } = JSON.parse(started?.result ?? '{}') as { readonly work?: string };
  return work;
}

/** The stock of places in the order of their codes; of one item where it alone is counted. */
export async function stockAt(
  read: Runner,
  how: 'read' | 'lock',
  { warehouse, locations, itemKey }: Places & { readonly itemKey: string | null },
): Promise<StockRow[]> {
  const asked = how === 'read' ? stockAtPlace.read : stockAtPlace.lock[read.dialect];
  const rows: StockRow[] = [];
  for (const location of [...new Set(locations)].sort()) {
    const found = await read.all(asked, { warehouse, location });
    rows.push(...found.map(stockRow).filter((row) => itemKey === null || row.item === itemKey));
  }
  return rows;
}

/** What is promised of the goods at places, the newest promise first. */
export async function promisedAt(
  read: Runner,
  how: 'read' | 'lock',
  { warehouse, locations }: Places,
): Promise<Reservation[]> {
  const asked = how === 'read' ? promisedAtPlace.read : promisedAtPlace.lock[read.dialect];
  const promised: Reservation[] = [];
  for (const location of [...new Set(locations)].sort()) {
    promised.push(...(await read.all(asked, { warehouse, location })).map(reservationOf));
  }
  return promised;
}

interface Places {
  readonly warehouse: string;
  readonly locations: Iterable<string>;
}

/** Items as counts need them: those with these keys. */
export async function countedItems(read: Runner, keys: Iterable<string>): Promise<CountedItem[]> {
  return Promise.all((await itemsByKey(read, keys)).map((item) => asCounted(read, item)));
}

export async function asCounted(read: Runner, item: ItemFacts): Promise<CountedItem> {
  return { ...item, defaultOwner: await firstOwner(read, item.sourceSystem) };
}

/** Writes down that a count was begun. Answers its number. */
export async function beginCount(
  trx: AppTrx,
  count: {
    readonly work: string;
    readonly warehouse: string;
    readonly location: string | null;
    readonly itemKey: string | null;
    readonly position: number;
    readonly commandId: string;
  },
): Promise<string> {
  const number = await nextName(trx, 'count', 'CT');
  await trx.one(insertCount, { ...count, number, notBy: null });
  return number;
}
