import { badgeOfHands } from '#shared/ledger/location-type.ts';
import type { PickedGoods } from '#shared/ledger/put-back.ts';
import { isOneOf } from '../db/lists.ts';
import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { undoneLines, undoneWork } from './literals.ts';
import { reservationOf } from './reservations.queries.ts';

const pickedOfOrder = lockingStatement<{ orderKey: string }>('reservation')((k, p) =>
  k
    .selectFrom('reservation')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'reservation.warehouse').onRef('l.code', '=', 'reservation.location'),
    )
    .leftJoin('carton as c', 'c.carton', 'reservation.license_plate')
    .selectAll('reservation')
    .select(['l.type as location_type', 'c.carton'])
    .where('reservation.order_key', '=', p('orderKey'))
    .where('reservation.state', '=', 'picked')
    .orderBy('reservation.id'),
);

/** What is meant of orders; everything that is left out is not asked for. */
export interface PickedOf {
  readonly work?: string;
  readonly shipments?: readonly string[];
}

/** What was picked for orders and has not left, with where it is; locked. The orders are locked by the caller. */
export async function lockPickedOf(
  trx: AppTrx,
  orders: Iterable<string>,
  { work, shipments }: PickedOf = {},
): Promise<PickedGoods[]> {
  const goods: PickedGoods[] = [];
  for (const orderKey of orders) {
    for (const row of await trx.all(pickedOfOrder.lock[trx.dialect], { orderKey })) {
      const isMeant =
        (work === undefined || row.work === work) &&
        (shipments === undefined || (row.shipment !== null && shipments.includes(row.shipment)));
      const isLoaded = row.location_type === 'door';
      if (isMeant) goods.push({ ...reservationOf(row), carton: row.carton, isLoaded });
    }
  }
  return goods;
}

/** Where the lines of some work sent somebody, and what for. */
export const originsOf = statement<{ works: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('work_line')
    .select(['work', 'line', 'location', 'license_plate', 'item_key', 'unit', 'walk_sequence'])
    .where(isOneOf(dialect, 'work', p('works'))),
);

/**
 * Goods that were picked for a line of an order are not on their way to it any more. What of them came straight from the
 * dock may come from there again.
 */
export const uncountOfOrder = statement<{
  orderKey: string;
  line: number;
  quantityBase: number;
  crossDockedBase: number;
}>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({
      released_base: eb('released_base', '-', p('quantityBase')),
      picked_base: eb('picked_base', '-', p('quantityBase')),
      cross_docked_base: eb('cross_docked_base', '-', p('crossDockedBase')),
    }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** A line of work of which nothing is picked any more is cancelled; it keeps its quantity, to tell of. */
export const uncountOfWork = statement<{ work: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work_line')
    .set((eb) => ({
      picked_base: eb('picked_base', '-', p('quantityBase')),
      status: eb.case().when('picked_base', '=', p('quantityBase')).then('cancelled').else(eb.ref('status')).end(),
    }))
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

/** Work that has nothing left to fetch, and whose goods are all on their way back. Who had it stays known. */
export const cancelWorkGivenBack = statement<{ work: string; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: 'cancelled', closed_at: p('at'), version: eb('version', '+', 1) }))
    .where('id', '=', p('work'))
    .where('status', 'in', undoneWork)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('work_line as l')
            .select('l.line')
            .where('l.work', '=', p('work'))
            .where('l.status', 'in', undoneLines),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('reservation as r').select('r.id').where('r.work', '=', p('work')))),
    )
    .returning('id'),
);

const giveTo = statement<{ work: string; badge: string; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set({ claimed_by: p('badge'), claimed_at: p('at') })
    .where('id', '=', p('work')),
);

/** Goods in somebody's hands are brought back by whoever has them; others by whoever takes the work. */
export async function giveToHolder(trx: AppTrx, work: string, location: string): Promise<void> {
  const badge = badgeOfHands(location);
  if (badge !== null) await trx.one(giveTo, { work, badge, at: trx.now });
}
