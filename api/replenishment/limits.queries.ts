import type { OwnLimit } from '#shared/replenishment/limits.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

interface Face {
  readonly warehouse: string;
  readonly location: string;
}

const limitsOfFace = statement<Face>()((k, p) =>
  k
    .selectFrom('face_limit')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .orderBy('item_key'),
);

/** What people set for a place, in the order of its items. */
export async function limitsAt(read: Runner, face: Face): Promise<OwnLimit[]> {
  return (await read.all(limitsOfFace, face)).map((row) => ({
    ...{ location: row.location, item: row.item_key },
    ...{ minimumBase: row.minimum_base, maximumBase: row.maximum_base },
  }));
}

const forget = statement<Face>()((k, p) =>
  k.deleteFrom('face_limit').where('warehouse', '=', p('warehouse')).where('location', '=', p('location')),
);

const insert = statement<Face & { itemKey: string; minimumBase: number; maximumBase: number; at: number }>()((k, p) =>
  k.insertInto('face_limit').values({
    warehouse: p('warehouse'),
    location: p('location'),
    item_key: p('itemKey'),
    minimum_base: p('minimumBase'),
    maximum_base: p('maximumBase'),
    changed_at: p('at'),
  }),
);

/** Sets the limits of a place, all of them. The place is locked by the caller. */
export async function keepLimits(trx: AppTrx, face: Face, limits: readonly OwnLimit[]): Promise<void> {
  await trx.one(forget, face);
  for (const { item: itemKey, minimumBase, maximumBase } of limits) {
    await trx.one(insert, { ...face, itemKey, minimumBase, maximumBase, at: trx.now });
  }
}
