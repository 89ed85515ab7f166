import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { openJobs, sendingStatus, waitingStatus } from './open-jobs.queries.ts';

export const insertJob = statement<{
  job: string;
  warehouse: string;
  printer: string;
  kind: string;
  subjects: string;
  labels: string;
  labelCount: number;
  copies: number;
  language: string;
  isCopy: number;
  copyOf: string | null;
  by: string;
  at: number;
}>()((k, p) =>
  k.insertInto('print_job').values({
    job: p('job'),
    warehouse: p('warehouse'),
    printer: p('printer'),
    kind: p('kind'),
    subjects: p('subjects'),
    labels: p('labels'),
    label_count: p('labelCount'),
    copies: p('copies'),
    language: p('language'),
    is_copy: p('isCopy'),
    may_have_printed: 0,
    copy_of: p('copyOf'),
    status: 'waiting',
    attempts: 0,
    problem: null,
    asked_by: p('by'),
    asked_at: p('at'),
    ended_at: null,
  }),
);

/** What is asked for once has a label from then on; the job of the first one that does not say that it is a copy is kept. */
export const notePrinted = statement<{ kind: string; subject: string; job: string }>()((k, p) =>
  k
    .insertInto('printed_subject')
    .values({ kind: p('kind'), subject: p('subject'), job: p('job') })
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).doNothing()),
);

/** A job that was never printed leaves those without a label that had none before. */
export const forgetPrinted = statement<{ job: string }>()((k, p) =>
  k.deleteFrom('printed_subject').where('job', '=', p('job')),
);

export const jobWithNumber = lockingStatement<{ job: string; warehouse: string }>()((k, p) =>
  k.selectFrom('print_job').selectAll().where('job', '=', p('job')).where('warehouse', '=', p('warehouse')),
);

/** Ends a job, or sends it back to wait, if it still is what it was. */
export const moveJob = statement<{
  job: string;
  from: string;
  to: string;
  endedAt: number | null;
  problem: string | null;
}>()((k, p) =>
  k
    .updateTable('print_job')
    .set({ status: p('to'), ended_at: p('endedAt'), problem: p('problem') })
    .where('job', '=', p('job'))
    .where('status', '=', p('from')),
);

/** The connection stands: from here on nobody can know what was printed. */
export const beginSending = statement<{ job: string; printer: string }>()((k, p) =>
  k
    .updateTable('print_job')
    .set((eb) => ({ status: 'sending', attempts: eb('attempts', '+', 1) }))
    .where('job', '=', p('job'))
    .where('printer', '=', p('printer'))
    .where('status', '=', 'waiting'),
);

/** What was being sent waits again; it may be on paper already, so what follows is a copy. */
export const repeatAsCopy = statement<{ warehouse: string; printer: string }>()((k, p) =>
  k
    .updateTable('print_job')
    .set({ status: 'waiting', is_copy: 1, may_have_printed: 1 })
    .where('warehouse', '=', p('warehouse'))
    .where('printer', '=', p('printer'))
    .where('status', 'in', openJobs)
    .where('status', '=', sendingStatus),
);

export const redirectJob = statement<{ job: string; printer: string }>()((k, p) =>
  k
    .updateTable('print_job')
    .set({ printer: p('printer'), problem: null })
    .where('job', '=', p('job'))
    .where('status', '=', 'waiting'),
);

/** Printers for which something waits, or was being sent when a node died, and which may be tried by now. */
export const duePrinters = statement<{ at: number }>()((k, p) =>
  k
    .selectFrom('print_job as j')
    .leftJoin('printer_state as s', (join) =>
      join.onRef('s.warehouse', '=', 'j.warehouse').onRef('s.code', '=', 'j.printer'),
    )
    .select(['j.warehouse', 'j.printer'])
    .distinct()
    .where('j.status', 'in', openJobs)
    .where((eb) => eb.or([eb('s.code', 'is', null), eb('s.next_at', '<=', p('at'))]))
    .where((eb) => eb.or([eb('s.code', 'is', null), eb('s.leased_until', '<=', p('at'))])),
);

/** One node at a time prints on a printer: whoever changes the row has it until then. Counts 0 where another has. */
export const takeLease = statement<{ warehouse: string; code: string; node: string; now: number; until: number }>()(
  (k, p) =>
    k
      .insertInto('printer_state')
      .values({
        warehouse: p('warehouse'),
        code: p('code'),
        leased_by: p('node'),
        leased_until: p('until'),
        failures: 0,
        next_at: 0,
        last_success_at: null,
        last_error_at: null,
        last_error: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['warehouse', 'code'])
          .doUpdateSet((eb) => ({
            leased_by: eb.ref('excluded.leased_by'),
            leased_until: eb.ref('excluded.leased_until'),
          }))
          .where((eb) =>
            eb.or([eb('printer_state.leased_until', '<=', p('now')), eb('printer_state.leased_by', '=', p('node'))]),
          ),
      ),
);

export const keepLease = statement<{ warehouse: string; code: string; node: string; until: number }>()((k, p) =>
  k
    .updateTable('printer_state')
    .set({ leased_until: p('until') })
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('code'))
    .where('leased_by', '=', p('node')),
);

export const endLease = statement<{ warehouse: string; code: string; node: string }>()((k, p) =>
  k
    .updateTable('printer_state')
    .set({ leased_by: null, leased_until: 0 })
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('code'))
    .where('leased_by', '=', p('node')),
);

/** The oldest job of a printer. */
export const nextJob = statement<{ warehouse: string; printer: string }>()((k, p) =>
  k
    .selectFrom('print_job')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('printer', '=', p('printer'))
    .where('status', 'in', openJobs)
    .where('status', '=', waitingStatus)
    .orderBy('asked_at')
    .orderBy('job')
    .limit(1),
);

export const noteSuccess = statement<{ warehouse: string; code: string; at: number }>()((k, p) =>
  k
    .updateTable('printer_state')
    .set({ failures: 0, next_at: 0, last_success_at: p('at') })
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('code')),
);

export const noteFailure = statement<{
  warehouse: string;
  code: string;
  at: number;
  nextAt: number;
  problem: string;
}>()((k, p) =>
  k
    .updateTable('printer_state')
    .set((eb) => ({
      failures: eb('failures', '+', 1),
      next_at: p('nextAt'),
      last_error_at: p('at'),
      last_error: p('problem'),
    }))
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('code')),
);

/** Tried at once, whatever went wrong before. */
export const tryAtOnce = statement<{ warehouse: string; code: string }>()((k, p) =>
  k
    .updateTable('printer_state')
    .set({ next_at: 0 })
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('code')),
);

export const printerState = statement<{ warehouse: string; code: string }>()((k, p) =>
  k.selectFrom('printer_state').selectAll().where('warehouse', '=', p('warehouse')).where('code', '=', p('code')),
);

/** What was asked for before an instant and is over. */
export const forgetJobs = statement<{ warehouse: string; before: number }>()((k, p) =>
  k
    .deleteFrom('print_job')
    .where('warehouse', '=', p('warehouse'))
    .where('asked_at', '<', p('before'))
    .where('status', 'not in', openJobs),
);
