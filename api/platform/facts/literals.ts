import { type RawBuilder, sql } from 'kysely';

/**
 * Words that stand in a statement as they are. A partial index is only used where the statement says its condition word
 * for word; a parameter would hide it.
 */
export const openStatus: RawBuilder<string> = sql.lit('open');
export const receivingType: RawBuilder<string> = sql.lit('receiving');
