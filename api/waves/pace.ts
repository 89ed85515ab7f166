import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import { measuredPace, type Pace, type PickedLine } from '#shared/waves/finish.ts';
import { standardSecondsPerLine } from '#shared/waves/template.ts';
import type { Runner } from '../platform/db/connection.ts';
import { newestPicks, pickersNow, wavesOfWorks } from './pace.queries.ts';
import { templateNamed } from './template.ts';

/** Longer ago than this nothing is measured: another shift may have begun. */
const measuredForMs = 2 * 3_600_000;

/** What is reckoned with as long as nothing is measured: what the template says a line takes, and who picks now. */
export async function usualPace(read: Runner, warehouse: string, template: string | null, now: number): Promise<Pace> {
  const known = template === null ? null : await templateNamed(read, warehouse, template);
  return {
    secondsPerLine: known?.secondsPerLine ?? standardSecondsPerLine,
    pickers: Math.max(1, await pickersNow(read, warehouse, now - claimLeaseMs)),
    isMeasured: false,
  };
}

/** How fast the lines of waves are fetched, of those of which enough were. */
export async function measuredPaces(read: Runner, warehouse: string, now: number): Promise<ReadonlyMap<string, Pace>> {
  const picks = (await newestPicks(read, warehouse, now - measuredForMs)).map((row) => {
    const { work, line } = JSON.parse(row.body) as { work: string; line: number };
    return { work, line: `${work} ${line}`, by: row.operator, atMs: row.occurred_at };
  });
  const works = [...new Set(picks.map(({ work }) => work))];
  const waves = new Map(works.length === 0 ? [] : (await wavesOfWorks(read, works)).map(({ id, wave }) => [id, wave]));
  const byWave = Map.groupBy(picks, ({ work }) => waves.get(work) ?? null);
  return new Map(
    [...byWave].flatMap(([wave, own]: [string | null, PickedLine[]]): [string, Pace][] => {
      const pace = wave === null ? null : measuredPace(own);
      return wave === null || pace === null ? [] : [[wave, pace]];
    }),
  );
}
