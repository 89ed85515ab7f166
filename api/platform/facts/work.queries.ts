import type { WorkStatus } from '#shared/ledger/work.machine.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { openStatus } from './literals.ts';

const end = statement<{ id: string; status: WorkStatus; to: string | null; at: number }>()((k, p) =>
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

const open = statement<{
  id: string;
  warehouse: string;
  licensePlate: string | null;
  itemKey: string | null;
  location: string;
  commandId: string;
  at: number;
}>()((k, p) =>
  k.insertInto('work').values({
    id: p('id'),
    type: 'putaway',
    warehouse: p('warehouse'),
    status: openStatus,
    license_plate: p('licensePlate'),
    item_key: p('itemKey'),
    from_location: p('location'),
    to_location: null,
    quantity_base: 0,
    command_id: p('commandId'),
    created_at: p('at'),
    version: 1,
  }),
);

/** Goods wait at a dock: a plate with all that is on it, or the loose goods of an item. */
export async function openWork(
  trx: AppTrx,
  work: {
    readonly id: string;
    readonly warehouse: string;
    readonly licensePlate: string | null;
    readonly itemKey: string | null;
    readonly location: string;
    readonly commandId: string;
  },
): Promise<void> {
  await trx.later(open, { ...work, at: trx.now });
  trx.publish({ kind: 'thing', thing: 'work', key: work.id, warehouse: work.warehouse, deleted: false });
}

/** Work that is done (`to` is where the goods went) or has nothing left to do. Devices drop it. */
export async function endWork(
  trx: AppTrx,
  work: {
    readonly id: string;
    readonly warehouse: string;
    readonly status: Exclude<WorkStatus, 'open'>;
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
