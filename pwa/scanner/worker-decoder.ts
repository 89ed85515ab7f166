import type { Decoder } from './decoder.ts';
import type { DecodeAnswer, DecodeRequest } from './decoder-messages.ts';
import type { SeenCode } from './seen-code.ts';

/** Starts the decoder's worker; throws where the worker or its WebAssembly cannot start. */
export async function openWorkerDecoder(): Promise<Decoder> {
  const worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (codes: readonly SeenCode[]) => void>();
  let lastId = 0;
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', () => reject(new Error('the decoder cannot start')), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
      if (data.kind === 'ready') resolve();
      else if (data.kind === 'failed') reject(new Error(data.reason));
      else {
        waiting.get(data.id)?.(data.codes);
        waiting.delete(data.id);
      }
    });
  }).catch((reason: unknown) => {
    worker.terminate();
    throw reason;
  });
  return {
    decode: (picture, pass) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        worker.postMessage({ id: lastId, picture, pass } satisfies DecodeRequest, [picture]);
      }),
    close: () => {
      for (const resolve of waiting.values()) resolve([]);
      worker.terminate();
    },
  };
}
