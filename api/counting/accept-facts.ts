import type { Difference } from '#shared/counting/differences.ts';
import type { AcceptFacts } from '#shared/counting/review.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { placesThatMayOwe } from '../platform/facts/places.queries.ts';
import { correctedSince } from './corrected-since.ts';
import type { countWithNumber, linesOfCount } from './count.queries.ts';
import { countedItems, promisedAt, stockAt } from './count-facts.ts';
import { countTold } from './trail.queries.ts';
import { wherePiecesAre, wherePlatesAre } from './where-known.ts';

type CountRow = RowOf<typeof countWithNumber.read>;
type AcceptedCount = Pick<CountRow, 'warehouse' | 'counted_at' | 'command_id' | 'reason'>;
type LineRow = RowOf<typeof linesOfCount>;

/** What accepting a count depends on, as it is now: to look at it, or to do it and nobody changes it meanwhile. */
export async function acceptFacts(
  read: Runner,
  { warehouse, counted_at: at, command_id: commandId, reason }: AcceptedCount,
  lines: readonly LineRow[],
  how: 'read' | 'lock',
): Promise<AcceptFacts> {
  const places = lines.map(({ location }) => location);
  const recordedAt = at ?? Number.MAX_SAFE_INTEGER;
  const told = await countTold(read, commandId);
  return {
    differences: await differencesIn(read, lines),
    reason: reason ?? '',
    corrections: await correctedSince(read, { warehouse, after: recordedAt }, places),
    countedAt: Math.min(told?.at ?? recordedAt, recordedAt),
    rows: await stockAt(read, how, { warehouse, locations: places, itemKey: null }),
    promised: await promisedAt(read, how, { warehouse, locations: places }),
    mayOwe: await placesThatMayOwe(read, warehouse, places),
    plates: await wherePlatesAre(
      read,
      warehouse,
      lines.flatMap(({ license_plate: plate }) => plate || []),
    ),
    serials: await wherePiecesAre(
      read,
      lines.map(({ item_key: itemKey, serial }) => ({ itemKey, serial })).filter(({ serial }) => serial !== ''),
    ),
  };
}

/** What the lines of a count tell. */
export async function differencesIn(read: Runner, lines: readonly LineRow[]): Promise<Difference[]> {
  const items = await countedItems(read, new Set(lines.map((line) => line.item_key)));
  return lines.flatMap((line) => {
    const item = items.find(({ key }) => key === line.item_key);
    if (!item) return [];
    const { location, lot, serial, license_plate: licensePlate, counted_at: countedAt } = line;
    const bases = {
      expectedBase: line.expected_base,
      countedBase: line.counted_base,
      differenceBase: line.difference_base,
    };
    return [{ item, location, licensePlate, lot, serial, ...bases, isNew: line.is_new === 1, countedAt }];
  });
}
