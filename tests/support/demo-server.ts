import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess } from './server.ts';

let running: ServerProcess | undefined;

/** Where the demo server answers that this file's tests have to themselves; ends with a slash. */
export function serverUrl(): string {
  if (running === undefined)
    throw new Error('No demo server runs: it is started before each file of the built product.');
  return running.url;
}

/** Starts the built server on a copy of `model`, a demo's database that nobody has open. Answers what ends both. */
export async function startDemoServer(model: string): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyman-demo-'));
  const file = join(folder, 'warehouse.db');
  await copyFile(model, file);
  const server = await startServerProcess({ databaseUrl: `sqlite:${file}` });
  running = server;
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
