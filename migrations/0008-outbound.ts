import type { Kysely } from 'kysely';
import { addColumns, createIndex, createTables } from './create-tables.ts';

/**
 * Goods that go out: orders with what is promised to them, shipments on loads, waves, the lines of pick work, cartons.
 *
 * A reservation is a part of one balance that belongs to an order line; the reserved part of a balance is the sum of its
 * reservations, always. It goes with the goods from the shelf to the truck and changes hands on the way: `order`,
 * `shipment`, `work`, `picked`. Once its goods are shipped it is the record of what went where (`shipped`), and counts
 * in no balance any more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'outbound_order',
      `order_key text primary key, source_system text not null, order_number text not null, warehouse text not null,
       order_type text not null, status text not null, priority bigint not null, ship_complete bigint not null,
       hold_codes text not null, cutoff_at bigint, ship_by bigint, consignee text not null, carrier text not null,
       message_id text, document text not null, created_at bigint not null, changed_at bigint not null,
       version bigint not null, unique (source_system, order_number)`,
    ],
    [
      'outbound_order_line',
      `order_key text not null, line_number bigint not null, item_key text not null, unit text not null,
       quantity text not null, quantity_base bigint not null, over_percent text not null, under_percent text not null,
       inventory_status text not null, owner text not null, lot text, serial text, sellable_days bigint,
       substitutes text not null, status text not null, reserved_base bigint not null default 0,
       released_base bigint not null default 0, picked_base bigint not null default 0,
       shipped_base bigint not null default 0, cancelled_base bigint not null default 0, backorder_reason text,
       expected_on text, document text not null, primary key (order_key, line_number)`,
    ],
    [
      'outbound_load',
      `load_number text primary key, warehouse text not null, status text not null, carrier text not null, door text,
       made_by text not null, created_at bigint not null, departs_at bigint, shipped_at bigint, version bigint not null,
       document text not null`,
    ],
    [
      'outbound_shipment',
      `shipment text primary key, load_number text not null, warehouse text not null, source_system text not null,
       wave text not null, status text not null, consignee text not null, carrier text not null, staging text,
       created_at bigint not null, confirmed_at bigint, version bigint not null`,
    ],
    [
      'outbound_shipment_line',
      `shipment text not null, order_key text not null, line_number bigint not null, quantity_base bigint not null,
       picked_base bigint not null default 0, shipped_base bigint not null default 0, status text not null,
       primary key (shipment, order_key, line_number)`,
      'clustered',
    ],
    [
      'reservation',
      `id text primary key, warehouse text not null, location text not null, item_key text not null, owner text not null,
       lot text not null, serial text not null, inventory_status text not null, license_plate text not null,
       quantity_base bigint not null check (quantity_base > 0), order_key text not null, line_number bigint not null,
       shipment text, work text, work_line bigint, state text not null, document_number text, entry_id text,
       reserved_at bigint not null`,
      'clustered',
    ],
    [
      'wave',
      `wave text primary key, warehouse text not null, name text not null, status text not null, template text,
       made_by text not null, created_at bigint not null, processed_at bigint, released_at bigint, ended_at bigint,
       version bigint not null, document text not null`,
    ],
    [
      'wave_order',
      `wave text not null, order_key text not null, status text not null, shortages text not null,
       primary key (wave, order_key)`,
      'clustered',
    ],
    [
      'wave_template',
      `warehouse text not null, code text not null, position bigint not null, template text not null,
       version bigint not null, primary key (warehouse, code)`,
    ],
    [
      'work_line',
      `work text not null, line bigint not null, status text not null, location text not null, license_plate text not null,
       item_key text not null, owner text not null, lot text not null, serial text not null,
       inventory_status text not null, quantity_base bigint not null, picked_base bigint not null default 0,
       unit text not null, walk_sequence bigint not null, shipment text, order_key text, order_line bigint,
       blocked_by text, reason text, primary key (work, line)`,
      'clustered',
    ],
    [
      'carton',
      `carton text primary key, shipment text not null, carton_type text not null, status text not null,
       location text not null, weight_grams bigint, tracking_number text, command_id text not null,
       opened_by text not null, opened_at bigint not null, closed_at bigint, version bigint not null`,
      'clustered',
    ],
  ]);
  await addColumns(db, columns);
  for (const [name, table, on, where] of indexes) await createIndex(db, name, table, on, where);
}

/** What pick work has besides: whom it is for, where it ranks, and its place on a trolley. */
const columns: readonly (readonly [table: string, column: string])[] = [
  ['work', 'order_key text'],
  ['work', 'shipment text'],
  ['work', 'wave text'],
  ['work', 'priority bigint'],
  ['work', 'zone text'],
  ['work', 'walk_sequence bigint'],
  ['work', 'trolley_position text'],
  ['work', 'target_plate text'],
];

const indexes: readonly (readonly [name: string, table: string, columns: string, where?: string])[] = [
  ['outbound_order_number', 'outbound_order', 'order_number'],
  ['outbound_order_open', 'outbound_order', 'warehouse, priority, ship_by', "status = 'open'"],
  ['outbound_line_item', 'outbound_order_line', 'item_key', "status = 'open'"],
  ['outbound_load_open', 'outbound_load', 'warehouse', "status not in ('shipped', 'cancelled')"],
  ['outbound_shipment_load', 'outbound_shipment', 'load_number'],
  ['outbound_shipment_wave', 'outbound_shipment', 'wave'],
  ['outbound_shipment_open', 'outbound_shipment', 'warehouse', "status not in ('shipped', 'cancelled')"],
  ['outbound_shipment_line_order', 'outbound_shipment_line', 'order_key, line_number'],
  ['reservation_order', 'reservation', 'order_key, line_number'],
  ['reservation_shipment', 'reservation', 'shipment', 'shipment is not null'],
  ['reservation_work', 'reservation', 'work, work_line', 'work is not null'],
  ['reservation_plate', 'reservation', 'license_plate', "license_plate <> '' and state <> 'shipped'"],
  ['reservation_place', 'reservation', 'warehouse, location, item_key', "state <> 'shipped'"],
  ['reservation_document', 'reservation', 'document_number', 'document_number is not null'],
  ['wave_open', 'wave', 'warehouse', "status not in ('completed', 'cancelled')"],
  ['wave_order_order', 'wave_order', 'order_key'],
  ['work_shipment', 'work', 'shipment', 'shipment is not null'],
  ['work_wave', 'work', 'wave', 'wave is not null'],
  ['work_pick', 'work', 'warehouse, priority, walk_sequence', "status = 'open' and type = 'pick'"],
  ['work_claimed', 'work', 'claimed_by', "status = 'open' and claimed_by is not null"],
  ['work_line_blocked', 'work_line', 'blocked_by', 'blocked_by is not null'],
  ['work_line_order', 'work_line', 'order_key, order_line', 'order_key is not null'],
  ['carton_shipment', 'carton', 'shipment'],
];
