import type { Kysely } from 'kysely';
import { commandReference } from '#shared/command/envelope.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import type { Database } from '../platform/db/schema.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';
import { none, rowByRow, shippedState } from '../platform/facts/literals.ts';
import type { AppTrx } from '../platform/store.ts';
import { placedColumns } from './stock-line.ts';

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

/** Holds with what people know their lots by, the newest first. */
export const holdsWith = statement<{ status: string; limit: number }>()((k, p) =>
  holds(k)
    .where('h.status', '=', p('status'))
    .orderBy('h.placed_at', 'desc')
    .orderBy('h.hold', 'desc')
    .limit(p('limit')),
);

export const holdWithNumber = statement<{ hold: string }>()((k, p) => holds(k).where('h.hold', '=', p('hold')));

export type HoldRow = RowOf<typeof holdWithNumber>;

function holds(k: Kysely<Database>) {
  return k
    .selectFrom('lot_hold as h')
    .leftJoin('item as i', 'i.item_key', 'h.item_key')
    .leftJoin('lot as l', (join) => join.onRef('l.item_key', '=', 'h.item_key').onRef('l.lot', '=', 'h.lot'))
    .selectAll('h')
    .select(['i.description', 'l.expiry_date']);
}

/** All there is of a lot, in every warehouse, in walking order. */
export const stockOfLot = statement<{ itemKey: string; lot: string }>()((k, p) =>
  k
    .selectFrom('balance as b')
    .innerJoin('item as i', 'i.item_key', 'b.item_key')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'b.warehouse').onRef('l.code', '=', 'b.location'),
    )
    .leftJoin('lot as t', (join) => join.onRef('t.item_key', '=', 'b.item_key').onRef('t.lot', '=', 'b.lot'))
    .select('b.warehouse')
    .select(placedColumns)
    .where('b.item_key', '=', p('itemKey'))
    .where(rowByRow('b.lot'), '=', p('lot'))
    .where('b.quantity_base', '<>', 0)
    .orderBy('b.warehouse')
    .orderBy('l.walk_sequence')
    .orderBy('b.location')
    .orderBy('b.license_plate')
    .orderBy('b.serial'),
);

/** Word for word the conditions of the index `reservation_shipped_lot`. */
export const warehousesThatShipped = statement<{ itemKey: string; lot: string }>()((k, p) =>
  k
    .selectFrom('reservation')
    .select('warehouse')
    .distinct()
    .where('lot', '=', p('lot'))
    .where('lot', '<>', none)
    .where('item_key', '=', p('itemKey'))
    .where('state', '=', shippedState)
    .orderBy('warehouse'),
);
