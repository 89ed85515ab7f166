import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { newerVersion } from './newer-version.queries.ts';

/** When the oldest row that waits for its position was committed; null for none. */
export async function oldestWaitingRow(read: Runner): Promise<number | null> {
  const row = await read.k.selectFrom('outbox').select('at').orderBy('id').limit(1).executeTakeFirst();
  return row?.at ?? null;
}

/** When the oldest message came that nobody has taken up; null for none. */
export async function oldestReceivedMessage(read: Runner): Promise<number | null> {
  const row = await read.k
    .selectFrom('message')
    .select('received_at')
    .where('status', '=', 'received')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row?.received_at ?? null;
}

export async function messagesByStatus(read: Runner) {
  return read.k
    .selectFrom('message')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count'), eb.fn.min<number>('received_at').as('oldest_at')])
    .groupBy('status')
    .execute();
}

export async function unacknowledgedDocuments(read: Runner) {
  return (
    read.k
      .selectFrom('document as d')
      .select((eb) => ['d.kind', eb.fn.countAll<number>().as('count'), eb.fn.min<number>('d.made_at').as('oldest_at')])
      .where('d.acknowledged_at', 'is', null)
      // Reports are for comparing: nobody has to say anything of them.
      .where('d.kind', '<>', 'on-hand-report')
      .where((eb) => eb.not(eb.exists(newerVersion(eb))))
      .groupBy('d.kind')
      .execute()
  );
}

export async function documentsNotFinal(read: Runner): Promise<number> {
  const row = await read.k
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('posting_problem', 'is not', null)
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function openExceptionsByKind(read: Runner) {
  return read.k
    .selectFrom('exception_case')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
    .where('status', '=', 'open')
    .groupBy('kind')
    .execute();
}

/** Devices that are not revoked: when each was last heard of, and how many commands it said were waiting on it. */
export async function contactOfDevices(read: Runner) {
  return read.k
    .selectFrom('device')
    .select(['last_contact_at', 'waiting_commands'])
    .where('revoked_at', 'is', null)
    .execute();
}

export async function waitingRows(read: Runner): Promise<number> {
  const row = await read.k
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** Print jobs that are not over. In words as they are in the condition of their index; a parameter would hide it. */
export async function openPrintJobs(read: Runner) {
  return read.k
    .selectFrom('print_job')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<number | null>('asked_at').as('oldest_at')])
    .where('status', 'in', [sql.lit('waiting'), sql.lit('sending')])
    .executeTakeFirst();
}
