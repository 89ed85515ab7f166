import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { wholeMessageRow } from '../../api/integration/message.queries.ts';
import { openStore } from '../../api/platform/open-store.ts';
import { keptOutcome } from '../../api/platform/pipeline.queries.ts';
import type { AppStore } from '../../api/platform/store.ts';
import { createDatabase } from '../support/postgres.ts';

describe('statements that each connection to PostgreSQL prepares once', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let store: AppStore;

  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'));
    const ignore = () => undefined;
    store = await openStore({ url: database.url, now: () => 1, onPublished: ignore, onError: ignore, poolSize: 1 });
  });

  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const ask = () => store.read.one(keptOutcome.read, { id: 'none' });

  async function prepared(part: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*) as count from pg_prepared_statements
      where position(${part} in statement) > 0 and name <> ''`.execute(store.read.k);
    return rows[0]?.count ?? 0;
  }

  test('however often it is asked, a question is prepared once', async () => {
    for (let time = 0; time < 3; time += 1) expect(await ask()).toBeUndefined();
    expect(await prepared('"content_hash"')).toBe(1);
  });

  test('a free question is not kept', async () => {
    await store.read.k.selectFrom('item').select('number').where('item_key', 'in', ['A', 'B', 'C']).execute();
    expect(await prepared('"item_key" in')).toBe(0);
  });

  test('a connection that was lost is made again, and prepares anew', async () => {
    await ask();
    await expect(sql`select pg_terminate_backend(pg_backend_pid())`.execute(store.read.k)).rejects.toThrow();
    await expect.poll(() => ask().catch(() => 'lost')).toBeUndefined();
    expect(await prepared('"content_hash"')).toBe(1);
  });

  test('a column that a newer program adds disturbs nothing that an older one asks', async () => {
    const key = { sourceSystem: 'DEMO', messageId: 'none' };
    await ask();
    await store.read.one(wholeMessageRow.read, key);
    await sql`alter table message add column later text`.execute(store.read.k);
    await sql`alter table command add column later text`.execute(store.read.k);
    expect(await store.read.one(wholeMessageRow.read, key)).toBeUndefined();
    expect(await ask()).toBeUndefined();
  });
});
