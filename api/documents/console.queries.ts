import type { Runner } from '../platform/db/connection.ts';

export interface DocumentsAsked {
  readonly warehouse: string;
  readonly kind?: string | undefined;
  readonly acknowledgement?: 'none' | 'posted' | 'rejected' | undefined;
  /** Those that are due to become final, but something stands against it. */
  readonly posting?: 'stuck' | undefined;
  /** A document number, whole. */
  readonly search?: string | undefined;
  /** The last row of the page before. */
  readonly before?: DocumentPosition | undefined;
  readonly limit: number;
}

export interface DocumentPosition {
  readonly madeAt: number;
  readonly number: string;
  readonly version: number;
}

/** Documents of a warehouse, those of all warehouses among them, newest first. */
export function newestDocuments(read: Runner, asked: DocumentsAsked) {
  const { warehouse, kind, acknowledgement, posting, search, before, limit } = asked;
  let query = read.k.selectFrom('document').selectAll().where('warehouse', 'in', [warehouse, '']);
  if (posting === 'stuck') query = query.where('posting_problem', 'is not', null);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (search !== undefined) query = query.where('number', '=', search.toUpperCase());
  if (acknowledgement === 'none') query = query.where('acknowledged_at', 'is', null);
  // The server itself writes this text, its members always in the same order.
  if (acknowledgement === 'posted' || acknowledgement === 'rejected') {
    query = query.where('acknowledgement', 'like', `{"result":"${acknowledgement}"%`);
  }
  if (before !== undefined) {
    const { madeAt, number, version } = before;
    query = query
      .where('made_at', '<=', madeAt)
      .where((eb) =>
        eb.or([
          eb('made_at', '<', madeAt),
          eb('number', '<', number),
          eb.and([eb('number', '=', number), eb('version', '<', version)]),
        ]),
      );
  }
  return query.orderBy('made_at', 'desc').orderBy('number', 'desc').orderBy('version', 'desc').limit(limit).execute();
}

export type DocumentColumns = Awaited<ReturnType<typeof newestDocuments>>[number];

export function versionsOfDocument(read: Runner, number: string) {
  return read.k.selectFrom('document').selectAll().where('number', '=', number).orderBy('version', 'desc').execute();
}

/** Name of the person whose command it was; its badge where the person is gone. */
export async function authorOfCommand(read: Runner, commandId: string): Promise<string | null> {
  const row = await read.k
    .selectFrom('command as c')
    .leftJoin('person as p', 'p.badge', 'c.operator')
    .select(['c.operator', 'p.name'])
    .where('c.id', '=', commandId)
    .executeTakeFirst();
  return row?.name ?? row?.operator ?? null;
}

/** Name of a person; the badge where the person is gone. */
export async function nameOf(read: Runner, badge: string): Promise<string> {
  const row = await read.k.selectFrom('person').select('name').where('badge', '=', badge).executeTakeFirst();
  return row?.name ?? badge;
}
