import Sqlite from 'better-sqlite3';
import type { BenchCase } from '../case.ts';
import { Connection, requestBytes } from '../connection.ts';
import { filledLedger } from '../filled.ts';
import { benchItems, benchWarehouse } from '../floor.ts';
import { median } from '../load.ts';
import type { Row } from '../report.ts';
import { startBenchServer } from '../server.ts';

const asksPerRound = 5;

/** What was on hand at a moment of a long past, each time another one: of an item, and of the whole warehouse. */
export const pastStock: BenchCase = {
  name: 'past-stock',
  run: async (context) => {
    const { rounds, profileFolder, say, entries } = context;
    const databaseFile = await filledLedger(context);
    const moments = momentsOf(databaseFile);
    const server = await startBenchServer({ databaseFile, profileFolder });
    const connection = await Connection.open(server.port);
    let asked = 0;
    const ask = async (query: string, accept: string): Promise<number> => {
      asked += 1;
      const asOf = moments(asked);
      const path = `/api/planning/inventory-snapshots?warehouse=${benchWarehouse}&asOf=${asOf}&${query}`;
      const request = requestBytes({ method: 'GET', path, as: 'demo-planning-key', headers: [`accept: ${accept}`] });
      const at = performance.now();
      const { status, body } = await connection.send(request);
      const took = performance.now() - at;
      if (status !== 200 || !body.includes('"onHand"'))
        throw new Error(`it was answered ${status}: ${body.slice(0, 300)}`);
      return took;
    };
    const nothingToFind = requestBytes({ method: 'GET', path: '/health/live' });
    const answerOfNothing = async (): Promise<number> => {
      const at = performance.now();
      await connection.send(nothingToFind);
      return performance.now() - at;
    };
    const json = 'application/json';
    const lines = 'application/x-ndjson';
    const questions: readonly (readonly [what: string, ask: () => Promise<number>, atMostMs: number])[] = [
      ['one item, by location', () => ask(`level=location&limit=1000&item=${itemOf(asked)}`, json), 1000],
      ['one item in the warehouse', () => ask(`level=warehouse&limit=1000&item=${itemOf(asked)}`, json), 1000],
      ['a warehouse, by location', () => ask('level=location', lines), 5000],
    ];
    const rows: Row[] = [];
    for (const [what, once, atMostMs] of questions) {
      const slowest: number[] = [];
      const nothing: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const times: number[] = [];
        for (let count = 0; count < asksPerRound; count += 1) {
          nothing.push(await answerOfNothing());
          times.push(await once());
        }
        slowest.push(Math.max(...times));
      }
      say(`on hand at a past moment, ${what}: slowest ${median(slowest).toFixed(0)} ms`);
      rows.push({
        what: `on hand at a past moment, ${what}, ${entries.toLocaleString('en-US')} entries, slowest of ${asksPerRound}`,
        measured: median(slowest),
        unit: 'ms',
        rounds: slowest,
        limit: { name: 'an answer of nothing', value: median(nothing) },
        bound: { kind: 'at most', value: atMostMs },
      });
    }
    await server.stop();
    return rows;
  },
};

function itemOf(index: number): string {
  return benchItems[(index * 37) % benchItems.length] ?? '';
}

/** Moments all over the past but for its first tenth, in which not every item had come yet; never the same twice. */
function momentsOf(file: string): (index: number) => string {
  const db = new Sqlite(file, { readonly: true });
  const { last } = db.prepare('select max(position) as last from inventory_delta').get() as { last: number };
  const after = db.prepare(
    `select at from inventory_delta where position >= ? and warehouse = '${benchWarehouse}' order by position limit 1`,
  );
  const moments = Array.from({ length: 200 }, (_, index) => {
    const position = Math.floor(last * (0.1 + 0.89 * ((index * 0.618034) % 1)));
    return (after.get(position) as { at: number }).at + 1;
  });
  db.close();
  return (index) => new Date(moments[index % moments.length] ?? 0).toISOString();
}
