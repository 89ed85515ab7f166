import { parentPort, workerData } from 'node:worker_threads';
import { openSnapshot } from '../open-snapshot.ts';
import { type Part, walkPart } from './walk-part.ts';

/** A thread of its own, with a connection of its own, for one part: what has its position never changes. */
const { url, part } = workerData as { readonly url: string; readonly part: Part };
const snapshot = await openSnapshot(url);
try {
  parentPort?.postMessage(await walkPart(snapshot.read, part));
} finally {
  await snapshot.close();
}
