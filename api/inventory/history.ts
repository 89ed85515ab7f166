import type { HistoryLine } from '#shared/inventory/look-up-history.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { type Before, type HistoryOf, type HistoryRow, historyRows } from './history.queries.ts';

/** A part of a history, the newest first, and where the next part begins; null at its end. */
export interface HistoryPart {
  readonly items: HistoryLine[];
  readonly older: string | null;
}

/** So many movements are read where pieces stand before other movements: two commands of as many as one can name. */
const withPieces = 1000;

/**
 * What became of an item, a lot, a serial, a plate or a location: who moved what, when, with which command. Pieces with
 * serial numbers that one command moved alike are one line: five hundred of them are one thing that somebody did.
 */
export async function historyOf(
  read: Runner,
  warehouse: string,
  asked: HistoryOf,
  before: Before | null,
  limit: number,
): Promise<HistoryPart> {
  const few = deedsOf(await historyRows(read, warehouse, asked, before, limit + 1), limit);
  const { deeds, isMore } =
    few.isMore && few.deeds.some((rows) => rows.length > 1)
      ? deedsOf(await historyRows(read, warehouse, asked, before, withPieces + 1), withPieces)
      : few;
  const items = deeds.slice(0, limit);
  const last = items.at(-1)?.at(-1);
  const older = (isMore || deeds.length > limit) && last ? `${last.recorded_at}_${last.id}` : null;
  return { items: items.map(lineOf), older };
}

/** Movements that are one line each, in their order; `isMore`: others follow. What may go on among those is told there. */
function deedsOf(rows: readonly HistoryRow[], limit: number) {
  const deeds: HistoryRow[][] = [];
  for (const row of rows) {
    const deed = deeds.at(-1);
    if (deed?.[0] && isSameDeed(deed[0], row)) deed.push(row);
    else deeds.push([row]);
  }
  const isMore = rows.length > limit;
  return { deeds: isMore && deeds.length > 1 ? deeds.slice(0, -1) : deeds, isMore };
}

const ofDeed = [
  'command_id',
  'item_key',
  'lot',
  'from_location',
  'from_plate',
  'from_status',
  'to_location',
  'to_plate',
  'to_status',
  'reason',
  'reason_code',
] as const satisfies readonly (keyof HistoryRow)[];

function isSameDeed(one: HistoryRow, other: HistoryRow): boolean {
  const areAlike = (one.corrects === null) === (other.corrects === null) && ofDeed.every((is) => one[is] === other[is]);
  return areAlike && one.serial !== null && other.serial !== null;
}

/** The place where a part of a history begins, read back from what the part before it said; null for the newest. */
export function beforeFrom(text: string | undefined): Before | null {
  const at = text?.indexOf('_') ?? -1;
  if (text === undefined || at < 0) return null;
  return { recordedAt: Number(text.slice(0, at)), id: text.slice(at + 1) };
}

function lineOf(rows: readonly HistoryRow[]): HistoryLine {
  const [row] = rows;
  invariant(row, 'a line tells of a movement');
  return {
    id: row.id,
    at: instant(row.occurred_at),
    by: row.operator,
    byName: row.name,
    device: row.device,
    command: row.command_id,
    commandType: row.type,
    reason: row.reason,
    reasonCode: row.reason_code,
    isCorrection: row.corrects !== null,
    item: itemNumberOf(row.item_key),
    description: row.description ?? '',
    quantity: fromBase(
      rows.reduce((sum, { quantity_base: base }) => sum + base, 0),
      row.decimals ?? 0,
    ),
    unit: row.base_unit ?? '',
    lot: row.lot,
    serial: rows.length === 1 ? row.serial : null,
    from: row.from_location,
    to: row.to_location,
    fromPlate: row.from_plate,
    toPlate: row.to_plate,
    fromStatus: row.from_status,
    toStatus: row.to_status,
  };
}
