import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';

/** Audit rows with their places among all that is published, and with their links to each other. */
function chained(read: Runner) {
  return read.k
    .selectFrom('chain')
    .innerJoin('audit', 'audit.id', 'chain.subject')
    .where('chain.kind', '=', sql.lit('audit'))
    .select([
      'chain.position',
      'audit.link as hash',
      'audit.id',
      'audit.at',
      'audit.actor',
      'audit.action',
      'audit.subject',
      'audit.before_json',
      'audit.after_json',
      'audit.command_id',
    ])
    .select((eb) =>
      eb
        .selectFrom('chain as earlier')
        .innerJoin('audit as before', 'before.id', 'earlier.subject')
        .select('before.link')
        .where('earlier.kind', '=', sql.lit('audit'))
        .whereRef('earlier.position', '<', 'chain.position')
        .orderBy('earlier.position', 'desc')
        .limit(1)
        .as('previous_hash'),
    );
}

export interface AuditSpan {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

/** Rows after a position, oldest first; of one subject where it is named. */
export function auditAfter(read: Runner, { after, upTo, limit }: AuditSpan, subject: string | undefined) {
  let query = chained(read).where('chain.position', '>', after).where('chain.position', '<=', upTo);
  if (subject !== undefined) query = query.where('audit.subject', '=', subject);
  return query.orderBy('chain.position').limit(limit).execute();
}

export type AuditColumns = Awaited<ReturnType<typeof auditAfter>>[number];

export interface AuditAsked {
  readonly before: number | undefined;
  readonly limit: number;
  readonly subject: string | undefined;
  readonly actor: string | undefined;
  /** Part of the action or the subject, whatever its case. */
  readonly search: string | undefined;
}

/** The newest rows below a position, newest first. */
export function newestAudit(read: Runner, { before, limit, subject, actor, search }: AuditAsked) {
  let query = chained(read);
  if (before !== undefined) query = query.where('chain.position', '<', before);
  if (subject !== undefined) query = query.where('audit.subject', '=', subject);
  if (actor !== undefined) query = query.where('audit.actor', '=', actor);
  if (search !== undefined) {
    const pattern = `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    const like = (column: string) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
    query = query.where((eb) => eb.or([like('audit.action'), like('audit.subject')]));
  }
  return query.orderBy('chain.position', 'desc').limit(limit).execute();
}
