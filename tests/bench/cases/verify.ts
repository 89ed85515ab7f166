import { availableParallelism } from 'node:os';
import Sqlite from 'better-sqlite3';
import { chainStart, entryText, nextLink } from '../../../api/platform/chain.ts';
import { openSnapshot } from '../../../api/platform/open-snapshot.ts';
import type { LedgerEntry } from '../../../api/platform/published-row.ts';
import { verifyBooks } from '../../../api/platform/verify/verify-books.ts';
import { verifyLedger } from '../../../api/platform/verify/verify-ledger.ts';
import type { BenchCase } from '../case.ts';
import { filledLedger } from '../filled.ts';

/** The promise for a ledger: every link made again from its entry, every balance from the entries. */
const entriesPerSecond = 200_000;
const roundsOfHashing = 300;

/** Proves the ledger of a long past, and then all books of that database, as `npm run verify` does. */
export const verify: BenchCase = {
  name: 'verify',
  run: async (context) => {
    const { entries, say } = context;
    const file = await filledLedger(context);
    const url = `sqlite:${file}`;
    const hashed = hashedPerSecond(file);
    const snapshot = await openSnapshot(url);
    try {
      const started = performance.now();
      const ofLedger = await verifyLedger(snapshot.read, url);
      const walked = performance.now() - started;
      const found = ofLedger.find(({ check }) => check === 'ledger entries')?.rows ?? 0;
      say(`ledger of ${found} entries in ${(walked / 1000).toFixed(1)} s`);
      const whole = performance.now();
      const findings = await verifyBooks(snapshot.read, url);
      const all = performance.now() - whole;
      const faults = [...ofLedger, ...findings].flatMap((finding) => finding.faults);
      if (faults.length > 0) throw new Error(`the books are wrong: ${JSON.stringify(faults.slice(0, 3))}`);
      say(`all books in ${(all / 1000).toFixed(1)} s`);
      return [
        {
          what: `the ledger proved, ${entries.toLocaleString('en-US')} entries`,
          measured: (found / walked) * 1000,
          unit: 'entries/s',
          rounds: [(found / walked) * 1000],
          limit: { name: 'text and hash alone, all cores', value: hashed * availableParallelism() },
          bound: { kind: 'at least', value: entriesPerSecond },
        },
        {
          what: '  all books of that database: feeds, orders and documents too',
          measured: (found / all) * 1000,
          unit: 'entries/s',
          rounds: [(found / all) * 1000],
        },
      ];
    } finally {
      await snapshot.close();
    }
  },
};

/** How many links a core makes of entries that it has in memory already: nothing can be proved faster than that. */
function hashedPerSecond(file: string): number {
  const db = new Sqlite(file, { readonly: true });
  const entries = db.prepare('select * from ledger_entry limit 1000').all() as LedgerEntry[];
  db.close();
  const started = performance.now();
  let link = chainStart;
  for (let round = 0; round < roundsOfHashing; round += 1) {
    for (const entry of entries) link = nextLink(link, entryText(entry));
  }
  return ((entries.length * roundsOfHashing) / (performance.now() - started)) * 1000;
}
