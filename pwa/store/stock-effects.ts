import type { EntryDraft } from '#shared/ledger/entry.ts';
import { loadOf } from '#shared/ledger/goods.ts';
import type { ItemThing, PlateContent } from '#shared/ledger/thing.ts';
import type { Effect } from './effects.ts';

/** Goods that went from one place to another. */
export type StockEffect = Pick<EntryDraft, 'item' | 'owner' | 'lot' | 'serial' | 'quantityBase' | 'from' | 'to'> &
  Pick<PlateContent, 'description' | 'baseUnit' | 'decimals'> & {
    /** What the goods weigh, and the room they take; left out in commands that were queued by older versions. */
    readonly weightMilligrams?: number;
    readonly volumeMm3?: number;
  };

/**
 * The same as it is kept: the hundreds of pieces that went one way together are one of these, with the number of each, in
 * their order. Commands that were queued by older versions have one for each piece.
 */
export type KeptStockEffect = StockEffect & { readonly serials?: readonly string[] };

/** Entries with how their items are called, so that a plate can show its contents without looking them up. */
export async function withNames(
  entries: readonly EntryDraft[],
  read: { thing(kind: 'item', key: string): Promise<ItemThing | undefined> },
): Promise<KeptStockEffect[]> {
  const items = new Map<string, ItemThing | undefined>();
  for (const { item } of entries) if (!items.has(item)) items.set(item, await read.thing('item', item));
  return inRuns(entries).map(([{ item, owner, lot, serial, quantityBase, from, to }, serials]) => {
    const known = items.get(item);
    const { description = '', baseUnit = '', decimals = 0 } = known ?? {};
    const moved = { item, owner, lot, serial, quantityBase, from, to, description, baseUnit, decimals };
    return { ...moved, ...loadOf(known, quantityBase), ...(serials.length > 1 && { serials }) };
  });
}

/** Entries with the numbers of the pieces that follow them the same way. */
function inRuns(entries: readonly EntryDraft[]): (readonly [EntryDraft, string[]])[] {
  const runs: (readonly [EntryDraft, string[]])[] = [];
  for (const entry of entries) {
    const { serial } = entry;
    const [first, serials] = runs.at(-1) ?? [];
    if (first && serials && serial !== null && first.serial !== null && isSameWay(first, entry)) serials.push(serial);
    else runs.push([entry, serial === null ? [] : [serial]]);
  }
  return runs;
}

function isSameWay(one: EntryDraft, other: EntryDraft): boolean {
  const isSame = one.item === other.item && one.owner === other.owner && one.lot === other.lot;
  if (!isSame || one.quantityBase !== other.quantityBase) return false;
  return isSamePlace(one.from, other.from) && isSamePlace(one.to, other.to);
}

function isSamePlace(one: EntryDraft['from'], other: EntryDraft['from']): boolean {
  const isSame = one.location === other.location && one.licensePlate === other.licensePlate;
  return isSame && one.inventoryStatus === other.inventoryStatus;
}

/** What a command moved, piece by piece, in the order of its entries. */
export function movedBy(effects: readonly Effect[]): StockEffect[] {
  return effects.flatMap((effect) => (effect.does === 'move-stock' ? eachOf(effect.entries) : []));
}

/** Piece by piece. */
export function eachOf(kept: readonly KeptStockEffect[]): StockEffect[] {
  return kept.flatMap(({ serials, ...moved }) => serials?.map((serial) => ({ ...moved, serial })) ?? [moved]);
}

/** What an entry moved, as something that stands at one of its two places. */
export function contentOf(entry: StockEffect, place: EntryDraft['to']): PlateContent {
  const { item, owner, description, baseUnit, decimals, quantityBase } = entry;
  const { inventoryStatus } = place;
  const [lot, serial] = [entry.lot ?? '', entry.serial ?? ''];
  return { item, owner, lot, serial, inventoryStatus, quantityBase, description, baseUnit, decimals };
}
