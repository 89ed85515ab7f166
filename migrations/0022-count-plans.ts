import type { Kysely } from 'kysely';
import { addColumns, createIndex, createTables } from './create-tables.ts';

/**
 * What sends people to count: plans, why work was made, when places were counted last; and of each count who counted it,
 * one row for each time, and the moment of each line.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'count_plan',
      `warehouse text not null, code text not null, plan text not null, version bigint not null,
       primary key (warehouse, code)`,
      'clustered',
    ],
    [
      'count_task',
      `work text primary key, warehouse text not null, origin text not null, plan text,
       second_counter bigint not null, asked_by text not null`,
    ],
    [
      'counted_place',
      `warehouse text not null, location text not null, item_key text not null, counted_at bigint not null,
       primary key (warehouse, location, item_key)`,
      'clustered',
    ],
    [
      'stock_count_attempt',
      `count_number text not null, attempt bigint not null, counted_by text not null, counted_at bigint not null,
       command_id text not null, primary key (count_number, attempt)`,
      'clustered',
    ],
  ]);
  await addColumns(db, [['stock_count_line', 'counted_at bigint']]);
  await createIndex(db, 'count_task_plan', 'count_task', 'warehouse, plan', 'plan is not null');
}
