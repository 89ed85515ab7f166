import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

export const skipLine = statement<{ work: string; line: number; reason: string | null }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'skipped', reason: p('reason') })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

export const pickCommand = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('command')
    .select(['id', 'type', 'operator', 'body', 'warehouse'])
    .where('id', '=', p('id'))
    .where('type', 'in', ['picking.pick', 'picking.short_pick', 'picking.substitute'])
    .where('outcome', '=', 'applied'),
);

/** What a command moved into hands, but for what was taken back already. */
export const entriesOfPick = entriesFor(['pick']);

/** How a command wrote goods off or set them apart, but for what was taken back already. */
export const entriesOfShortage = entriesFor(['adjust', 'status']);

function entriesFor(reasons: readonly string[]) {
  return statement<{ from: string; to: string }>()((k, p) =>
    k
      .selectFrom('ledger_entry as e')
      .selectAll('e')
      .where('e.id', '>=', p('from'))
      .where('e.id', '<', p('to'))
      .where('e.reason', 'in', [...reasons])
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('ledger_entry as c')
              .select('c.id')
              .whereRef('c.corrects', '=', 'e.id')
              .whereRef('c.reason', '=', 'e.reason'),
          ),
        ),
      )
      .orderBy('e.id'),
  );
}

/** Promises that a short pick made for the rest of its line. */
export const promisesOfRest = lockingStatement<{ from: string; to: string }>()((k, p) =>
  k
    .selectFrom('reservation')
    .select(['id', 'work_line'])
    .where('id', '>=', p('from'))
    .where('id', '<', p('to'))
    .orderBy('id'),
);

/** What of an order's line is released and has not left, and how much of that is promised. */
export const promisedOfLine = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .select((eb) => [
      eb('l.released_base', '-', eb.ref('l.shipped_base')).as('wanted_base'),
      eb
        .selectFrom('reservation as r')
        .select((sub) => sub.fn.coalesce(sub.fn.sum<number>('r.quantity_base'), sub.val(0)).as('sum'))
        .whereRef('r.order_key', '=', 'l.order_key')
        .whereRef('r.line_number', '=', 'l.line_number')
        .where('r.state', 'in', ['shipment', 'work', 'picked'])
        .as('promised_base'),
    ])
    .where('l.order_key', '=', p('orderKey'))
    .where('l.line_number', '=', p('line')),
);

export const countStatus = statement<{ id: string }>()((k, p) =>
  k.selectFrom('work').select('status').where('id', '=', p('id')),
);

export const cancelLine = statement<{ work: string; line: number }>()((k, p) =>
  k.updateTable('work_line').set({ status: 'cancelled' }).where('work', '=', p('work')).where('line', '=', p('line')),
);

export const reopenLine = statement<{ work: string; line: number }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'open', reason: null })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

/** Nothing of an order's line is missing any more. */
export const settleShortage = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set({ backorder_reason: null })
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

export const uncountPick = statement<{ work: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work_line')
    .set((eb) => ({ picked_base: eb('picked_base', '-', p('quantityBase')), status: 'open' }))
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

/** A line asks for goods of another lot, or on another plate, from now on. */
export const askFor = statement<{ work: string; line: number; lot: string; licensePlate: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ lot: p('lot'), license_plate: p('licensePlate') })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

/** Goods of a line stand loose at its place: whoever is sent for them need not look for their plate. */
export const leavePlate = statement<{ work: string; line: number }>()((k, p) =>
  k.updateTable('work_line').set({ license_plate: '' }).where('work', '=', p('work')).where('line', '=', p('line')),
);
