import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lanes } from '../../api/platform/db/lanes.ts';

/** Senders that come with so many jobs each, and how many jobs each flush may take. */
const senders = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 });
const limit = fc.integer({ min: 1, max: 64 });

interface Job {
  readonly sender: number;
  readonly number: number;
}

function jobsOf(sender: number, count: number): Job[] {
  return Array.from({ length: count }, (_, number) => ({ sender, number }));
}

function drain(counts: readonly number[], atMost: number): Job[][] {
  const lanes = new Lanes<Job>();
  for (const [sender, count] of counts.entries()) lanes.add(jobsOf(sender, count));
  const flushes: Job[][] = [];
  while (!lanes.isEmpty) flushes.push(lanes.take(atMost));
  return flushes;
}

describe('jobs that wait for the writer', () => {
  test('every job is taken once, and no flush takes more than it may or nothing', () => {
    fc.assert(
      fc.property(senders, limit, (counts, atMost) => {
        const flushes = drain(counts, atMost);
        const taken = flushes.flat().map(({ sender, number }) => `${sender}.${number}`);
        const all = counts.flatMap((count, sender) => jobsOf(sender, count).map(({ number }) => `${sender}.${number}`));
        expect(taken.toSorted()).toEqual(all.toSorted());
        expect(flushes.every((flush) => flush.length > 0 && flush.length <= atMost)).toBe(true);
      }),
    );
  });

  test('the jobs of one sender stay in order', () => {
    fc.assert(
      fc.property(senders, limit, (counts, atMost) => {
        const taken = drain(counts, atMost).flat();
        for (const [sender, count] of counts.entries()) {
          const own = taken.filter((job) => job.sender === sender).map(({ number }) => number);
          expect(own).toEqual(jobsOf(sender, count).map(({ number }) => number));
        }
      }),
    );
  });

  test('a sender with one job waits for no more flushes than there are senders, however much the others have', () => {
    fc.assert(
      fc.property(senders, limit, (others, atMost) => {
        const flushes = drain([...others, 1], atMost);
        const own = flushes.findIndex((flush) => flush.some(({ sender }) => sender === others.length));
        expect(own).toBeLessThanOrEqual(Math.ceil((others.length + 1) / atMost));
      }),
    );
  });

  test('whoever comes late is taken before those who wait already, and neither is taken twice or lost', () => {
    fc.assert(
      fc.property(senders, senders, limit, limit, (early, late, atMost, atMostLate) => {
        const lanes = new Lanes<Job>();
        for (const [sender, count] of early.entries()) lanes.add(jobsOf(sender, count));
        const taken = lanes.take(atMost);
        for (const [sender, count] of late.entries()) lanes.add(jobsOf(early.length + sender, count));
        const opened = lanes.takeOpened(atMostLate);
        expect(opened.every(({ sender }) => sender >= early.length)).toBe(true);
        expect(opened).toHaveLength(Math.min(atMostLate, sum(late)));
        taken.push(...opened);
        while (!lanes.isEmpty) taken.push(...lanes.take(atMost));
        for (const [sender, count] of [...early, ...late].entries()) {
          expect(taken.filter((job) => job.sender === sender)).toEqual(jobsOf(sender, count));
        }
      }),
    );
  });
});

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
