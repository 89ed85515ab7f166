import { sql } from 'kysely';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

interface Span {
  feed: string;
  sourceSystem: string;
  after: number;
  upTo: number;
  limit: number;
}

/** Joins the texts of a page, so that a page is one value. */
const joined = { text: sql<string | null>`string_agg(row_text, ',' order by position)` };

/**
 * A page of a feed of documents: the stored text of each version, with what is as of reading put before it: where it
 * stands in posting, and what the source system acknowledged.
 */
export const documentRows = statement<Span>()((k, p) =>
  k
    .selectFrom((from) =>
      from
        .selectFrom('feed_entry as f')
        .innerJoin('document as d', (join) =>
          join.onRef('d.number', '=', 'f.subject').onRef('d.version', '=', 'f.version'),
        )
        .select([
          'f.position as position',
          sql<string>`'{"position":' || f.position || ',"postingStatus":"' || d.posting_status || '","acknowledgement":'
            || coalesce(d.acknowledgement, 'null') || ',' || substr(f.body, 2)`.as('row_text'),
        ])
        .where('f.feed', '=', p('feed'))
        .where('f.source_system', '=', p('sourceSystem'))
        .where('f.position', '>', p('after'))
        .where('f.position', '<=', p('upTo'))
        .orderBy('f.position')
        .limit(p('limit'))
        .as('page'),
    )
    .select((eb) => [joined.text.as('text'), eb.fn.countAll<number>().as('count'), eb.fn.max('position').as('last')]),
);

/** Numbers of 17 digits with zeros in front sort as text, as `sequence` of CloudEvents must. */
const sequence = sql<string>`substr(cast(100000000000000000 + f.position as text), 2)`;

/** A page of the feed of events, each with its place in the one order. */
export const eventRows = statement<Span>()((k, p) =>
  k
    .selectFrom((from) =>
      from
        .selectFrom('feed_entry as f')
        .select([
          'f.position as position',
          sql<string>`'{"position":' || f.position || ',"event":{"sequence":"' || ${sequence} || '",' || substr(f.body, 2) || '}'`.as(
            'row_text',
          ),
        ])
        .where('f.feed', '=', p('feed'))
        .where('f.source_system', '=', p('sourceSystem'))
        .where('f.position', '>', p('after'))
        .where('f.position', '<=', p('upTo'))
        .orderBy('f.position')
        .limit(p('limit'))
        .as('page'),
    )
    .select((eb) => [joined.text.as('text'), eb.fn.countAll<number>().as('count'), eb.fn.max('position').as('last')]),
);

/** Versions of a document of a source system, the newest first. */
export const versionsOf = statement<{ number: string; kind: string; sourceSystem: string }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['version', 'active', 'posting_status', 'body', 'acknowledgement', 'warehouse'])
    .where('number', '=', p('number'))
    .where('kind', '=', p('kind'))
    .where('source_system', '=', p('sourceSystem'))
    .orderBy('version', 'desc'),
);

export async function keepAcknowledgement(
  trx: AppTrx,
  document: { readonly number: string; readonly version: number },
  acknowledgement: string,
): Promise<void> {
  await trx.k
    .updateTable('document')
    .set({ acknowledged_at: trx.now, acknowledgement })
    .where('number', '=', document.number)
    .where('version', '=', document.version)
    .execute();
}
