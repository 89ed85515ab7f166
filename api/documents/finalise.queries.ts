import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';

/** One version of a document, and nobody else changes it until the transaction ends. */
export const lockVersion = lockingStatement<{ number: string; version: number }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['kind', 'number', 'version', 'active', 'posting_status', 'source_system', 'warehouse', 'body'])
    .select(['acknowledgement', 'posting_problem'])
    .where('number', '=', p('number'))
    .where('version', '=', p('version')),
);

export type DueRow = RowOf<typeof lockVersion.read>;

/** How many registrations a receipt stands for that count as reported. */
export const coveredBy = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('shipment_document as s')
    .innerJoin('registration as r', (join) =>
      join.onRef('r.load_number', '=', 's.load_number').onRef('r.document_number', '=', 's.document_number'),
    )
    .innerJoin('coverage as c', 'c.id', 'r.id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('s.document_number', '=', p('number'))
    .where('r.status', '=', 'active')
    .where('c.state', '=', 'reported'),
);

/** How many of the goods that left with a packing slip count as told by it. */
export const shippedBy = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .innerJoin('ledger_entry as e', 'e.id', 'r.entry_id')
    .innerJoin('coverage as c', 'c.id', 'e.coverage')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('r.document_number', '=', p('number'))
    .where('r.state', '=', 'shipped')
    .where('c.state', '=', 'reported'),
);

export const postDocument = statement<{ number: string; version: number; at: number }>()((k, p) =>
  k
    .updateTable('document')
    .set({ posting_status: 'posted', posted_at: p('at'), posting_checked_at: p('at'), posting_problem: null })
    .where('number', '=', p('number'))
    .where('version', '=', p('version')),
);

export const keepPostingProblem = statement<{ number: string; version: number; problem: string; at: number }>()(
  (k, p) =>
    k
      .updateTable('document')
      .set({ posting_problem: p('problem'), posting_checked_at: p('at') })
      .where('number', '=', p('number'))
      .where('version', '=', p('version')),
);

const sourceSystems = statement<object>()((k) => k.selectFrom('source_system').select('code').orderBy('code'));

export async function everySourceSystem(read: Runner): Promise<string[]> {
  return (await read.all(sourceSystems, {})).map(({ code }) => code);
}

interface Asked {
  readonly sourceSystem: string;
  /** Made by then (ms), so that their time for reversing is over. */
  readonly madeBy: number;
  /** What something stood against is looked at again where that was before (ms), or the source system said more of it. */
  readonly checkedBy: number;
  /** The last one of the batch before. */
  readonly after: { readonly made_at: number; readonly number: string } | null;
  readonly limit: number;
}

/** Versions of a source system that are to be finalised, the oldest first. */
export function dueDocuments(read: Runner, { sourceSystem, madeBy, checkedBy, after, limit }: Asked) {
  const due = read.k
    .selectFrom('document')
    .select(['number', 'version', 'made_at'])
    .where('source_system', '=', sourceSystem)
    // In the words of the partial index, or it would not serve.
    .where('posting_status', '=', sql.lit('ready'))
    .where('active', '=', sql.lit(1))
    .where('made_at', '<=', madeBy)
    .where((eb) =>
      eb.or([
        eb('posting_checked_at', 'is', null),
        eb('posting_checked_at', '<=', checkedBy),
        eb('acknowledged_at', '>=', eb.ref('posting_checked_at')),
      ]),
    )
    .orderBy('made_at')
    .orderBy('number')
    .limit(limit);
  if (after === null) return due.execute();
  const { made_at: madeAt, number } = after;
  return due
    .where((eb) => eb.or([eb('made_at', '>', madeAt), eb.and([eb('made_at', '=', madeAt), eb('number', '>', number)])]))
    .execute();
}
