import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's URL of a PostgreSQL server that lives for this run; see `createDatabase` in `postgres.ts`. */
    postgresUrl: string;
  }
}

/** One PostgreSQL server for the whole run, started before the first test file and gone after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env.TEST_POSTGRES_URL;
  if (own !== undefined) {
    project.provide('postgresUrl', own);
    return () => Promise.resolve();
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}
