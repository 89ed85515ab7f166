import { expect, test } from 'vitest';
import { runWorld } from './run-world.ts';

/** Trouble that every world has had before it counts: a run in which nothing went wrong proves nothing. */
const troubles = [
  'device died',
  'device clock jumped',
  'went offline',
  'sent while offline',
  'request lost',
  'request repeated',
  'answer lost',
  'held back',
  'silence for ever',
  'server killed',
  'server did not answer',
  'ERP went back',
] as const;

/** Worlds of ten handhelds with forty commands each, one for each seed. */
export function testWorlds(seeds: readonly number[]): void {
  test.each(seeds)(
    'world %i: nothing is lost, nothing happens twice, and all books agree',
    { timeout: 120_000 },
    async (seed) => {
      const report = await runWorld({ seed, devices: 10, operations: 40 });
      if (report.violations.length > 0) console.error(report.lastEvents.join('\n'));
      expect(report.violations).toEqual([]);
      for (const trouble of troubles) expect(report.counts.get(trouble) ?? 0, trouble).toBeGreaterThan(0);
      expect(report.outcomes.get('applied') ?? 0).toBeGreaterThan(100);
    },
  );
}
