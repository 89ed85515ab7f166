import Sqlite from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { waitingByPrinter } from '../../api/labels/console.queries.ts';
import { duePrinters, forgetJobs, nextJob, repeatAsCopy } from '../../api/labels/jobs.queries.ts';
import { kyselyOn } from '../../api/platform/db/sqlite-runner.ts';
import type { Statement } from '../../api/platform/db/statement.ts';
import { up } from '../../migrations/0032-labels.ts';

/** After a year a table of jobs is long, and these are asked after every command. */
test.each<[what: string, statement: Statement<never, unknown>, index: string]>([
  ['printers that have something to do', duePrinters, 'print_job_open'],
  ['the next job of a printer', nextJob, 'print_job_open'],
  ['what was being sent', repeatAsCopy, 'print_job_open'],
  ['what waits for each printer', waitingByPrinter, 'print_job_open'],
  ['jobs of last month', forgetJobs, 'print_job_asked (warehouse=? AND asked_at<?)'],
])('%s are found without reading every job there ever was', async (_, statement, index) => {
  const db = new Sqlite(':memory:');
  const k = kyselyOn(db);
  await up(k as unknown as Kysely<unknown>);
  const { sql } = statement.build(k, 'sqlite');
  const plan = db
    .prepare(`explain query plan ${sql}`)
    .all(...Array.from({ length: sql.split('?').length - 1 }, () => 0));
  expect(plan.map((row) => (row as { detail: string }).detail).join('\n')).toContain(index);
  db.close();
});
