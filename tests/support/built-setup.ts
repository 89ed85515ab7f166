import type { TestProject } from 'vitest/node';
import { shareBrowser } from './browser.ts';
import { makeRunFolder } from './run-folder.ts';
import { startServerProcess } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built server in demo mode with a database of its own, for all browser tests of a run; ends with a slash. */
    serverUrl: string;
  }
}

/** One server and one browser for the tests of the built product. A test that stops or kills its server starts another with `startServerProcess`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const removeFolder = makeRunFolder();
  const endBrowser = await shareBrowser();
  const server = await startServerProcess();
  project.provide('serverUrl', server.url);
  return async () => {
    await endBrowser();
    await server.stop();
    removeFolder();
  };
}
