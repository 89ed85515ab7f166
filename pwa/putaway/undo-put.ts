import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import type { WorkThing } from '#shared/ledger/thing.ts';
import { looseWorkAt } from '../store/dock.ts';
import type { Effect } from '../store/effects.ts';
import type { Reversal } from '../store/provisional.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';
import { contentOf, movedBy, type StockEffect } from '../store/stock-effects.ts';

/** The goods are moved where they came from: an operation of another slice, known by its name. */
const moveBack = { type: 'inventory.move', version: 1 } as const;

/**
 * Takes a put-away back: the goods are carried from where they were put to the dock they came from, and wait there
 * again. Not when something was done with them since: the plate stands elsewhere, or something was taken from it or
 * added. Not when they came off a plate, of which nobody can say any more what is left on it, nor when they went to an
 * order, whose they are now.
 */
export async function undoPut({ effects, state, id }: QueuedCommand, read: ReadThings): Promise<Reversal | null> {
  const entries = movedBy(effects);
  const [first] = entries;
  const isDone = state === 'waiting' || state === 'applied';
  const isOrders = effects.some(({ does }) => does === 'take-offer');
  if (!first || !isDone || isOrders || entries.some(({ from, to }) => from.licensePlate !== to.licensePlate))
    return null;
  const { licensePlate } = first.to;
  const body = licensePlate === null ? looseBody(entries) : await plateBody(licensePlate, entries, read);
  if (!body) return null;
  // What is left of the loose goods at the dock waits there still: these join it.
  const waiting = first.from.licensePlate === null ? await looseWorkAt(read, first.from.location, first.item) : null;
  const work = waiting ?? `${id}.undone`;
  return { ...moveBack, body, effects: (command) => backAtDock(entries, command, work) };
}

async function plateBody(licensePlate: string, entries: readonly StockEffect[], read: ReadThings) {
  const plate = await read.thing('licensePlate', licensePlate);
  const [first] = entries;
  const isAsItWas =
    plate?.location === first?.to.location &&
    plate?.contents.length === entries.length &&
    entries.every((entry) => plate.contents.some((content) => isOf(entry, content)));
  return isAsItWas && first ? { licensePlate, from: first.to.location, to: first.from.location } : null;
}

function isOf(entry: StockEffect, content: ReturnType<typeof contentOf>): boolean {
  const { item, lot, serial, quantityBase } = contentOf(entry, entry.to);
  const isSame = content.item === item && content.lot === lot && content.serial === serial;
  return isSame && content.quantityBase === quantityBase;
}

/** Loose goods of one item and one lot: a move names no more than that. */
function looseBody(entries: readonly StockEffect[]) {
  const [first] = entries;
  if (!first || entries.some(({ item, lot }) => item !== first.item || lot !== first.lot)) return null;
  const { item, lot, from, to, baseUnit, decimals } = first;
  const serials = entries.flatMap(({ serial }) => (serial === null ? [] : [serial]));
  const sumBase = totalBase(entries);
  return {
    ...{ item: itemNumberOf(item), sourceSystem: sourceSystemOf(item), from: to.location, to: from.location },
    ...{ quantity: fromBase(sumBase, decimals), unit: baseUnit },
    ...(lot !== null && { lot }),
    ...(serials.length > 0 && { serials }),
  };
}

/** The goods are at the dock again, and somebody has to put them away. */
function backAtDock(entries: readonly StockEffect[], command: string, id: string): Effect[] {
  const back = entries.map((entry) => ({ ...entry, from: entry.to, to: entry.from }));
  const [first] = back;
  if (!first) return [];
  const { licensePlate, location } = first.to;
  const work: WorkThing = {
    ...{ work: id, type: 'putaway', status: 'open', fromLocation: location, toLocation: null },
    ...{ licensePlate, item: licensePlate === null ? first.item : null, command },
    ...(licensePlate === null && { loose: back.map((entry) => contentOf(entry, entry.to)) }),
  };
  return [
    { does: 'move-stock', entries: back },
    { does: 'open-work', work },
  ];
}
