import { type RawBuilder, sql } from 'kysely';

/**
 * Words that stand in a statement as they are: the index of the jobs that are not over, a few of all that were ever
 * printed, is only used where the statement says its condition word for word.
 */
export const waitingStatus: RawBuilder<string> = sql.lit('waiting');
export const sendingStatus: RawBuilder<string> = sql.lit('sending');
export const openJobs: readonly RawBuilder<string>[] = [waitingStatus, sendingStatus];
