import { fileURLToPath, pathToFileURL } from 'node:url';
import { holdThread } from './hold.ts';

/**
 * Runs the built server for the benchmark, in a process of its own: the product's own `start`, and one thing that only
 * the benchmark can ask for, over the channel to its parent: to hold the thread after each commit.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const { start } = (await import(
  pathToFileURL(`${root}dist/server/main.js`).href
)) as typeof import('../../api/main.ts');

let holdMs = 0;
const server = await start({
  port: 0,
  host: '127.0.0.1',
  pwaFolder: `${root}dist/pwa`,
  afterCommit: () => {
    if (holdMs > 0) holdThread(holdMs);
  },
});

process.on('message', (message: { holdMs?: number; cpu?: true }) => {
  if (message.holdMs !== undefined) holdMs = message.holdMs;
  process.send?.({ cpu: process.cpuUsage() });
});
process.once('disconnect', async () => {
  await server.close();
  process.exit(0);
});
process.send?.({ url: server.url });
