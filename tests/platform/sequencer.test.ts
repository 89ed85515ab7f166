import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type App, openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';
import { openPostgres } from '../../api/platform/db/postgres.ts';
import { makePublisher } from '../../api/platform/publish.ts';
import type { FeedRow, PublishedRow } from '../../api/platform/published-row.ts';
import type { AppTrx } from '../../api/platform/store.ts';
import { createDatabase } from '../support/postgres.ts';
import { whenPublished } from '../support/published.ts';
import { addItem, moveStock } from '../support/stock.ts';

/** Two nodes of the program on one PostgreSQL database. */
describe('the order of what is published, on PostgreSQL with two nodes', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let nodes: readonly [App, App];

  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'));
    nodes = [await node(database.url), await node(database.url)];
    await seedSites(nodes[0].services.store);
    await nodes[0].services.store.write(async (trx) => {
      await trx.k.schema.createTable('naive').addColumn('id', 'bigserial').addColumn('what', 'text').execute();
    });
  });

  afterAll(async () => {
    for (const each of nodes) await each.close();
    await database.drop();
  });

  test('a row whose transaction commits late is not passed by; a cursor on a number drawn in the transaction passes it', async () => {
    const feed = await Reader.atTheEnd(nodes[1]);
    const slow = await openWriter(database.url);
    await slow.insert('slow');

    const seenNaively = await naiveAfter(nodes[0], 0);
    await nodes[0].services.store.write(async (trx) => {
      await insertNaive(trx, 'quick');
      trx.publish(event('quick'));
    });
    const naive = await naiveAfter(nodes[0], 0);
    expect([seenNaively, naive.map((row) => row.what)]).toEqual([[], ['quick']]);
    await whenPublished(nodes[0]);
    expect(await feed.poll()).toEqual(['quick']);

    await slow.commit();
    await whenPublished(nodes[0]);
    expect(await feed.poll()).toEqual(['slow']);
    // The number of the slow row is below the cursor by now: that reader never sees it.
    expect(await naiveAfter(nodes[0], naive.at(-1)?.id ?? 0)).toEqual([]);
    expect((await naiveAfter(nodes[0], 0)).map((row) => row.what)).toEqual(['slow', 'quick']);
    expect(await feed.again()).toEqual(['quick', 'slow']);
  });

  describe('however transactions overlap, each reader gets each committed row once, in one order', () => {
    beforeEach(() => whenPublished(nodes[0]));

    test.each([
      ['the later one commits first', 'a+ b+ b! ? a! ?', ['b', 'a']],
      ['three, the last begun commits first', 'a+ b+ c+ c! ? b! ? a! ?', ['c', 'b', 'a']],
      ['one that rolls back holds nobody up and never shows', 'a+ b+ b! ? a- ?', ['b']],
      ['a slow one among many quick ones', 'a+ b+ b! ? c+ c! d+ d! ? e+ e! ? a! ?', ['b', 'c', 'd', 'e', 'a']],
      ['rows of one transaction stay in their order', 'a+ b+ a+ b! a+ ? a! ?', ['b', 'a', 'a', 'a']],
      ['a reader that looks seldom', 'a+ b+ b! c+ a! d+ d! c! ?', ['b', 'a', 'd', 'c']],
      ['nothing is committed', 'a+ ? b+ ? a- b- ?', []],
    ])('%s', async (_, steps, expected) => {
      const often = await Reader.atTheEnd(nodes[0]);
      const once = await Reader.atTheEnd(nodes[1]);
      const writers = new Map<string, Awaited<ReturnType<typeof openWriter>>>();
      const delivered: string[] = [];
      for (const step of steps.split(' ')) {
        const name = step.charAt(0);
        if (name === '?') {
          delivered.push(...(await often.poll()));
          continue;
        }
        const writer = writers.get(name) ?? (await openWriter(database.url));
        writers.set(name, writer);
        if (step.endsWith('+')) await writer.insert(name);
        else if (step.endsWith('!')) await writer.commit().then(() => whenPublished(nodes[0]));
        else await writer.rollback();
      }
      for (const writer of writers.values()) await writer.rollback();
      expect(delivered).toEqual(expected);
      expect(await once.poll()).toEqual(expected);
      expect(await often.again()).toEqual(expected);
    });
  });

  test('both nodes write and publish at once: every change has one position, every sum follows from the one before', async () => {
    const items = await Promise.all(['BOTH-1', 'BOTH-2', 'BOTH-3'].map((number) => addItem(asTest(nodes[0]), number)));
    const start = await headOf(nodes[0]);
    const writers = [...nodes, ...nodes].map(async (each, writer) => {
      for (let n = 0; n < 25; n += 1) {
        const item = items[(n + writer) % items.length] ?? '';
        await moveStock(asTest(each), { item, quantityBase: 2, from: '@supplier', to: 'DOCK-01' });
        await moveStock(asTest(each), { item, quantityBase: 1, from: 'DOCK-01', to: 'A-05-01-1' });
      }
    });
    await Promise.all(writers);
    await whenPublished(nodes[0]);

    const [ofFirst, ofSecond] = await Promise.all(nodes.map((each) => deltasAfter(each, start)));
    expect(ofFirst).toEqual(ofSecond);
    expect(ofFirst?.length).toBe(4 * 25 * 3);
    const positions = ofFirst?.map((row) => row.position) ?? [];
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    const sums = new Map<string, number>();
    for (const row of ofFirst ?? []) {
      const place = `${row.item} ${row.location}`;
      sums.set(place, (sums.get(place) ?? 0) + row.quantity);
      expect([place, row.onHandAfter]).toEqual([place, sums.get(place)]);
    }
    // Two that gave positions at once would have met at the primary key.
    expect(failures).toEqual([]);
  });

  test('a node that dies in the middle of giving positions leaves nothing half done: the other one gives them', async () => {
    const feed = await Reader.atTheEnd(nodes[1]);
    const publish = makePublisher();
    let deaths = 0;
    const dying = await openPostgres<PublishedRow>({
      url: database.url,
      now: Date.now,
      onPublished: () => {},
      onError: () => {},
      publish: async (runner, rows, at) => {
        const position = await publish(runner, rows, at);
        deaths += 1;
        await runner.k.executeQuery({ ...pg_terminate_self, queryId: { queryId: 'dying' } });
        return position;
      },
    });
    // Each round goes to whichever node is first: so many are written that it was the dying one at least once.
    const written: string[] = [];
    while (written.length < 30 || deaths === 0) {
      written.push(`n${written.length + 1}`);
      await dying.write(async (trx) => trx.publish(event(`n${written.length}`)));
    }
    await whenPublished(nodes[0]);
    expect(await feed.poll()).toEqual(written);
    await dying.close();
  });
});

