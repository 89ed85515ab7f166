import { commandReference } from '#shared/command/envelope.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

const holdRow = lockingStatement<{ hold: string }>()((k, p) =>
  k.selectFrom('lot_hold').selectAll().where('hold', '=', p('hold')),
);

const holdOfCommand = statement<{ commandId: string }>()((k, p) =>
  k.selectFrom('lot_hold').select('hold').where('command_id', '=', p('commandId')),
);

/** A hold by its number or `command:<id>` of the command that placed it, locked; undefined where there is none. */
export async function lockHold(trx: AppTrx, text: string) {
  const commandId = commandReference(text);
  const hold = commandId === null ? text : ((await trx.one(holdOfCommand, { commandId }))?.hold ?? '');
  return trx.one(holdRow.lock[trx.dialect], { hold });
}

export const insertHold = statement<{
  hold: string;
  itemKey: string;
  lot: string;
  reason: string;
  note: string | null;
  by: string;
  at: number;
  commandId: string;
}>()((k, p) =>
  k.insertInto('lot_hold').values({
    hold: p('hold'),
    item_key: p('itemKey'),
    lot: p('lot'),
    status: 'active',
    reason: p('reason'),
    note: p('note'),
    placed_by: p('by'),
    placed_at: p('at'),
    command_id: p('commandId'),
    released_by: null,
    released_at: null,
    release_reason: null,
  }),
);

export const endHold = statement<{ hold: string; by: string; at: number; reason: string }>()((k, p) =>
  k
    .updateTable('lot_hold')
    .set({ status: 'released', released_by: p('by'), released_at: p('at'), release_reason: p('reason') })
    .where('hold', '=', p('hold')),
);
