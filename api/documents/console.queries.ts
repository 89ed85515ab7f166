import type { Runner } from '../platform/db/connection.ts';

export interface DocumentsAsked {
  readonly warehouse: string;
  readonly kind: string;
  readonly acknowledgement?: 'none' | 'posted' | 'rejected' | undefined;
  /** A document number, whole. */
  readonly search?: string | undefined;
  /** The last row of the page before. */
  readonly before?: { readonly number: string; readonly version: number } | undefined;
  readonly limit: number;
}

/** Documents of a kind, newest first: numbers of one kind have one length, so they sort as text. */
export function newestDocuments(read: Runner, asked: DocumentsAsked) {
  const { warehouse, kind, acknowledgement, search, before, limit } = asked;
  let query = read.k.selectFrom('document').selectAll().where('kind', '=', kind).where('warehouse', '=', warehouse);
  if (search !== undefined) query = query.where('number', '=', search);
  if (before !== undefined) {
    const { number, version } = before;
    query = query.where((eb) =>
      eb.or([eb('number', '<', number), eb.and([eb('number', '=', number), eb('version', '<', version)])]),
    );
  }
  if (acknowledgement === 'none') query = query.where('acknowledged_at', 'is', null);
  // The server itself writes this text, its members always in the same order.
  if (acknowledgement === 'posted' || acknowledgement === 'rejected') {
    query = query.where('acknowledgement', 'like', `{"result":"${acknowledgement}"%`);
  }
  return query.orderBy('number', 'desc').orderBy('version', 'desc').limit(limit).execute();
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
