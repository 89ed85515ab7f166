import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { openJobs } from './open-jobs.queries.ts';

/** How the printers of a warehouse are doing; none of those that were never used. */
export const printerStates = statement<{ warehouse: string }>()((k, p) =>
  k.selectFrom('printer_state').selectAll().where('warehouse', '=', p('warehouse')),
);

export const waitingByPrinter = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('print_job')
    .select(['printer'])
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('asked_at').as('oldest_at')])
    .where('warehouse', '=', p('warehouse'))
    .where('status', 'in', openJobs)
    .groupBy('printer'),
);

export interface JobsWanted {
  readonly printer?: string | undefined;
  readonly status?: string | undefined;
  readonly job?: string | undefined;
  readonly limit: number;
}

/** Jobs of a warehouse without what stands on them, the newest first. */
export function jobsOf(read: Runner, warehouse: string, { printer, status, job, limit }: JobsWanted) {
  let query = read.k
    .selectFrom('print_job')
    .select(['job', 'printer', 'kind', 'subjects', 'label_count', 'copies', 'status', 'is_copy', 'may_have_printed'])
    .select(['copy_of', 'attempts', 'problem', 'asked_by', 'asked_at', 'ended_at'])
    .where('warehouse', '=', warehouse)
    .orderBy('asked_at', 'desc')
    .orderBy('job', 'desc')
    .limit(limit);
  if (printer !== undefined) query = query.where('printer', '=', printer);
  if (status !== undefined) query = query.where('status', '=', status);
  if (job !== undefined) query = query.where('job', '=', job);
  return query.execute();
}
