import { type Kysely, sql } from 'kysely';
import { addColumns } from './create-tables.ts';

/** Numbers given before there was a setting for it begin with the prefix that GS1 keeps for examples. */
const examplePrefix = '9521234';

/**
 * Licence plates begin with the company prefix that an administrator sets, each prefix with a series of numbers of its own;
 * a device's range belongs to the prefix it was given under.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [['device', 'sscc_prefix text']]);
  await sql`update device set sscc_prefix = ${examplePrefix} where sscc_to is not null`.execute(db);
  await sql`update counter set name = ${`license-plate:${examplePrefix}`} where name = 'license-plate'`.execute(db);
}
