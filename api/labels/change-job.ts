import type { Command } from '#shared/command/envelope.ts';
import {
  cancel,
  decideCancel,
  decideRedirect,
  decideReprint,
  type JobFacts,
  jobMeant,
  redirect,
  reprint,
} from '#shared/labels/console-job.ts';
import type { LabelKind } from '#shared/labels/kinds.ts';
import type { PrintJobStatus } from '#shared/labels/print-job.machine.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { mayDo } from '../platform/facts/people.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { forgetPrinted, jobWithNumber, moveJob, redirectJob, tryAtOnce } from './jobs.queries.ts';
import type { Label } from './label.ts';
import { queueJob } from './print.ts';
import { printersOf } from './printers.queries.ts';

type JobRow = RowOf<(typeof jobWithNumber)['read']>;

interface Facts extends JobFacts {
  readonly row: JobRow | undefined;
}

export const cancelHandler = handler({
  operation: cancel,
  facts,
  decide: decideCancel,
  apply: async (trx, command, { plan: { job } }, { row }) => {
    await trx.one(moveJob, { job, from: 'waiting', to: 'cancelled', endedAt: trx.now, problem: null });
    if (row?.may_have_printed === 0) await trx.one(forgetPrinted, { job });
    note(trx, command, job, { status: 'cancelled' });
    return undefined;
  },
});

export const redirectHandler = handler({
  operation: redirect,
  facts,
  decide: decideRedirect,
  apply: async (trx, command, { plan: { job, printer } }) => {
    await trx.one(redirectJob, { job, printer });
    await trx.one(tryAtOnce, { warehouse: command.warehouse, code: printer });
    note(trx, command, job, { printer });
    return undefined;
  },
});

export const reprintHandler = handler({
  operation: reprint,
  facts,
  decide: decideReprint,
  apply: async (trx, command, { plan: { job, printer, copies = 1 } }, { row }) => {
    if (!row) return undefined;
    const { kind, language } = row;
    const labels = JSON.parse(row.labels) as Label[];
    const subjects = JSON.parse(row.subjects) as string[];
    await queueJob(trx, command, { printer, kind, subjects, labels, copies, language, isCopy: true, copyOf: job });
    return undefined;
  },
});

async function facts(trx: AppTrx, command: Command<{ readonly job: string }>): Promise<Facts> {
  const { warehouse, operator, body } = command;
  const row = await trx.one(jobWithNumber.lock[trx.dialect], { job: jobMeant(body.job), warehouse });
  if (!row) return { row: undefined, job: null, printers: [], mayPrintBadges: false };
  const labels = JSON.parse(row.labels) as Label[];
  return {
    row,
    job: {
      ...{ status: row.status as PrintJobStatus, printer: row.printer, kind: row.kind as LabelKind },
      size: {
        width: Math.max(0, ...labels.map(({ width }) => width)),
        height: Math.max(0, ...labels.map(({ height }) => height)),
      },
    },
    printers: await printersOf(trx, warehouse),
    mayPrintBadges: row.kind !== 'badge' || (await mayDo(trx, { operator, warehouse }, 'people.administer')),
  };
}

function note(trx: AppTrx, { id, type, operator }: Command<unknown>, job: string, after: object): void {
  const change = { action: type, subject: `print-job/${job}`, before: null, after };
  trx.publish({ kind: 'audit', id, at: trx.now, actor: operator, commandId: id, ...change });
}
