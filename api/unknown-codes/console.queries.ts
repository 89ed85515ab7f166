import { statement } from '../platform/db/statement.ts';

/** Codes of a status that were seen in a warehouse, the last seen first. */
export const codesSeenIn = statement<{ warehouse: string; status: string; limit: number }>()((k, p) =>
  k
    .selectFrom('unknown_code as u')
    .leftJoin('item as i', 'i.item_key', 'u.item_key')
    .selectAll('u')
    .select(['i.number', 'i.description'])
    .where('u.status', '=', p('status'))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('unknown_code_sighting as s')
          .select('s.id')
          .whereRef('s.code', '=', 'u.code')
          .where('s.warehouse', '=', p('warehouse')),
      ),
    )
    .orderBy('u.last_seen_at', 'desc')
    .orderBy('u.code')
    .limit(p('limit')),
);

export const sightingsOf = statement<{ code: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('unknown_code_sighting')
    .selectAll()
    .where('code', '=', p('code'))
    .where('warehouse', '=', p('warehouse'))
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(5),
);
