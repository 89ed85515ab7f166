import { copyFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { BenchCase } from '../case.ts';
import { Connection, requestBytes } from '../connection.ts';
import { fillLedger } from '../fill-ledger.ts';
import { benchItems, Erp, expectApplied, Handheld, registrations } from '../floor.ts';
import { median, runLoad } from '../load.ts';
import type { Row } from '../report.ts';
import { type BenchServer, startBenchServer } from '../server.ts';

const fewRows = 10_000;
const manyRows = 1_000_000;

/** What a ledger of a million rows costs: a page of its feed, and a command against one of ten thousand rows. */
export const growth: BenchCase = {
  name: 'growth',
  run: async ({ folder, rounds, roundMs, profileFolder, say }) => {
    const fewFile = `${folder}/few.db`;
    const manyFile = `${folder}/many.db`;
    const first = await startBenchServer({ databaseFile: fewFile });
    await (await Erp.connect(first.port)).postItems();
    await first.stop();
    const filling = performance.now();
    fillLedger(fewFile, { items: benchItems, rows: fewRows });
    copyFileSync(fewFile, manyFile);
    fillLedger(manyFile, { items: benchItems, rows: manyRows });
    say(`${manyRows} rows written in ${((performance.now() - filling) / 1000).toFixed(0)} s`);

    const few = await onServer(fewFile, rounds * roundMs);
    const many = await onServer(manyFile, rounds * roundMs, profileFolder);
    const figures = {
      page: [] as number[],
      rawPage: [] as number[],
      few: [] as number[],
      many: [] as number[],
      fewCpu: [] as number[],
      manyCpu: [] as number[],
    };
    const measure = async ({ server, load }: typeof few, p50: number[], cpu: number[]): Promise<void> => {
      const before = await server.cpuMs();
      const done = await runLoad(load, roundMs, expectApplied);
      cpu.push(((await server.cpuMs()) - before) / done.count);
      p50.push(done.p50Ms);
    };
    const head = await many.headPosition();
    await many.pages(head, 20);
    const rawPages = rawPagesOf(manyFile);
    for (let round = 0; round < rounds; round += 1) {
      await measure(few, figures.few, figures.fewCpu);
      await measure(many, figures.many, figures.manyCpu);
      figures.rawPage.push(median(rawPages(head, 100)));
      figures.page.push(median(await many.pages(head, 100)));
      say(
        `page ${figures.page.at(-1)?.toFixed(2)} ms, of it raw ${figures.rawPage.at(-1)?.toFixed(2)} · command p50 ${figures.few.at(-1)?.toFixed(2)} and ${figures.many.at(-1)?.toFixed(2)} ms, ` +
          `CPU ${figures.fewCpu.at(-1)?.toFixed(3)} and ${figures.manyCpu.at(-1)?.toFixed(3)} ms`,
      );
    }
    await few.server.stop();
    await many.server.stop();
    const compared = (what: string, measured: number[], against: number[]): Row => ({
      what,
      measured: median(measured),
      unit: 'ms',
      rounds: measured,
      limit: { name: `at ${fewRows.toLocaleString('en-US')} rows`, value: median(against) },
      bound: { kind: 'at most', value: 1.25, times: 'of the limit' },
    });
    return [
      {
        what: `page of 1,000 deltas at ${manyRows.toLocaleString('en-US')} rows, p50`,
        measured: median(figures.page),
        unit: 'ms',
        rounds: figures.page,
        limit: { name: 'raw, its stored texts joined', value: median(figures.rawPage) },
        bound: { kind: 'at most', value: 3 },
      },
      compared(`a command at ${manyRows.toLocaleString('en-US')} rows, p50, one client`, figures.many, figures.few),
      compared("  the server's CPU time for it", figures.manyCpu, figures.fewCpu),
    ];
  },
};

/** Positions all over the feed. */
function someWhere(first: number, index: number): number {
  return first + Math.floor(((index * 0.618034) % 1) * manyRows * 1.9);
}

/** Milliseconds that SQLite alone takes for the stored texts of so many pages, without the server and what it adds. */
function rawPagesOf(file: string): (first: number, count: number) => number[] {
  const db = new Sqlite(file, { readonly: true });
  const page = db.prepare(`
    select group_concat(r.body) as text, count(*) as rows
    from (select body from inventory_delta where position > ? and warehouse_level = 1 order by position limit 1000) r`);
  return (first, count) =>
    Array.from({ length: count }, (_, index) => {
      const at = performance.now();
      page.get(someWhere(first, index));
      return performance.now() - at;
    });
}

/** A server on a filled database, with one handheld ready to register and a planner ready to read. */
async function onServer(databaseFile: string, forMs: number, profileFolder?: string) {
  const server: BenchServer = await startBenchServer({ databaseFile, profileFolder });
  const erp = await Erp.connect(server.port);
  const handheld = await Handheld.signIn(server.port);
  const orders = await erp.postOrders(Math.ceil(forMs / 60));
  const planner = await Connection.open(server.port);
  const page = async (after: number): Promise<string> => {
    const path = `/api/planning/inventory-deltas?after=${after}&limit=1000`;
    const answer = await planner.send(requestBytes({ method: 'GET', path, as: 'demo-planning-key' }));
    if (answer.status !== 200) throw new Error(`a page was answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    return answer.body;
  };
  return {
    server,
    load: [{ connection: handheld.connection, requests: registrations(handheld, orders) }],
    /** About the last position: two positions for each row. */
    headPosition: async () => JSON.parse(await page(0)).next as number,
    /** Milliseconds of each of so many pages, from all over the feed. */
    pages: async (first: number, count: number): Promise<number[]> => {
      const times: number[] = [];
      for (let index = 0; index < count; index += 1) {
        const after = someWhere(first, index);
        const at = performance.now();
        const body = await page(after);
        times.push(performance.now() - at);
        const items = body.split('"position":').length - 1;
        if (items < 1000) throw new Error(`a page after ${after} had ${items} rows`);
      }
      return times;
    },
  };
}
