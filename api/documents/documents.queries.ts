import { sql } from 'kysely';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

export interface FeedSpan {
  feed: string;
  sourceSystem: string;
  after: number;
  upTo: number;
  limit: number;
}

/**
 * A page of a feed of documents: the stored text of each version, with what is as of reading put before it: where it
 * stands in posting, and what the source system acknowledged.
 */
export const documentRows = statement<FeedSpan>()((k, p) =>
  k
    .selectFrom('feed_entry as f')
    .innerJoin('document as d', (join) => join.onRef('d.number', '=', 'f.subject').onRef('d.version', '=', 'f.version'))
    .select([
      'f.position as position',
      sql<string>`'{"position":' || f.position || ',"postingStatus":"' || d.posting_status || '","acknowledgement":'
        || coalesce(d.acknowledgement, 'null') || ',' || substr(f.body, 2)`.as('text'),
    ])
    .where('f.feed', '=', p('feed'))
    .where('f.source_system', '=', p('sourceSystem'))
    .where('f.position', '>', p('after'))
    .where('f.position', '<=', p('upTo'))
    .orderBy('f.position')
    .limit(p('limit')),
);

/** A page of a feed whose rows are no documents: what is stored is all there is to tell. */
export const statusRows = statement<FeedSpan>()((k, p) =>
  k
    .selectFrom('feed_entry as f')
    .select([
      'f.position as position',
      sql<string>`'{"position":' || f.position || ',' || substr(f.body, 2)`.as('text'),
    ])
    .where('f.feed', '=', p('feed'))
    .where('f.source_system', '=', p('sourceSystem'))
    .where('f.position', '>', p('after'))
    .where('f.position', '<=', p('upTo'))
    .orderBy('f.position')
    .limit(p('limit')),
);

/** Numbers of 17 digits with zeros in front sort as text, as `sequence` of CloudEvents must. */
const sequence = sql<string>`substr(cast(100000000000000000 + f.position as text), 2)`;

/** A page of the feed of events, each with its place in the one order. */
export const eventRows = statement<FeedSpan>()((k, p) =>
  k
    .selectFrom('feed_entry as f')
    .select([
      'f.position as position',
      sql<string>`'{"position":' || f.position || ',"event":{"sequence":"' || ${sequence} || '",' || substr(f.body, 2) || '}'`.as(
        'text',
      ),
    ])
    .where('f.feed', '=', p('feed'))
    .where('f.source_system', '=', p('sourceSystem'))
    .where('f.position', '>', p('after'))
    .where('f.position', '<=', p('upTo'))
    .orderBy('f.position')
    .limit(p('limit')),
);

/** Versions of a document of a source system, the newest first; locked for a word on one of them. */
export const versionsOf = lockingStatement<{ number: string; kind: string; sourceSystem: string }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['version', 'active', 'posting_status', 'body', 'acknowledgement', 'warehouse', 'made_at'])
    .where('number', '=', p('number'))
    .where('kind', '=', p('kind'))
    .where('source_system', '=', p('sourceSystem'))
    .orderBy('version', 'desc'),
);

/** What the feed of a document said of a version last: that it was issued, or reversed. */
export const newestEntry = statement<{ feed: string; sourceSystem: string; number: string; version: number }>()(
  (k, p) =>
    k
      .selectFrom('feed_entry')
      .select(['position', 'body'])
      .where('feed', '=', p('feed'))
      .where('source_system', '=', p('sourceSystem'))
      .where('subject', '=', p('number'))
      .where('version', '=', p('version'))
      // Word for word the condition of the index: the many rows that are no documents are not in it.
      .where('feed', 'not in', [sql.lit('events'), sql.lit('order-status')])
      .orderBy('position', 'desc')
      .limit(1),
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
