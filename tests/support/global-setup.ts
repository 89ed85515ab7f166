import type { TestProject } from 'vitest/node';
import { type Models, makeModels } from './models.ts';
import { startPostgres } from './postgres.ts';
import { makeRunFolder } from './run-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's URL of a PostgreSQL server that lives for this run; see `createDatabase` in `postgres.ts`. */
    postgresUrl: string;
    /** What databases begin as; see `freshDatabase`. */
    models: Models;
  }
}

/**
 * One temporary folder and one PostgreSQL server for the whole run, made before the first test file and gone after the
 * last.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const removeFolder = makeRunFolder();
  const own = process.env.TEST_POSTGRES_URL;
  const server = own === undefined ? await startPostgres() : { url: own, stop: () => Promise.resolve() };
  const { models, remove } = await makeModels(server.url);
  project.provide('postgresUrl', server.url);
  project.provide('models', models);
  return async () => {
    await remove();
    await server.stop();
    removeFolder();
  };
}
