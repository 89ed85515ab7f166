import type { RawBuilder } from 'kysely';
import { handsOf } from '#shared/ledger/location-type.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { openStatus, pickType, putBackType, replenishType, rowByRow, undoneLines } from '../platform/facts/literals.ts';
import { isNumbered } from '../platform/facts/outbound-orders.queries.ts';
import { pickWorkColumns } from '../platform/facts/pick-work.queries.ts';

export const workOfShipment = lockingStatement<{ shipment: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(pickWorkColumns)
    .where('shipment', '=', p('shipment'))
    .where('warehouse', '=', p('warehouse'))
    .orderBy('id'),
);

export const shipmentsOfOrder = statement<{ order: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select('l.shipment')
    .distinct()
    .where(isNumbered('o', p('order')))
    .where(rowByRow('o.warehouse'), '=', p('warehouse'))
    .orderBy('l.shipment'),
);

export const shipmentExists = statement<{ shipment: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select('shipment')
    .where('shipment', '=', p('shipment'))
    .where('warehouse', '=', p('warehouse')),
);

export const orderExists = statement<{ order: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select('order_key')
    .where(isNumbered('outbound_order', p('order')))
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .limit(1),
);

export const holdsOfOrder = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('outbound_order').select(['hold_codes', 'order_number']).where('order_key', '=', p('orderKey')),
);

/**
 * Open work that is due, the most urgent first; of the same urgency what begins at or behind `from` on the walk, then
 * the rest. Of a zone, work with something to be taken there. Work of which nothing can be picked yet, and that of orders
 * on hold, is left out; work whose claim began before `expired` counts as free.
 */
export const nextWork = {
  pick: nextOfType(pickType),
  replenish: nextOfType(replenishType),
  put_back: nextOfType(putBackType),
} as const;

/** Only whoever has goods in hand can bring them back, or somebody who is given them by name. */
const atHand = `${handsOf('')}%`;

function nextOfType(type: RawBuilder<string>) {
  return lockingStatement<{
    warehouse: string;
    zone: string;
    operator: string;
    expired: number;
    from: number;
    count: number;
  }>('work')((k, p) =>
    k
      .selectFrom('work')
      .select(pickWorkColumns)
      .where('warehouse', '=', p('warehouse'))
      .where('type', '=', type)
      .where('status', '=', openStatus)
      .where((eb) =>
        eb.or([
          eb('claimed_by', 'is', null),
          eb('claimed_by', '=', p('operator')),
          eb('claimed_at', '<', p('expired')),
        ]),
      )
      .where((eb) => eb.or([eb('claimed_by', '=', p('operator')), eb('from_location', 'not like', atHand)]))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('work_line')
            .select('work_line.line')
            .whereRef('work_line.work', '=', 'work.id')
            .where('work_line.status', 'in', undoneLines)
            .where('work_line.blocked_by', 'is', null)
            .where((line) =>
              line.or([
                line(p('zone'), '=', ''),
                line.exists(
                  line
                    .selectFrom('location as at')
                    .select('at.code')
                    .whereRef('at.warehouse', '=', 'work.warehouse')
                    .whereRef('at.code', '=', 'work_line.location')
                    .where('at.zone', '=', p('zone')),
                ),
              ]),
            ),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('outbound_order as o')
              .select('o.order_key')
              .whereRef('o.order_key', '=', 'work.order_key')
              .where('o.hold_codes', '<>', '[]'),
          ),
        ),
      )
      .orderBy((eb) => eb.case().when('claimed_by', '=', p('operator')).then(0).else(1).end())
      .orderBy('priority')
      .orderBy((eb) => eb.case().when('walk_sequence', '>=', p('from')).then(0).else(1).end())
      .orderBy('walk_sequence')
      .orderBy('id')
      .limit((eb) => eb.cast(p('count'), 'integer')),
  );
}

export const setClaim = statement<{ id: string; by: string | null; at: number | null; position: string | null }>()(
  (k, p) =>
    k
      .updateTable('work')
      .set((eb) => ({
        claimed_by: p('by'),
        claimed_at: p('at'),
        trolley_position: p('position'),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', p('id')),
);
