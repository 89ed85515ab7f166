import { runWorld, type WorldOptions } from './run-world.ts';

/** Runs worlds in a process of its own, so that the machine's other cores have something to do. */
process.on('message', async (options: WorldOptions) => {
  process.send?.(await runWorld(options));
});
