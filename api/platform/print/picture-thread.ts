import { parentPort } from 'node:worker_threads';
import type { DrawAsked } from './picture.ts';

/** A thread of its own: what draws labels takes a second of work and 100 MB, which go with it. */
const { ready } = await import('zpl-renderer-js');
const { api } = await ready;

parentPort?.on('message', async ({ id, zpl, width, height, dotsPerMm }: DrawAsked) => {
  try {
    const png = await api.zplToBase64Async(zpl, width, height, dotsPerMm);
    parentPort?.postMessage({ id, png });
  } catch (error) {
    parentPort?.postMessage({ id, why: String(error) });
  }
});
