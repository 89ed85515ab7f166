import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { copySqlite } from '../platform/db/sqlite-snapshot.ts';
import { StartError } from '../platform/db/start-error.ts';
import { isSqlite, sqliteFile } from '../platform/open-store.ts';

const usage = `npm run backup -- <file>

Copies the SQLite database to a new file while the server runs. The copy is a whole database of one moment:
to restore, stop the server, put it in the place of the database, remove the files beside it that end in -wal
and -shm, start, and prove it with npm run verify.

PostgreSQL has tools of its own:  pg_dump --format=custom --file=<file> <url>  and  pg_restore.
Devices keep what they sent until it is answered, and send again what a restored server does not know.`;

/** Exit code 64 when the arguments do not fit, 73 when the file is there already. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
});
const [to] = positionals;
const url = values.url ?? process.env.DATABASE_URL ?? 'sqlite:./data/warehouse.db';

if (values.help) console.log(usage);
else if (to === undefined || positionals.length > 1 || !isSqlite(url)) {
  console.error(usage);
  process.exitCode = 64;
} else if (existsSync(to)) {
  console.error(`${to} is there already. Name a new file; a backup is never written over another.`);
  process.exitCode = 73;
} else {
  try {
    const bytes = await copySqlite(sqliteFile(url), to);
    console.log(`Copied ${(bytes / 1024 / 1024).toFixed(1)} MiB to ${to}.`);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
