import type { Command } from '#shared/command/envelope.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { EntryDraft, EntryReason } from '#shared/ledger/entry.ts';
import type { PickLine } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { movableBase } from '#shared/ledger/stock-row.ts';
import type { ShortTaken } from '#shared/picking/undo.ts';
import { TryAgain } from '../platform/db/locking.ts';
import { issueJournal } from '../platform/facts/counting-journal.ts';
import { placeBefore } from '../platform/facts/place-before.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { reserve, unreserve } from '../platform/facts/reservations.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems } from '../platform/facts/stock-rows.queries.ts';
import type { LedgerEntry } from '../platform/published-row.ts';
import type { AppTrx } from '../platform/store.ts';
import { lineFacts } from './pick-facts.ts';
import {
  cancelLine,
  countStatus,
  entriesOfShortage,
  leavePlate,
  promisedOfLine,
  promisesOfRest,
  reopenLine,
  settleShortage,
} from './undo.queries.ts';

/** The short pick that is taken back. */
interface ShortPick {
  readonly id: string;
  readonly warehouse: string;
  readonly work: string;
  readonly line: number;
}

/** What a short pick did to goods that were not there; null where its line is not short any more. */
export async function shortTaken(trx: AppTrx, made: ShortPick): Promise<ShortTaken | null> {
  const { id, warehouse, work } = made;
  const line = await lineFacts(trx, work, made.line);
  const [item] = line ? await itemsByKey(trx, [line.item]) : [];
  if (!line || !item || line.status !== 'short') return null;
  const entries = await trx.all(entriesOfShortage, { from: `${id}:`, to: `${id};` });
  const settled: Settled[number][] = [];
  for (const entry of entries) {
    const moved = movedBy(entry);
    settled.push({ entry: entry.id, moved: { ...moved, from: await placeBefore(trx, moved.from) } });
  }
  const missing = missingOf(line, made, settled);
  const counting = await trx.one(countStatus, { id: `${id}.count` });
  const added = await addedBy(trx, made);
  return {
    line: line.line,
    missing,
    settled,
    freeBase: await freeOf(trx, warehouse, line, settled),
    decimals: item.decimals,
    unit: item.baseUnit,
    added,
    roomBase: await roomOf(trx, line, added),
    isCounted: counting !== undefined && counting.status !== 'open',
  };
}

type Settled = ShortTaken['settled'];

type Entry = Pick<
  LedgerEntry,
  | ('item_key' | 'owner' | 'lot' | 'serial' | 'quantity_base' | 'reason')
  | ('from_location' | 'from_plate' | 'from_status' | 'to_location' | 'to_plate' | 'to_status')
>;

function movedBy(entry: Entry): EntryDraft {
  return {
    item: entry.item_key,
    owner: entry.owner,
    lot: entry.lot,
    serial: entry.serial,
    quantityBase: entry.quantity_base,
    from: { location: entry.from_location, licensePlate: entry.from_plate, inventoryStatus: entry.from_status },
    to: { location: entry.to_location, licensePlate: entry.to_plate, inventoryStatus: entry.to_status },
    reason: entry.reason as EntryReason,
  };
}

/** The promises as they were: of what was written off or set apart piece by piece, else the rest of the line. */
function missingOf(line: PickLine, { warehouse, work }: ShortPick, settled: Settled): Reservation[] {
  const of: Omit<Reservation, 'id' | 'quantityBase'> = {
    ...{ warehouse, location: line.location, licensePlate: line.licensePlate, item: line.item, owner: line.owner },
    ...{ lot: line.lot, serial: line.serial, inventoryStatus: line.inventoryStatus, order: line.order ?? '' },
    ...{ line: line.orderLine ?? 0, shipment: line.shipment, work, workLine: line.line, state: 'work' as const },
  };
  if (settled.length === 0) return [{ ...of, id: '', quantityBase: line.quantityBase - line.pickedBase }];
  return settled.map(({ moved: { from, lot, serial, quantityBase } }) => ({
    ...{ ...of, id: '', lot: lot ?? '', serial: serial ?? '', quantityBase, location: from.location },
    ...{ licensePlate: from.licensePlate ?? '', inventoryStatus: from.inventoryStatus },
  }));
}

