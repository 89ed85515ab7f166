import { parentPort } from 'node:worker_threads';
import { runWorld, type WorldOptions } from './run-world.ts';

/** Runs worlds in a thread of its own, so that the machine's other cores have something to do. */
parentPort?.on('message', async (options: WorldOptions) => {
  parentPort?.postMessage(await runWorld(options));
});
