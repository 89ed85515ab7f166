/** The page's clock and its alarm, so that tests can turn both by hand. Times in milliseconds of `performance.now()`. */
export interface Timer {
  now(): number;
  /** Calls back after at least so long; the answer cancels it. */
  after(delayMs: number, callBack: () => void): () => void;
}

export const pageTimer: Timer = {
  now: () => performance.now(),
  after(delayMs, callBack) {
    const handle = setTimeout(callBack, delayMs);
    return () => clearTimeout(handle);
  },
};
