import type { ExpressionBuilder } from 'kysely';
import type { Database } from '../platform/db/schema.ts';

/** The versions of a document `d` that came after it: an older one needs no word once a newer one is out. */
export function newerVersion(eb: ExpressionBuilder<Database & { d: Database['document'] }, 'd'>) {
  return eb
    .selectFrom('document as newer')
    .select('newer.version')
    .whereRef('newer.number', '=', 'd.number')
    .whereRef('newer.version', '>', 'd.version');
}
