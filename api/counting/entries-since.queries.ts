import { type RawBuilder, sql } from 'kysely';
import { statement } from '../platform/db/statement.ts';

/** Word for word the conditions of the indexes `ledger_from_at` and `ledger_to_at`. */
const leavesAPlaceInside = sql<boolean>`substr(from_location, 1, 1) <> '@'`;
const isNoReceipt = sql<boolean>`from_location <> '@supplier'`;

interface EntriesSince {
  readonly warehouse: string;
  readonly location: string;
  readonly after: number;
}

/** Nobody carried anything: somebody else found that the books were wrong, and said so. */
const isCorrection = sql<boolean>`(reason = 'count'
  or (reason = 'adjust' and coalesce(reason_code, '') in ('not-there', 'correction', 'found')))`;

/**
 * What was taken from a place after an instant, and what came there; not what only the books gained or lost. Goods of
 * suppliers come to docks, which nobody counts.
 */
export const takenSince = entriesSince('from_location', leavesAPlaceInside, sql<boolean>`not ${isCorrection}`);
export const broughtSince = entriesSince('to_location', isNoReceipt, sql<boolean>`not ${isCorrection}`);

/** What only the books lost at a place after an instant, and what they gained there. */
export const writtenOffSince = entriesSince('from_location', leavesAPlaceInside, isCorrection);
export const foundSince = entriesSince('to_location', isNoReceipt, isCorrection);

function entriesSince(
  side: 'from_location' | 'to_location',
  condition: RawBuilder<boolean>,
  meant: RawBuilder<boolean>,
) {
  return statement<EntriesSince>()((k, p) =>
    k
      .selectFrom('ledger_entry')
      .selectAll()
      .where(side, '=', p('location'))
      .where('warehouse', '=', p('warehouse'))
      .where('recorded_at', '>', p('after'))
      .where(condition)
      .where(meant)
      .orderBy('recorded_at')
      .orderBy('id'),
  );
}
