import type { PickWorkType } from '#shared/ledger/pick-work.ts';
import { statement } from '../db/statement.ts';

/** Work that is done in one walk, its stops left out: see `PickWorkType`. */
export const insertWalk = statement<{
  id: string;
  type: PickWorkType;
  warehouse: string;
  status: 'held' | 'open';
  location: string;
  /** The pick face; null for a pick. */
  face: string | null;
  quantityBase: number;
  commandId: string;
  /** Null where it is for several orders, or none. */
  orderKey: string | null;
  shipment: string | null;
  /** Null: somebody asked for it. */
  wave: string | null;
  priority: number;
  zone: string;
  walkSequence: number;
  at: number;
}>()((k, p) =>
  k.insertInto('work').values({
    id: p('id'),
    type: p('type'),
    warehouse: p('warehouse'),
    status: p('status'),
    license_plate: null,
    item_key: null,
    from_location: p('location'),
    to_location: null,
    planned_location: p('face'),
    quantity_base: p('quantityBase'),
    command_id: p('commandId'),
    created_at: p('at'),
    version: 1,
    order_key: p('orderKey'),
    shipment: p('shipment'),
    wave: p('wave'),
    priority: p('priority'),
    zone: p('zone'),
    walk_sequence: p('walkSequence'),
  }),
);

/** A stop of work: what is taken where, and for which order line. */
export const insertWorkLine = statement<{
  work: string;
  line: number;
  location: string;
  licensePlate: string;
  itemKey: string;
  owner: string;
  lot: string;
  serial: string;
  inventoryStatus: string;
  quantityBase: number;
  unit: string;
  walkSequence: number;
  shipment: string | null;
  /** Null: it is fetched for no order, but for a pick face. */
  orderKey: string | null;
  orderLine: number | null;
  /** The replenishment that has to bring the goods first. */
  blockedBy: string | null;
}>()((k, p) =>
  k.insertInto('work_line').values({
    work: p('work'),
    line: p('line'),
    status: 'open',
    location: p('location'),
    license_plate: p('licensePlate'),
    item_key: p('itemKey'),
    owner: p('owner'),
    lot: p('lot'),
    serial: p('serial'),
    inventory_status: p('inventoryStatus'),
    quantity_base: p('quantityBase'),
    unit: p('unit'),
    walk_sequence: p('walkSequence'),
    shipment: p('shipment'),
    order_key: p('orderKey'),
    order_line: p('orderLine'),
    blocked_by: p('blockedBy'),
    reason: null,
  }),
);

/** The last line that work has; its next has the number behind it. */
export const highestLine = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line')
    .select((eb) => eb.fn.max('line').as('line'))
    .where('work', '=', p('work')),
);
