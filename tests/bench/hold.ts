const cell = new Int32Array(new SharedArrayBuffer(4));

/** Holds the thread as a disk does that takes `ms` to flush. */
export function holdThread(ms: number): void {
  Atomics.wait(cell, 0, 0, ms);
}
