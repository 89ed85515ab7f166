import { expect, test } from 'vitest';
import { createScanQueue } from '../../pwa/scanner/scan-queue.ts';

/** Lets everything run that waits for nothing but its turn. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test('scans that arrive while one is being processed wait, and follow in their order', async () => {
  const log: string[] = [];
  const gates: (() => void)[] = [];
  const queue = createScanQueue<string>(
    async (scan) => {
      log.push(`begin ${scan}`);
      await new Promise<void>((open) => gates.push(open));
      log.push(`end ${scan}`);
    },
    () => undefined,
  );
  for (const scan of ['A', 'B', 'C']) queue.push(scan);
  await turn();
  expect(queue.size).toBe(3);
  for (let opened = 0; opened < 3; opened += 1) {
    gates.shift()?.();
    await turn();
  }
  expect(log).toEqual(['begin A', 'end A', 'begin B', 'end B', 'begin C', 'end C']);
  expect(queue.size).toBe(0);
});

test('a scan whose processing throws loses none of those behind it, and is told', async () => {
  const done: string[] = [];
  const failed: string[] = [];
  const queue = createScanQueue<string>(
    (scan) => {
      if (scan === 'B') throw new Error('broken');
      done.push(scan);
    },
    (_cause, scan) => failed.push(scan),
  );
  for (const scan of ['A', 'B', 'C']) queue.push(scan);
  await queue.settled();
  expect(done).toEqual(['A', 'C']);
  expect(failed).toEqual(['B']);
});

test('a scan made from within the processing of another follows it', async () => {
  const done: string[] = [];
  const queue = createScanQueue<string>(
    (scan) => {
      if (scan === 'A') queue.push('A again');
      done.push(scan);
    },
    () => undefined,
  );
  queue.push('A');
  queue.push('B');
  await turn();
  expect(done).toEqual(['A', 'B', 'A again']);
});
