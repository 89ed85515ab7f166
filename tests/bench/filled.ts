import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { BenchContext } from './case.ts';
import { fillLedger } from './fill-ledger.ts';
import { benchItems, Erp } from './floor.ts';
import { startBenchServer } from './server.ts';

/** How many places the goods of the filled ledger stand at, each with a plate. */
const places = 12_000;
const lookAgainMs = 1000;

/**
 * The database of a warehouse with a long past: `entries` in its ledger, and the balances that the server kept on the way.
 * Made once for all cases that need it, and for good where a file was named for it.
 */
export async function filledLedger({ entries, ledgerFile, say }: BenchContext): Promise<string> {
  if (!existsSync(ledgerFile)) {
    const first = await startBenchServer({ databaseFile: ledgerFile });
    await (await Erp.connect(first.port)).postItems();
    await first.stop();
    const started = performance.now();
    fillLedger(ledgerFile, { items: benchItems, rows: entries, places });
    say(`${entries.toLocaleString('en-US')} entries written in ${seconds(started)} s`);
  }
  await keepBalances(ledgerFile, say);
  return ledgerFile;
}

/** Lets the server keep the balances that it would have kept while the ledger grew. */
async function keepBalances(file: string, say: (text: string) => void): Promise<void> {
  const db = new Sqlite(file);
  const behind = () =>
    db.prepare<[], { behind: number }>(
      `select (select position from feed_head) - coalesce((select max(position) from stock_snapshot), 0)
        - max(100000, coalesce((select row_count from stock_snapshot order by position desc limit 1), 0) * 4) as behind`,
    );
  const server = await startBenchServer({ databaseFile: file });
  const started = performance.now();
  while ((behind().get()?.behind ?? 0) >= 0) await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  const { sets } = db.prepare('select count(*) as sets from stock_snapshot').get() as { sets: number };
  say(`balances of ${sets} positions kept, ${seconds(started)} s`);
  db.close();
  await server.stop();
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
