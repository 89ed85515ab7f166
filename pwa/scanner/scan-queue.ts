/** Holds what was scanned until it is its turn. */
export interface ScanQueue<Item> {
  push(item: Item): void;
  /** Waiting, the one under way included. */
  readonly size: number;
  /** Resolves when everything pushed so far has been processed. */
  settled(): Promise<void>;
}

/**
 * Processes one item after the other, in the order they came, however slow `process` is: a scan that arrives while
 * the one before it is still being looked up waits, and is never dropped. An item whose processing fails is told to
 * `failed`, and the next one follows.
 */
export function createScanQueue<Item>(
  process: (item: Item) => void | Promise<void>,
  failed: (cause: unknown, item: Item) => void,
): ScanQueue<Item> {
  let size = 0;
  let tail: Promise<void> = Promise.resolve();

  async function run(item: Item): Promise<void> {
    try {
      await process(item);
    } catch (cause) {
      report(cause, item);
    } finally {
      size -= 1;
    }
  }

  function report(cause: unknown, item: Item): void {
    try {
      failed(cause, item);
    } catch (second) {
      // Also a broken reporter must not stop the queue; the browser's error handler gets to see both.
      reportError(new AggregateError([cause, second]));
    }
  }

  return {
    push(item) {
      size += 1;
      tail = tail.then(() => run(item));
    },
    get size() {
      return size;
    },
    settled: () => tail,
  };
}
