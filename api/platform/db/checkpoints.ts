import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { threadFile } from '../thread-file.ts';

/** A log that was never longer than this (about a thousand pages) is left to the writing connection. */
const smallLogBytes = 4_200_000;
const pauseMs = 100;

/**
 * Keeps SQLite's log short while much is written: a thread of its own takes pages over into the file, and whoever waits
 * for a commit does not wait for that as well. The thread is started when it is needed first. Where it cannot be, or
 * ends, the writing connection does all of it, as it does with the rest in any case.
 */
export class Checkpoints {
  readonly #file: string;
  #thread: Worker | undefined;
  #hasEnded = false;
  #isUnderWay = false;
  #askedAt = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** To be called after each commit; costs nothing but every tenth of a second. */
  afterCommit(): void {
    const now = performance.now();
    if (this.#isUnderWay || this.#hasEnded || now - this.#askedAt < pauseMs) return;
    this.#askedAt = now;
    if (!this.#thread && this.#logBytes() < smallLogBytes) return;
    this.#thread ??= this.#start();
    this.#isUnderWay = true;
    this.#thread.postMessage('checkpoint');
  }

  /** The thread ends itself: cut off while it loads SQLite, it would take the whole process with it. */
  async close(): Promise<void> {
    const thread = this.#thread;
    if (!thread || this.#hasEnded) return;
    const ended = new Promise((resolve) => thread.once('exit', resolve));
    thread.ref();
    thread.postMessage('end');
    await ended;
  }

  #logBytes(): number {
    return statSync(`${this.#file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  }

  #start(): Worker {
    const thread = new Worker(threadFile('checkpoint-thread', import.meta.url), { workerData: { file: this.#file } });
    thread.on('message', () => {
      this.#isUnderWay = false;
    });
    for (const end of ['error', 'exit'] as const) {
      thread.once(end, () => {
        this.#hasEnded = true;
      });
    }
    thread.unref();
    return thread;
  }
}
