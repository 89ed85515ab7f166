import type { HistoryLine } from '#shared/inventory/look-up-history.ts';
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

/** What became of an item, a lot, a serial, a plate or a location: who moved what, when, with which command. */
export async function historyOf(
  read: Runner,
  warehouse: string,
  asked: HistoryOf,
  before: Before | null,
  limit: number,
): Promise<HistoryPart> {
  const rows = await historyRows(read, warehouse, asked, before, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const older = rows.length > limit && last ? `${last.recorded_at}_${last.id}` : null;
  return { items: items.map(lineOf), older };
}

/** The place where a part of a history begins, read back from what the part before it said; null for the newest. */
export function beforeFrom(text: string | undefined): Before | null {
  const at = text?.indexOf('_') ?? -1;
  if (text === undefined || at < 0) return null;
  return { recordedAt: Number(text.slice(0, at)), id: text.slice(at + 1) };
}

function lineOf(row: HistoryRow): HistoryLine {
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
    quantity: fromBase(row.quantity_base, row.decimals ?? 0),
    unit: row.base_unit ?? '',
    lot: row.lot,
    serial: row.serial,
    from: row.from_location,
    to: row.to_location,
    fromPlate: row.from_plate,
    toPlate: row.to_plate,
    fromStatus: row.from_status,
    toStatus: row.to_status,
  };
}