/** What was written off comes back whole; goods that stayed at their place may be promised, or gone, by now. */
async function freeOf(trx: AppTrx, warehouse: string, line: PickLine, settled: Settled): Promise<number> {
  const [first] = settled;
  const places = settled.length === 0 ? [placeOf(line)] : settled.map(({ moved }) => atPlace(moved));
  if (first?.moved.reason === 'adjust') return settled.reduce((sum, { moved }) => sum + moved.quantityBase, 0);
  const rows = await lockStockOfItems(trx, warehouse, line.location, [{ key: line.item }]);
  const isThere = (row: (typeof rows)[number]) =>
    places.some(
      (place) =>
        row.owner === line.owner &&
        row.lot === place.lot &&
        row.serial === place.serial &&
        row.licensePlate === place.licensePlate &&
        row.inventoryStatus === place.inventoryStatus,
    );
  return rows.filter(isThere).reduce((sum, row) => sum + movableBase(row), 0);
}

function placeOf({ lot, serial, licensePlate, inventoryStatus }: PickLine) {
  return { lot, serial, licensePlate, inventoryStatus };
}

function atPlace({ lot, serial, to }: EntryDraft) {
  const { licensePlate, inventoryStatus } = to;
  return { lot: lot ?? '', serial: serial ?? '', licensePlate: licensePlate ?? '', inventoryStatus };
}

/**
 * How much more the order's line may be promised without the stops that were added. Their goods may have been sought
 * elsewhere once more, or the line may be done with less meanwhile.
 */
async function roomOf(trx: AppTrx, { order, orderLine }: PickLine, added: ShortTaken['added']): Promise<number | null> {
  if (order === null || orderLine === null) return null;
  const of = await trx.one(promisedOfLine, { orderKey: order, line: orderLine });
  const freedBase = totalBase(added.flatMap(({ promised }) => promised));
  return of ? of.wanted_base - Number(of.promised_base ?? 0) + freedBase : null;
}

/** Stops that were added for the rest. */
async function addedBy(trx: AppTrx, { id, work }: ShortPick): Promise<ShortTaken['added']> {
  const promises = await trx.all(promisesOfRest.lock[trx.dialect], { from: `${id}.else`, to: `${id}.elsf` });
  const added: ShortTaken['added'][number][] = [];
  for (const { id: promise, work_line: number } of promises) {
    const line = number === null ? null : await lineFacts(trx, work, number);
    // What was picked there and put back is a promise of its own.
    const promised = line?.promised ?? [];
    const isThere = promised.some((one) => one.id === promise);
    added.push({ line: number ?? 0, pickedBase: isThere ? (line?.pickedBase ?? 0) : 1, promised });
  }
  return added;
}

/** The line asks for its goods again, nobody goes elsewhere for them, and the ERP hears that they are there. */
export async function undoShort(
  trx: AppTrx,
  command: Command<unknown>,
  work: string,
  { line, missing, settled, added }: ShortTaken,
): Promise<void> {
  const { id, warehouse } = command;
  for (const stop of added) {
    for (const promise of stop.promised) await unreserve(trx, promise);
    await trx.one(cancelLine, { work, line: stop.line });
  }
  for (const [index, promise] of missing.entries()) {
    if (!(await reserve(trx, { ...promise, id: `${id}.again${index}` }))) throw new TryAgain();
  }
  await trx.one(reopenLine, { work, line });
  const [first] = missing;
  if (!first) return;
  if (first.licensePlate === '') await trx.one(leavePlate, { work, line });
  if (first.order !== '') await trx.one(settleShortage, { orderKey: first.order, line: first.line });
  trx.publish({ kind: 'thing', thing: 'location', key: first.location, warehouse, deleted: false });
  await publishPlates(trx, warehouse, [first.licensePlate]);
  await tellErp(trx, command, settled);
}

async function tellErp(trx: AppTrx, command: Command<unknown>, settled: Settled): Promise<void> {
  const found = settled.map(({ moved }) => moved).filter(({ reason }) => reason === 'adjust');
  const [first] = found;
  const [item] = first ? await itemsByKey(trx, [first.item]) : [];
  if (!item) return;
  const entries = found.map((moved) => ({ ...moved, from: moved.to, to: moved.from }));
  const lines = found.map(({ from, lot, serial, quantityBase }) => ({
    ...{ item, location: from.location, licensePlate: from.licensePlate, lot, serial, differenceBase: quantityBase },
  }));
  await issueJournal(trx, command, { lines, entries, reason: 'correction' });
}
