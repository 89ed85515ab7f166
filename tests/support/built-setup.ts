import type { TestProject } from 'vitest/node';
import { makeRunFolder } from './run-folder.ts';
import { startServerProcess } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built server in demo mode with a database of its own, for all browser tests of a run; ends with a slash. */
    serverUrl: string;
  }
}

/** One server for the tests of the built product. A test that stops or kills its server starts another with `startServerProcess`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const removeFolder = makeRunFolder();
  const server = await startServerProcess();
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    removeFolder();
  };
}
