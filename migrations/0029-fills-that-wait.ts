import type { Kysely } from 'kysely';
import { createIndex } from './create-tables.ts';

/** Work for pick faces that is not shown yet, or waits for goods; and who asked for what work brings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createIndex(db, 'work_fill_held', 'work', 'warehouse', "type = 'replenish' and status = 'held'");
  await createIndex(db, 'fill_request_work', 'fill_request', 'work');
}
