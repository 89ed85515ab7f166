import { type RawBuilder, sql } from 'kysely';

/**
 * Words that stand in a statement as they are. A partial index is only used where the statement says its condition word
 * for word; a parameter would hide it.
 */
export const openStatus: RawBuilder<string> = sql.lit('open');
export const heldStatus: RawBuilder<string> = sql.lit('held');
/** What a balance has for a plate, a lot or a serial number that its goods do not have. */
export const none: RawBuilder<string> = sql.lit('');
export const putawayType: RawBuilder<string> = sql.lit('putaway');
export const countType: RawBuilder<string> = sql.lit('count');
export const pickType: RawBuilder<string> = sql.lit('pick');
export const replenishType: RawBuilder<string> = sql.lit('replenish');
export const putBackType: RawBuilder<string> = sql.lit('put_back');
/** Goods that are gone: what is promised and in the building is in any other state. */
export const shippedState: RawBuilder<string> = sql.lit('shipped');
export const processingStatus: RawBuilder<string> = sql.lit('processing');
/** Work that is not over. */
export const undoneWork: readonly RawBuilder<string>[] = [sql.lit('held'), sql.lit('open')];
/** What of work is still to do. */
export const undoneLines: readonly RawBuilder<string>[] = [sql.lit('open'), sql.lit('skipped')];
export const receivingType: RawBuilder<string> = sql.lit('receiving');

/**
 * A column that is compared only on rows that were found by another: SQLite would rather read all of a warehouse than the
 * few rows of an item, a plate, a lot or a serial number, or those that a list names.
 */
export function rowByRow(column: string): RawBuilder<string> {
  return sql<string>`coalesce(${sql.ref(column)}, '')`;
}
