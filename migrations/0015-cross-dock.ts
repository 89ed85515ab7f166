import { type Kysely, sql } from 'kysely';
import { addColumns, createIndex, isPostgres } from './create-tables.ts';

/**
 * Goods that go from the dock to the truck: the tag of an inbound line, and outbound lines that point to it with how much
 * of each is meant (null: all of the line) and how much went that way already. Orders that came before say their tags in
 * their documents.
 *
 * And backorders that wait for goods to arrive, although there may be some: the position of the feeds since when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [
    ['inbound_order_line', 'cross_dock_source text'],
    ['outbound_order_line', 'cross_dock_source text'],
    ['outbound_order_line', 'cross_dock_base bigint'],
    ['outbound_order_line', 'cross_docked_base bigint not null default 0'],
    ['outbound_order_line', 'waits_from bigint'],
  ]);
  const tag = isPostgres(db) ? "document::json ->> 'crossDockSource'" : "json_extract(document, '$.crossDockSource')";
  for (const table of ['inbound_order_line', 'outbound_order_line']) {
    const isTagged = `document like '%"crossDockSource":"%'`;
    await sql.raw(`update ${table} set cross_dock_source = ${tag} where ${isTagged}`).execute(db);
    await createIndex(
      db,
      table.replace('_order_line', '_line_cross_dock'),
      table,
      'item_key',
      'cross_dock_source is not null',
    );
  }
}
