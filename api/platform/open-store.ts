import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../migrations/all.ts';
import type { Database } from './db/schema.ts';
import { openFile, openSqlite } from './db/sqlite.ts';
import { kyselyOn } from './db/sqlite-runner.ts';
import { StartError, withoutPassword } from './db/start-error.ts';
import { makePublisher } from './publish.ts';
import type { PublishedRow } from './published-row.ts';
import type { AppStore } from './store.ts';

export interface OpenOptions {
  /** `sqlite:<file>` or `postgres://…`. */
  readonly url: string;
  readonly now: () => number;
  readonly onPublished: (position: number) => void;
  readonly onError: (error: unknown) => void;
  readonly afterCommit?: () => void;
  readonly poolSize?: number;
}

/** Brings the database up to date and opens it. Throws StartError with words for the person who started the program. */
export async function openStore(options: OpenOptions): Promise<AppStore> {
  refuseOtherAddresses(options.url);
  await migrate(options.url, options.onError);
  const { now, onPublished, onError, url, afterCommit, poolSize } = options;
  const publish = makePublisher();
  if (!isSqlite(url)) {
    const { openPostgres } = await postgres();
    return openPostgres<PublishedRow>({
      url,
      now,
      publish,
      onPublished,
      onError,
      ...(poolSize !== undefined && { poolSize }),
    });
  }
  const file = sqliteFile(url);
  return openSqlite<PublishedRow>({
    file,
    now,
    publish,
    onPublished,
    ...(afterCommit && { afterCommit }),
  });
}

export function isSqlite(url: string): boolean {
  return url.startsWith('sqlite:');
}

export function sqliteFile(url: string): string {
  return url.slice('sqlite:'.length);
}

function refuseOtherAddresses(url: string): void {
  if (/^(?:sqlite:.|postgres(?:ql)?:\/\/)/.test(url)) return;
  const shown = withoutPassword(url);
  throw new StartError(`DATABASE_URL is "${shown}"; it must be sqlite:<file> or postgres://<server>/<database>.`, 64);
}

async function migrate(url: string, onError: (error: unknown) => void): Promise<void> {
  const k = isSqlite(url) ? kyselyOn(openFile(sqliteFile(url))) : await kyselyOnPostgres(url, onError);
  try {
    const applied = await appliedMigrations(k, url);
    refuseNewerDatabase(applied, url);
    // Kysely's own look at what there is to do describes every column of every table first.
    if (Object.keys(migrations).every((name) => applied.has(name))) return;
    const migrator = new Migrator({
      db: k,
      provider: { getMigrations: async () => migrations },
      allowUnorderedMigrations: true,
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw StartError.of(error, url);
  } finally {
    await k.destroy();
  }
}

/** Loaded where it is used: a server on its own file needs none of it, and is the smaller for it. */
function postgres() {
  return import('./db/postgres.ts');
}

async function kyselyOnPostgres(url: string, onError: (error: unknown) => void): Promise<Kysely<Database>> {
  const { openPool } = await postgres();
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: openPool(url, 1, onError) }) });
}

/** Names of what the database has been through; none where it is empty. */
async function appliedMigrations(k: Kysely<Database>, url: string): Promise<ReadonlySet<string>> {
  const own = k.withTables<{
    sqlite_master: { name: string };
    'pg_catalog.pg_tables': { tablename: string };
    kysely_migration: { name: string };
  }>();
  const lookUp = isSqlite(url)
    ? own.selectFrom('sqlite_master').select('name').where('name', '=', 'kysely_migration')
    : own.selectFrom('pg_catalog.pg_tables').select('tablename as name').where('tablename', '=', 'kysely_migration');
  const table = await lookUp.executeTakeFirst().catch((error: unknown) => {
    throw StartError.of(error, url);
  });
  if (!table) return new Set();
  const applied = await own.selectFrom('kysely_migration').select('name').execute();
  return new Set(applied.map(({ name }) => name));
}

/** A database that a newer program has migrated is left alone: this one does not know what it means. */
function refuseNewerDatabase(applied: ReadonlySet<string>, url: string): void {
  const unknown = [...applied].filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new StartError(
    `The database ${withoutPassword(url)} was migrated by a newer version of the program (${unknown.join(', ')}). Start that version; nothing was changed.`,
    78,
  );
}
