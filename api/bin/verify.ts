import { parseArgs } from 'node:util';
import { StartError } from '../platform/db/start-error.ts';
import { isStorageFailure } from '../platform/db/storage-failure.ts';
import { openSnapshot } from '../platform/open-snapshot.ts';
import { findingLines, verifyBooks } from '../platform/verify/verify-books.ts';
import { verifyLedger } from '../platform/verify/verify-ledger.ts';

const usage = `npm run verify -- [--url sqlite:<file> | postgres://…] [--ledger]

Proves the books of a database, also of one that is in use, and says which row is wrong. Changes nothing.

  --url      the database; DATABASE_URL unless named, else sqlite:./data/warehouse.db
  --ledger   only the hash chain, the entries and the balances; the rest is left out

Exit code 0: all is right; 1: something is wrong; any other: the books could not be read to the end.`;

/**
 * `npm run verify -- [--url sqlite:<file> | postgres://…] [--ledger]` proves the books of a database, also of one that is
 * in use, and says which row is wrong; with `--ledger` only chain, entries and balances. Changes nothing. Exit code 0: all
 * is right; 1: something is wrong; 64: the arguments do not fit; any other: the database could not be read to its end, so
 * that nothing is said of its books.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    ledger: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const url = values.url ?? process.env.DATABASE_URL ?? 'sqlite:./data/warehouse.db';

if (values.help) console.log(usage);
else await verifyInWords();

async function verifyInWords(): Promise<void> {
  try {
    process.exitCode = await verify();
  } catch (error) {
    const explained = explain(error);
    console.error(`The books could not be read to the end, so nothing is known of them.\n${explained.message}`);
    process.exitCode = explained.exitCode;
  }
}

async function verify(): Promise<number> {
  const started = performance.now();
  const snapshot = await openSnapshot(url);
  try {
    const findings = await (values.ledger ? verifyLedger : verifyBooks)(snapshot.read, url);
    console.log(findingLines(findings).join('\n'));
    const seconds = (performance.now() - started) / 1000;
    const rows = findings.reduce((sum, finding) => sum + finding.rows, 0);
    const faults = findings.reduce((sum, { faultCount }) => sum + faultCount, 0);
    const verdict =
      faults === 0 ? 'The books are right' : `The books are WRONG in ${faults} ${faults === 1 ? 'place' : 'places'}`;
    console.log(`${verdict}: ${rows} rows read in ${seconds.toFixed(1)} s.`);
    return faults === 0 ? 0 : 1;
  } finally {
    await snapshot.close();
  }
}

function explain(error: unknown): { readonly message: string; readonly exitCode: number } {
  if (error instanceof StartError) return error;
  if (isStorageFailure(error)) return StartError.of(error, url);
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 70 };
}
