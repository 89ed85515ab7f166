import type { Kysely } from 'kysely';
import { createIndex, createTables } from './create-tables.ts';

/**
 * The foundation: people and sites, master data, inbox and orders, ledger and balances, documents, and the published
 * side (feeds, chain). Instants are integers (ms since 1970, UTC), quantities integers of the item's smallest step,
 * dates `YYYY-MM-DD` text, structures JSON text. An empty string stands for "none" inside keys.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    // ── the program itself ────────────────────────────────────────────────────────────────────────────────────
    ['setting', 'name text primary key, value text not null'],
    ['counter', 'name text primary key, value bigint not null'],

    // ── people and devices ────────────────────────────────────────────────────────────────────────────────────
    [
      'person',
      `badge text primary key, name text not null, language text not null, pin_hash text, password_hash text,
       roles text not null, failed_attempts bigint not null default 0, locked_until bigint, version bigint not null`,
    ],
    [
      'device',
      `id text primary key, enrolled_at bigint not null, last_sequence bigint not null default 0,
       last_contact_at bigint not null, waiting_commands bigint not null default 0, revoked_at bigint,
       sscc_from bigint, sscc_to bigint`,
    ],
    [
      'session',
      `id text primary key, token_hash text not null unique, badge text not null, device text not null,
       created_at bigint not null, expires_at bigint not null, ended_at bigint, revoked_at bigint`,
    ],
    [
      'api_key',
      `id text primary key, hash text not null unique, name text not null, source_system text, scopes text not null,
       created_at bigint not null, expires_at bigint, revoked_at bigint`,
    ],

    // ── sites ─────────────────────────────────────────────────────────────────────────────────────────────────
    ['warehouse', 'code text primary key, name text not null, time_zone text not null, version bigint not null'],
    [
      'location',
      `warehouse text not null, code text not null, type text not null, zone text not null, walk_sequence bigint not null,
       check_digit text not null, capacity_plates bigint, mixed_items bigint not null, mixed_lots bigint not null,
       fixed_item text, active bigint not null, version bigint not null, primary key (warehouse, code)`,
    ],

    // ── master data ───────────────────────────────────────────────────────────────────────────────────────────
    [
      'source_system',
      'code text primary key, name text not null, settings text not null, warehouses text not null, owners text not null, version bigint not null',
    ],
    [
      'item',
      `item_key text primary key, source_system text not null, number text not null, description text not null,
       base_unit text not null, decimals bigint not null, lot_tracked bigint not null, serial_tracked bigint not null,
       expiry_tracked bigint not null, shelf_life_days bigint, unit_cost text, abc_class text, status text not null,
       document text not null, version bigint not null, changed_at bigint not null, unique (source_system, number)`,
    ],
    [
      'item_unit',
      `item_key text not null, unit text not null, numerator bigint not null, denominator bigint not null,
       primary key (item_key, unit)`,
    ],
    [
      'item_barcode',
      `code text not null, item_key text not null, unit text not null, quantity text not null,
       primary key (code, item_key)`,
    ],
    ['lot', 'item_key text not null, lot text not null, expiry_date text, primary key (item_key, lot)'],
    [
      'party',
      `source_system text not null, account text not null, kind text not null, document text not null,
       changed_at bigint not null, primary key (source_system, account)`,
    ],

    // ── inbox and orders ──────────────────────────────────────────────────────────────────────────────────────
    [
      'message',
      `source_system text not null, message_id text not null, number bigint not null unique, type text not null,
       operation text not null, lane text not null, body text not null, content_hash text not null, status text not null,
       errors text not null, waiting_for text, order_number text, replaces text, replaced_by text, superseded_by text,
       origin text not null, received_at bigint not null, processed_at bigint, attempts bigint not null default 0,
       primary key (source_system, message_id)`,
    ],
    [
      'missing_item',
      `item_key text not null, source_system text not null, message_id text not null,
       primary key (item_key, source_system, message_id)`,
      'clustered',
    ],
    [
      'inbound_order',
      `order_key text primary key, source_system text not null, order_number text not null, warehouse text not null,
       order_type text not null, status text not null, message_id text, document text not null, created_at bigint not null,
       changed_at bigint not null, version bigint not null, unique (source_system, order_number)`,
    ],
    [
      'inbound_order_line',
      `order_key text not null, line_number bigint not null, item_key text not null, unit text not null,
       quantity text not null, quantity_base bigint not null, over_percent text not null, under_percent text not null,
       inventory_status text not null, owner text not null, lot text, status text not null,
       registered_base bigint not null default 0, received_base bigint not null default 0, document text not null,
       primary key (order_key, line_number)`,
    ],
    [
      'inbound_load',
      `load_number text primary key, warehouse text not null, status text not null, source_system text not null,
       created_at bigint not null, completed_at bigint, completed_by_device text, version bigint not null`,
    ],
    [
      'inbound_shipment',
      `load_number text not null, order_key text not null, shipment text not null, primary key (load_number, order_key)`,
    ],
    [
      'inbound_load_line',
      `load_number text not null, order_key text not null, line_number bigint not null, expected_base bigint not null,
       over_percent text not null, registered_base bigint not null default 0,
       primary key (load_number, order_key, line_number)`,
    ],

    // ── the floor ─────────────────────────────────────────────────────────────────────────────────────────────
    [
      'license_plate',
      `number text primary key, warehouse text not null, parent text, command_id text, created_at bigint not null`,
      'clustered',
    ],
    [
      'registration',
      `id text primary key, command_id text not null, load_number text not null, order_key text not null,
       line_number bigint not null, item_key text not null, owner text not null, lot text, serial text,
       inventory_status text not null, license_plate text not null, location text not null, quantity_base bigint not null,
       entry_id text not null, status text not null, document_number text, occurred_at bigint not null`,
      'clustered',
    ],
    [
      'work',
      `id text primary key, type text not null, warehouse text not null, status text not null, license_plate text,
       item_key text, from_location text not null, to_location text, quantity_base bigint not null, command_id text not null,
       created_at bigint not null, closed_at bigint, version bigint not null`,
      'clustered',
    ],

    // ── commands and what a person has to decide ──────────────────────────────────────────────────────────────
    [
      'command',
      `id text primary key, type text not null, version bigint not null, device text not null, sequence bigint,
       warehouse text not null, operator text not null, session text, occurred_at bigint not null,
       received_at bigint not null, caused_by text, content_hash text not null, body text not null,
       outcome text not null, result text, problem text`,
    ],
    [
      'exception_case',
      `id text primary key, kind text not null, warehouse text not null, command_id text not null, status text not null,
       problem text not null, opened_at bigint not null, resolved_at bigint, resolved_by text, action text, reason text,
       result text`,
    ],
    [
      'idempotency_key',
      `holder text not null, key text not null, request_hash text not null, status bigint not null, body text not null,
       content_type text not null, created_at bigint not null, primary key (holder, key)`,
    ],

    // ── the ledger ────────────────────────────────────────────────────────────────────────────────────────────
    [
      'ledger_entry',
      `id text primary key, command_id text not null, warehouse text not null, item_key text not null, owner text not null,
       lot text, serial text, quantity_base bigint not null check (quantity_base > 0), from_location text not null,
       from_plate text, from_status text not null, to_location text not null, to_plate text, to_status text not null,
       reason text not null, reason_code text, corrects text, coverage text, operator text not null,
       device text not null, occurred_at bigint not null, recorded_at bigint not null`,
      'clustered',
    ],
    [
      'balance',
      `warehouse text not null, location text not null, item_key text not null, owner text not null, lot text not null,
       serial text not null, inventory_status text not null, license_plate text not null,
       quantity_base bigint not null check (quantity_base >= 0), reserved_base bigint not null default 0,
       primary key (warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate)`,
      'clustered',
    ],

    // ── documents ─────────────────────────────────────────────────────────────────────────────────────────────
    [
      'document',
      `kind text not null, number text not null, version bigint not null, active bigint not null,
       supersedes bigint, posting_status text not null, source_system text not null, warehouse text not null,
       body text not null, made_at bigint not null, command_id text not null,
       acknowledged_at bigint, acknowledgement text, primary key (number, version)`,
    ],
    ['coverage', 'id text primary key, kind text not null, state text not null, document_number text', 'clustered'],

    // ── the published side: written where positions are given, and only there ─────────────────────────────────
    ['outbox', 'id bigint_identity, at bigint not null, row_json text not null'],
    ['feed_head', 'id bigint primary key, position bigint not null, chain_hash text not null, last_at bigint not null'],
    [
      'feed_entry',
      `position bigint primary key, feed text not null, source_system text not null, warehouse text not null,
       subject text not null, version bigint not null, at bigint not null, body text not null`,
    ],
    [
      'inventory_delta',
      `position bigint primary key, source_system text not null, warehouse text not null, item_key text not null,
       warehouse_level bigint not null, at bigint not null, location text not null, owner text not null,
       lot text not null, inventory_status text not null, quantity_base bigint not null, on_hand_after text,
       location_on_hand_after text not null, coverage text, body text not null`,
    ],
    [
      'published_balance',
      `location text not null, warehouse text not null, item_key text not null, owner text not null, lot text not null,
       inventory_status text not null, quantity_base bigint not null,
       primary key (location, warehouse, item_key, owner, lot, inventory_status)`,
      'clustered',
    ],
    [
      'thing_change',
      `kind text not null, thing_key text not null, warehouse text not null, position bigint not null,
       deleted bigint not null, primary key (kind, thing_key, warehouse)`,
      'clustered',
    ],
    ['chain', 'position bigint primary key, kind text not null, subject text not null, hash text not null'],
    [
      'audit',
      `id text primary key, at bigint not null, actor text not null, action text not null, subject text not null,
       before_json text, after_json text, command_id text`,
    ],
  ]);
  await createIndexes(db);
  const nothingPublished = { id: 1, position: 0, chain_hash: '0'.repeat(64), last_at: 0 };
  await (db as Kysely<{ feed_head: typeof nothingPublished }>)
    .insertInto('feed_head')
    .values(nothingPublished)
    .execute();
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  const indexes: [name: string, table: string, columns: string, where?: string][] = [
    ['command_sequence', 'command', 'device, sequence'],
    ['command_held', 'exception_case', 'warehouse, status'],
    ['item_barcode_item', 'item_barcode', 'item_key'],
    ['message_lane', 'message', 'source_system, lane, number'],
    ['message_waiting', 'message', 'status, number', "status in ('received', 'parked')"],
    ['message_status', 'message', 'source_system, status, number'],
    ['missing_item_message', 'missing_item', 'source_system, message_id'],
    ['idempotency_key_age', 'idempotency_key', 'created_at'],
    ['order_number', 'inbound_order', 'order_number'],
    ['order_status', 'inbound_order', 'warehouse, status'],
    ['order_line_item', 'inbound_order_line', 'order_key, item_key'],
    ['shipment_order', 'inbound_shipment', 'order_key'],
    ['load_line_order', 'inbound_load_line', 'order_key, line_number'],
    ['registration_load', 'registration', 'load_number, order_key'],
    ['plate_parent', 'license_plate', 'parent', 'parent is not null'],
    ['work_open_plate', 'work', 'license_plate', "status = 'open'"],
    ['work_open', 'work', 'warehouse, type', "status = 'open'"],
    ['work_open_loose', 'work', 'item_key, from_location', "status = 'open' and license_plate is null"],
    ['item_number', 'item', 'number'],
    ['location_receiving', 'location', 'warehouse, walk_sequence', "type = 'receiving'"],
    ['location_walk', 'location', 'warehouse, walk_sequence'],
    ['location_fixed_item', 'location', 'fixed_item', 'fixed_item is not null'],
    ['ledger_from', 'ledger_entry', 'from_location, item_key', "substr(from_location, 1, 1) <> '@'"],
    ['ledger_from_plate', 'ledger_entry', 'from_plate', 'from_plate is not null'],
    ['ledger_to', 'ledger_entry', 'to_location', "substr(from_location, 1, 1) <> '@'"],
    ['balance_item', 'balance', 'item_key, warehouse'],
    ['balance_plate', 'balance', 'license_plate', "license_plate <> ''"],
    ['document_kind', 'document', 'kind, number'],
    ['document_made', 'document', 'warehouse, made_at'],
    ['document_unacknowledged', 'document', 'warehouse, made_at', 'acknowledged_at is null'],
    ['load_open', 'inbound_load', 'warehouse', "status = 'open'"],
    ['feed_entry_feed', 'feed_entry', 'feed, source_system, position'],
    ['delta_warehouse_level', 'inventory_delta', 'position', 'warehouse_level = 1'],
    ['thing_change_position', 'thing_change', 'position'],
    ['session_badge', 'session', 'badge'],
  ];
  for (const [name, table, columns, where] of indexes) await createIndex(db, name, table, columns, where);
}
