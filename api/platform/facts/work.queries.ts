import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

const end = statement<{ id: string; status: string; to: string | null; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: p('status'), to_location: p('to'), closed_at: p('at'), version: eb('version', '+', 1) }))
    .where('id', '=', p('id'))
    .where('status', '=', 'open'),
);

const follow = statement<{ id: string; location: string }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ from_location: p('location'), version: eb('version', '+', 1) }))
    .where('id', '=', p('id')),
);

/** Work that is done (`to` is where the goods went) or has nothing left to do. Devices drop it. */
export async function endWork(
  trx: AppTrx,
  work: {
    readonly id: string;
    readonly warehouse: string;
    readonly status: 'closed' | 'cancelled';
    readonly to: string | null;
  },
): Promise<void> {
  await trx.one(end, { id: work.id, status: work.status, to: work.to, at: trx.now });
  trx.publish({ kind: 'thing', thing: 'work', key: work.id, warehouse: work.warehouse, deleted: true });
}

/** Work whose goods were carried to another dock. */
export async function moveWork(
  trx: AppTrx,
  work: { readonly id: string; readonly warehouse: string; readonly location: string },
): Promise<void> {
  await trx.one(follow, { id: work.id, location: work.location });
  trx.publish({ kind: 'thing', thing: 'work', key: work.id, warehouse: work.warehouse, deleted: false });
}
