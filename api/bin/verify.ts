import { parseArgs } from 'node:util';
import { StartError } from '../platform/db/start-error.ts';
import { openSnapshot } from '../platform/open-snapshot.ts';
import { findingLines, verifyBooks } from '../platform/verify/verify-books.ts';

/**
 * `npm run verify -- [--url sqlite:<file> | postgres://…]` proves the books of a database, also of one that is in use, and
 * says which row is wrong. Changes nothing. Exit code 1 when something is wrong, others when the database cannot be read.
 */
const { values } = parseArgs({ options: { url: { type: 'string' } } });
const url = values.url ?? process.env.DATABASE_URL ?? 'sqlite:./data/warehouse.db';

try {
  const started = performance.now();
  const snapshot = await openSnapshot(url);
  const findings = await verifyBooks(snapshot.read);
  await snapshot.close();
  console.log(findingLines(findings).join('\n'));
  const seconds = (performance.now() - started) / 1000;
  const entries = findings.find(({ check }) => check === 'ledger entries')?.rows ?? 0;
  const faults = findings.reduce((sum, { faultCount }) => sum + faultCount, 0);
  const verdict = faults === 0 ? 'The books are right' : `The books are WRONG in ${faults} places`;
  console.log(`${verdict}: ${entries} entries read in ${seconds.toFixed(1)} s.`);
  process.exitCode = faults === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
