import type { Correction } from '#shared/counting/differences.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { broughtSince, foundSince, takenSince, writtenOffSince } from './entries-since.queries.ts';

/** What comes no later than this after it was done was told at once. */
const momentMs = 1000;

/**
 * What others said of places after an instant: more is there than the books knew, or less; or goods had come or gone
 * earlier, and their device had no network.
 */
export async function correctedSince(
  read: Runner,
  { warehouse, after }: { readonly warehouse: string; readonly after: number },
  locations: Iterable<string>,
): Promise<Correction[]> {
  const corrections: Correction[] = [];
  for (const location of new Set(locations)) {
    const where = { warehouse, location, after };
    const lost = await read.all(writtenOffSince, where);
    const found = await read.all(foundSince, where);
    corrections.push(...lost.map((entry) => correctionOf(entry, 'from')));
    corrections.push(...found.map((entry) => correctionOf(entry, 'to')));
    const taken = await read.all(takenSince, where);
    const brought = await read.all(broughtSince, where);
    corrections.push(...taken.filter(isToldLate).map((entry) => lateMove(entry, 'from')));
    corrections.push(...brought.filter(isToldLate).map((entry) => lateMove(entry, 'to')));
  }
  return corrections;
}

function isToldLate(entry: RowOf<typeof takenSince>): boolean {
  return entry.recorded_at - entry.occurred_at > momentMs;
}

function lateMove(entry: RowOf<typeof takenSince>, side: 'from' | 'to'): Correction {
  return { ...correctionOf(entry, side), movedAt: entry.occurred_at };
}

function correctionOf(entry: RowOf<typeof foundSince>, side: 'from' | 'to'): Correction {
  return {
    item: entry.item_key,
    location: entry[`${side}_location`],
    licensePlate: entry[`${side}_plate`] ?? '',
    lot: entry.lot ?? '',
    serial: entry.serial ?? '',
    movedAt: null,
    changeBase: side === 'to' ? entry.quantity_base : -entry.quantity_base,
  };
}
