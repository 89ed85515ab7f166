import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { countType, openStatus } from './literals.ts';

/** What is to be counted: all of a place, an item wherever it is (`location` ''), or an item at a place. */
export interface ToCount {
  readonly warehouse: string;
  readonly location: string;
  readonly itemKey: string | null;
}

const openAt = lockingStatement<{ warehouse: string; location: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'item_key'])
    .where('type', '=', countType)
    .where('status', '=', openStatus)
    .where('warehouse', '=', p('warehouse'))
    .where('from_location', '=', p('location'))
    .orderBy('id'),
);

const insert = statement<ToCount & { id: string; commandId: string; at: number }>()((k, p) =>
  k.insertInto('work').values({
    id: p('id'),
    type: countType,
    warehouse: p('warehouse'),
    status: openStatus,
    license_plate: null,
    item_key: p('itemKey'),
    from_location: p('location'),
    to_location: null,
    quantity_base: 0,
    command_id: p('commandId'),
    created_at: p('at'),
    version: 1,
  }),
);

const end = statement<{ id: string; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: 'closed', closed_at: p('at'), version: eb('version', '+', 1) }))
    .where('id', '=', p('id')),
);

/** Open work that has just this counted; undefined for none. */
export async function countWorkFor(
  trx: AppTrx,
  { warehouse, location, itemKey }: ToCount,
): Promise<string | undefined> {
  const rows = await trx.all(openAt.lock[trx.dialect], { warehouse, location });
  return rows.find((row) => row.item_key === itemKey)?.id;
}

/** Sends somebody to count. Answers the work: what was open for it already, else new work with the id. */
export async function openCountWork(
  trx: AppTrx,
  asked: ToCount & { readonly id: string; readonly commandId: string },
): Promise<string> {
  const known = await countWorkFor(trx, asked);
  if (known !== undefined) return known;
  await trx.one(insert, { ...asked, at: trx.now });
  publishCountWork(trx, asked.warehouse, asked.id, false);
  return asked.id;
}

/** Nobody has to count it any more. */
export async function endCountWork(trx: AppTrx, warehouse: string, id: string): Promise<void> {
  await trx.one(end, { id, at: trx.now });
  publishCountWork(trx, warehouse, id, true);
}

/** Devices hear of work that was made, counted once more or done. */
export function publishCountWork(trx: AppTrx, warehouse: string, key: string, deleted: boolean): void {
  trx.publish({ kind: 'thing', thing: 'countWork', key, warehouse, deleted });
}
