/** Work that leaves the event loop (a slow hash in the thread pool): the world waits for it too. */
const underWay = new Set<Promise<unknown>>();

/** The world does not go on before this is done. */
export function waitFor<T>(work: Promise<T>): Promise<T> {
  const tracked = work.finally(() => underWay.delete(tracked));
  tracked.catch(() => {});
  underWay.add(tracked);
  return work;
}

/**
 * Waits until nothing is left to happen by itself: every promise chain, and every `setImmediate` that the writer and the
 * simulated storage work with. What still waits then waits for the network or for a timer, and both are ours.
 */
export async function settle(): Promise<void> {
  let quietTurns = 0;
  while (quietTurns < 2) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (underWay.size > 0) await Promise.race([...underWay].map((work) => work.catch(() => {})));
    const isQuiet = underWay.size === 0 && !process.getActiveResourcesInfo().includes('Immediate');
    quietTurns = isQuiet ? quietTurns + 1 : 0;
  }
}

/** Lets only so many turns of the event loop happen: somebody dies in the middle of something. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
