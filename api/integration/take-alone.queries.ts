import { type Selectable, sql } from 'kysely';
import type { Database } from '../platform/db/schema.ts';
import type { AppTrx } from '../platform/store.ts';
import { neighboursInLane, wholeMessageRow } from './message.queries.ts';

/** A message with every column of its table. */
export type WholeMessage = Selectable<Database['message']>;

/**
 * Those of the messages that still wait to be carried out, have their lane to themselves, and that nobody else is at:
 * whole, in order of their lanes. Locked like `takeReceived`; on PostgreSQL with one question for all.
 */
export async function takeAlone(
  trx: AppTrx,
  messages: readonly { readonly sourceSystem: string; readonly messageId: string }[],
): Promise<WholeMessage[]> {
  if (trx.dialect === 'postgres') {
    const ids = messages.map(({ messageId }) => messageId);
    const systems = messages.map(({ sourceSystem }) => sourceSystem);
    const wanted = sql`unnest(${systems}::text[], ${ids}::text[]) as wanted (source_system, message_id)`;
    const neighbours = sql`select 1 from message n where n.source_system = m.source_system and n.lane = m.lane
      and (n.number < m.number and n.status in ('received', 'failed', 'parked')
        or n.number > m.number and n.status in ('accepted', 'failed', 'parked'))`;
    const taken = await sql<WholeMessage>`select m.* from message m join ${wanted}
      on m.source_system = wanted.source_system and m.message_id = wanted.message_id
      where m.status = 'received' and not exists (${neighbours})
      order by m.source_system, m.lane for update of m skip locked`.execute(trx.k);
    return taken.rows;
  }
  const alone: WholeMessage[] = [];
  for (const key of messages) {
    const row = await trx.one(wholeMessageRow.read, key);
    if (row?.status !== 'received') continue;
    const { lane, number } = row;
    const others = await trx.all(neighboursInLane, { sourceSystem: key.sourceSystem, lane, number });
    if (others.length === 0) alone.push(row);
  }
  return alone;
}
