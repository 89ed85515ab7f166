import type { FieldError } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { ImportReport, ImportRow } from '#shared/sites/import.ts';
import { noteChange } from '../platform/http/administrator.ts';
import type { Person } from '../platform/http/caller.ts';
import { errorJson, HttpProblem } from '../platform/http/problem.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { keepLocations, keptLocations } from './location.queries.ts';
import { type Plan, type PlannedRow, planLocations, type SentRow } from './plan-locations.ts';

interface Asked {
  readonly services: Services;
  readonly trx: AppTrx;
  readonly actor: Person;
  readonly warehouse: string;
}

/**
 * Makes and changes many locations at once, all or none: a warehouse that is half of the old drawing and half of the new
 * is worse than either. Where a row is wrong, throws 422 `import.refused` with every fault of every row; a dry run answers
 * the same report as the real thing and changes nothing. A member that a row leaves out stays as it is.
 */
export async function importLocations(asked: Asked, sent: readonly SentRow[], dryRun: boolean): Promise<ImportReport> {
  const { trx, warehouse } = asked;
  const known = await keptLocations(trx, warehouse);
  const plan = await planLocations(trx, warehouse, known, sent, 'what is left out');
  const report = reportOf(plan.rows, dryRun);
  if (dryRun) return report;
  if (report.refused > 0) throw new HttpProblem(422, refusal(plan.rows, report));
  await carryOut(asked, plan);
  return report;
}

/** Writes what was planned, and who changed each location from what to what. */
export async function carryOut({ services, trx, actor, warehouse }: Asked, { rows, fixedItems }: Plan): Promise<void> {
  const changes = rows.flatMap(({ before, after, isChange }) => (after && isChange ? { before, after } : []));
  const kept = changes.map(({ before, after }) => ({ location: after, version: (before?.version ?? 0) + 1 }));
  await keepLocations(trx, warehouse, kept, fixedItems);
  for (const { before, after } of changes) {
    noteChange(services, trx, {
      actor,
      action: before ? 'location.changed' : 'location.made',
      subject: `location/${warehouse}/${after.code}`,
      before: before?.location ?? null,
      after,
    });
  }
}

function reportOf(rows: readonly PlannedRow[], dryRun: boolean): ImportReport {
  const told = rows.map(rowOf);
  const count = (outcome: ImportRow['outcome']) => told.filter((row) => row.outcome === outcome).length;
  const refused = count('refused');
  return {
    dryRun,
    applied: !dryRun && refused === 0,
    created: count('created'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused,
    rows: told,
  };
}

function rowOf({ code, before, after, isChange, errors }: PlannedRow, index: number): ImportRow {
  const outcome = !after ? 'refused' : !isChange ? 'unchanged' : before ? 'changed' : 'created';
  return { row: index + 1, code, outcome, errors: errors.map(errorJson) };
}

function refusal(rows: readonly PlannedRow[], { refused }: ImportReport) {
  const errors: FieldError[] = rows.flatMap((row) => row.errors);
  return problem('import.refused', { refused, rows: rows.length }, errors);
}