const pg_terminate_self = {
  sql: 'select pg_terminate_backend(pg_backend_pid())',
  parameters: [],
  query: { kind: 'RawNode' as const, sqlFragments: [], parameters: [] },
};

/** What the nodes complained of. */
const failures: string[] = [];

function node(databaseUrl: string): Promise<App> {
  const log = pino({ level: 'error' }, { write: (line) => failures.push(line) });
  return openApp({ databaseUrl, mode: 'demo', poolSize: 5, log });
}

/** The helpers of tests need no more of an application than its services. */
function asTest(app: App) {
  return app as App & Parameters<typeof moveStock>[0];
}

function event(what: string): FeedRow {
  const place = { sourceSystem: 'DEMO', warehouse: 'EAST', subject: what, version: 1 };
  return { kind: 'feed', feed: 'events', ...place, body: { id: what } };
}

/** A writing transaction of another node, held open for as long as the test likes. */
async function openWriter(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  let isOpen = true;
  const end = async (how: 'commit' | 'rollback') => {
    if (!isOpen) return;
    isOpen = false;
    await client.query(how);
    await client.end();
  };
  return {
    insert: async (what: string) => {
      await client.query('insert into naive (what) values ($1)', [what]);
      await client.query('insert into outbox (at, row_json) values ($1, $2)', [
        Date.now(),
        JSON.stringify(event(what)),
      ]);
    },
    commit: () => end('commit'),
    rollback: () => end('rollback'),
  };
}

async function insertNaive(trx: AppTrx, what: string): Promise<void> {
  await trx.k.withTables<{ naive: { what: string } }>().insertInto('naive').values({ what }).execute();
}

/** What most systems do: remember the highest number seen, ask for what is above it. */
async function naiveAfter(app: App, id: number) {
  const k = app.services.store.read.k.withTables<{ naive: { id: number; what: string } }>();
  return k.selectFrom('naive').selectAll().where('id', '>', id).orderBy('id').execute();
}

async function headOf(app: App): Promise<number> {
  await whenPublished(app);
  return (await app.services.store.read.k.selectFrom('feed_head').select('position').executeTakeFirstOrThrow())
    .position;
}

interface Delta {
  readonly position: number;
  readonly item: string;
  readonly location: string;
  readonly quantity: number;
  readonly onHandAfter: number;
}

async function deltasAfter(app: App, after: number): Promise<Delta[]> {
  const path = `/api/planning/inventory-deltas?level=location&limit=1000&after=${after}`;
  const answer = await app.http.request(path, { headers: { authorization: 'Bearer demo-planning-key' } });
  return ((await answer.json()) as { items: Delta[] }).items;
}

/** A reader of the feed of events that keeps its own place, as an ERP does. */
class Reader {
  readonly #app: App;
  readonly #start: number;
  #after: number;

  private constructor(app: App, after: number) {
    this.#app = app;
    this.#start = after;
    this.#after = after;
  }

  static async atTheEnd(app: App): Promise<Reader> {
    return new Reader(app, await headOf(app));
  }

  /** What is new since the last time. */
  async poll(): Promise<string[]> {
    const page = await this.#read(this.#after);
    this.#after = page.next;
    return page.ids;
  }

  /** Everything since this reader began, in pages of two. */
  async again(): Promise<string[]> {
    const ids: string[] = [];
    for (let after = this.#start; ; ) {
      const page = await this.#read(after, 2);
      ids.push(...page.ids);
      if (!page.hasMore) return ids;
      after = page.next;
    }
  }

  async #read(after: number, limit = 1000) {
    const answer = await this.#app.http.request(`/api/erp/events?after=${after}&limit=${limit}`, {
      headers: { authorization: 'Bearer demo-erp-key' },
    });
    const page = (await answer.json()) as { items: { event: { id: string } }[]; next: number; hasMore: boolean };
    return { ...page, ids: page.items.map((item) => item.event.id) };
  }
}
