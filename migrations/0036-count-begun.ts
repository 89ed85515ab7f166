import { type Kysely, sql } from 'kysely';
import { createIndex, createTables } from './create-tables.ts';

/** Who began to count what and has not said yet what is there, whoever is at it by now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'count_begun',
      `badge text not null, work text not null, begun_at bigint not null,
       primary key (badge, work)`,
      'clustered',
    ],
  ]);
  await createIndex(db, 'count_begun_work', 'count_begun', 'work');
  await sql`insert into count_begun (badge, work, begun_at)
    select claimed_by, id, claimed_at from work
    where type = 'count' and status = 'open' and claimed_by is not null and claimed_at is not null`.execute(db);
}
