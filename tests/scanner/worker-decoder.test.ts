// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDecoder } from '../../pwa/scanner/decoder.ts';
import type { DecodeAnswer, DecodeRequest } from '../../pwa/scanner/decoder-messages.ts';
import { openWorkerDecoder } from '../../pwa/scanner/worker-decoder.ts';

/** What the workers of a test answer to a request; the first answer is to being started. */
let behaviour: (request: DecodeRequest | 'start', worker: number) => DecodeAnswer | null = () => null;
let workers: PaperWorker[] = [];

class PaperWorker extends EventTarget {
  readonly number: number;
  isTerminated = false;
  constructor() {
    super();
    workers.push(this);
    this.number = workers.length;
    this.#say(behaviour('start', this.number));
  }
  postMessage(request: DecodeRequest): void {
    this.#say(behaviour(request, this.number));
  }
  terminate(): void {
    this.isTerminated = true;
  }
  #say(answer: DecodeAnswer | null): void {
    if (answer === null) return;
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: answer })));
  }
}

const picture = { close: () => {} } as unknown as ImageBitmap;
const read = (id: number): DecodeAnswer => ({
  kind: 'read',
  id,
  codes: [{ text: 'LOC-A1', format: 'Code128', symbologyIdentifier: ']C0', lines: 3 }],
});

beforeEach(() => {
  workers = [];
  vi.stubGlobal('Worker', PaperWorker);
});

afterEach(() => vi.unstubAllGlobals());

test('pictures are read in the worker', async () => {
  behaviour = (request) => (request === 'start' ? { kind: 'ready' } : read(request.id));
  const decoder = await openWorkerDecoder();
  expect(await decoder.decode(picture, 'fast')).toMatchObject([{ text: 'LOC-A1' }]);
});

test('a worker that breaks down is replaced, and the next picture is read', async () => {
  behaviour = (request, worker) => {
    if (request === 'start') return { kind: 'ready' };
    return worker === 1 ? { kind: 'failed', reason: 'out of memory' } : read(request.id);
  };
  const decoder = await openWorkerDecoder();
  expect(await decoder.decode(picture, 'fast')).toEqual([]);
  expect(await decoder.decode(picture, 'fast')).toHaveLength(1);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

test('a picture under way when the decoder is closed is answered, and no other worker is started', async () => {
  behaviour = (request) => (request === 'start' ? { kind: 'ready' } : null);
  const decoder = await openWorkerDecoder();
  const reading = decoder.decode(picture, 'fast');
  decoder.close();
  expect(await reading).toEqual([]);
  expect(workers).toHaveLength(1);
});

test('where the worker’s WebAssembly does not start, the JavaScript decoder takes its place', async () => {
  behaviour = () => ({ kind: 'failed', reason: 'blocked' });
  vi.stubGlobal('OffscreenCanvas', class {});
  const decoder = await openDecoder();
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  decoder.close();
});
