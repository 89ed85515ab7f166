import type { Correction } from '#shared/counting/differences.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { foundSince, writtenOffSince } from './count.queries.ts';

/** What others said of places after an instant: more is there than the books knew, or less. */
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
  }
  return corrections;
}

function correctionOf(entry: RowOf<typeof foundSince>, side: 'from' | 'to'): Correction {
  return {
    item: entry.item_key,
    location: entry[`${side}_location`],
    licensePlate: entry[`${side}_plate`] ?? '',
    lot: entry.lot ?? '',
    serial: entry.serial ?? '',
    changeBase: side === 'to' ? entry.quantity_base : -entry.quantity_base,
  };
}
