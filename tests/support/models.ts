import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';
import { createDatabase } from './postgres.ts';
import { whenPublished } from './published.ts';

/** The same contents in both databases, to be copied: an SQLite file that nobody has open, and a PostgreSQL database. */
export interface Model {
  readonly sqlite: string;
  readonly postgres: string;
}

/** `bare` is migrated and no more; `demo` has the sites, people and keys of the demo too. */
export type Models = Readonly<Record<'bare' | 'demo', Model>>;

/**
 * Migrates and seeds once what every test file begins with. Copying a database takes a fraction of the time that it takes
 * to migrate one.
 */
export async function makeModels(postgresUrl: string): Promise<{ models: Models; remove(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-models-'));
  const drops: (() => Promise<void>)[] = [];
  const make = async (name: string, isSeeded: boolean): Promise<Model> => {
    const sqlite = join(folder, `${name}.db`);
    const database = await createDatabase(postgresUrl);
    drops.push(database.drop);
    for (const url of [`sqlite:${sqlite}`, database.url]) await fill(url, isSeeded);
    return { sqlite, postgres: database.name };
  };
  const models = { bare: await make('bare', false), demo: await make('demo', true) };
  return {
    models,
    remove: async () => {
      for (const drop of drops) await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(databaseUrl: string, isSeeded: boolean): Promise<void> {
  const app = await openApp({ databaseUrl, mode: 'demo' });
  if (isSeeded) {
    await seedSites(app.services.store);
    await whenPublished(app);
  }
  await app.close();
}
