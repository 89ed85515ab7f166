import { pickWorkTypes } from '#shared/ledger/pick-work.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';
import { rowByRow, undoneLines } from '../platform/facts/literals.ts';

export const claimedWorks = statement<{ ids: readonly string[]; warehouse: string }>()((k, p, dialect) =>
  k
    .selectFrom('work as w')
    .leftJoin('outbound_order as o', 'o.order_key', 'w.order_key')
    .leftJoin('outbound_shipment as s', 's.shipment', 'w.shipment')
    .select([
      'w.id',
      'w.type',
      'w.status',
      'w.order_key',
      'w.shipment',
      'w.wave',
      'w.priority',
      'w.zone',
      'w.claimed_by',
      'w.claimed_at',
      'w.trolley_position',
      'w.target_plate',
      'w.to_location',
      'w.planned_location',
      'w.from_location',
      'o.order_number',
      'o.document',
      's.load_number',
      's.staging',
    ])
    .where(isOneOf(dialect, 'w.id', p('ids')))
    .where(rowByRow('w.warehouse'), '=', p('warehouse'))
    .where('w.type', 'in', pickWorkTypes)
    .where('w.status', '=', 'open')
    .where('w.claimed_by', 'is not', null),
);

interface OfWorks {
  readonly works: readonly string[];
}

export const linesShown = statement<OfWorks>()((k, p, dialect) =>
  k
    .selectFrom('work_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .leftJoin('item_unit as u', (join) => join.onRef('u.item_key', '=', 'l.item_key').onRef('u.unit', '=', 'l.unit'))
    .leftJoin('lot', (join) => join.onRef('lot.item_key', '=', 'l.item_key').onRef('lot.lot', '=', 'l.lot'))
    .leftJoin('outbound_order_line as o', (join) =>
      join.onRef('o.order_key', '=', 'l.order_key').onRef('o.line_number', '=', 'l.order_line'),
    )
    .leftJoin('outbound_order as h', 'h.order_key', 'l.order_key')
    .selectAll('l')
    .select([
      'i.number',
      'i.source_system',
      'i.description',
      'i.base_unit',
      'i.decimals',
      'u.numerator',
      'u.denominator',
      'lot.expiry_date',
      'o.lot as ordered_lot',
      'o.serial as ordered_serial',
      'o.substitutes',
      'h.hold_codes',
      'h.order_number',
    ])
    .where(isOneOf(dialect, 'l.work', p('works')))
    .orderBy('l.line'),
);

/** How many lines wait for what pieces of work bring; none for those that no line waits for. */
export const linesWaitingFor = statement<OfWorks>()((k, p, dialect) =>
  k
    .selectFrom('work_line')
    .select((eb) => ['blocked_by', eb.fn.countAll<number>().as('lines')])
    .where(isOneOf(dialect, 'blocked_by', p('works')))
    .where('status', 'in', undoneLines)
    .groupBy('blocked_by'),
);

/** How much of what pieces of work bring is promised; none for those that nobody waits for. */
export const promisedOfBrought = statement<OfWorks>()((k, p, dialect) =>
  k
    .selectFrom('reservation')
    .select((eb) => ['brought_by', eb.fn.sum<number>('quantity_base').as('quantity_base')])
    .where(isOneOf(dialect, 'brought_by', p('works')))
    .groupBy('brought_by'),
);

/** What goods that are brought back stand on, by the line that brings them. */
export const platesBroughtBack = statement<OfWorks>()((k, p, dialect) =>
  k
    .selectFrom('reservation')
    .select((eb) => ['work', 'work_line', eb.fn.max<string>('license_plate').as('license_plate')])
    .where(isOneOf(dialect, 'work', p('works')))
    .groupBy(['work', 'work_line']),
);
