import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { shareBrowser } from './browser.ts';
import { makeRunFolder } from './run-folder.ts';
import { startServerProcess } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file with the demo's database as its first start leaves it; see `startDemoServer`. Nobody has it open. */
    demoDatabase: string;
  }
}

/** One temporary folder, one browser and one seeded database for the tests of the built product. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const removeFolder = makeRunFolder();
  const endBrowser = await shareBrowser();
  const file = join(mkdtempSync(join(tmpdir(), 'tallyman-model-')), 'warehouse.db');
  const server = await startServerProcess({ databaseUrl: `sqlite:${file}` });
  await server.stop();
  project.provide('demoDatabase', file);
  return async () => {
    await endBrowser();
    removeFolder();
  };
}
