import type { Decoder } from './decoder.ts';
import type { DecodeAnswer, DecodeRequest } from './decoder-messages.ts';
import type { Picture } from './grab-picture.ts';
import type { Pass } from './passes.ts';
import type { SeenCode } from './seen-code.ts';
import { type Symbology, usualSymbologies } from './symbology.ts';

/** Starts the decoder's worker; throws where the worker or its WebAssembly cannot start. One that breaks is replaced. */
export async function openWorkerDecoder(): Promise<Decoder> {
  let worker = await startWorker();
  let isClosed = false;
  return {
    takesFrames: true,
    decode: async (picture, pass, { formats = usualSymbologies } = {}) => {
      const codes = await worker.read(picture, pass, formats);
      if (codes === null && !isClosed) worker = await startWorker();
      return codes ?? [];
    },
    close: () => {
      isClosed = true;
      worker.stop();
    },
  };
}

interface RunningWorker {
  /** Null: the worker broke down over it, or was stopped. */
  read(picture: Picture, pass: Pass, formats: readonly Symbology[]): Promise<readonly SeenCode[] | null>;
  stop(): void;
}

function startWorker(): Promise<RunningWorker> {
  const worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (codes: readonly SeenCode[] | null) => void>();
  let lastId = 0;
  let isStopped = false;

  function stop(): void {
    isStopped = true;
    worker.terminate();
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  }

  const running: RunningWorker = {
    read: (picture, pass, formats) =>
      new Promise((resolve) => {
        if (isStopped) {
          picture.close();
          return resolve(null);
        }
        lastId += 1;
        waiting.set(lastId, resolve);
        worker.postMessage({ id: lastId, picture, pass, formats } satisfies DecodeRequest, [picture]);
      }),
    stop,
  };
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      stop();
      reject(new Error(reason));
    };
    worker.addEventListener('error', ({ message }) => fail(message));
    worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
      if (data.kind === 'ready') resolve(running);
      else if (data.kind === 'failed') fail(data.reason);
      else {
        waiting.get(data.id)?.(data.codes);
        waiting.delete(data.id);
      }
    });
  });
}
