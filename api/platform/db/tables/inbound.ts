import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** The inbox, inbound orders, loads, notices and registrations. Columns are documented in the migrations. */
export interface InboundTables {
  message: {
    source_system: string;
    message_id: string;
    number: number;
    type: string;
    operation: string;
    lane: string;
    body: string;
    content_hash: string;
    status: string;
    errors: string;
    waiting_for: string | null;
    order_number: string | null;
    replaces: string | null;
    replaced_by: string | null;
    superseded_by: string | null;
    origin: string;
    received_at: number;
    processed_at: number | null;
    attempts: Generated<number>;
  };
  missing_item: { item_key: string; source_system: string; message_id: string };
  missing_order: { order_key: string; source_system: string; message_id: string };
  inbound_order: {
    order_key: string;
    source_system: string;
    order_number: string;
    warehouse: string;
    order_type: string;
    status: string;
    message_id: string | null;
    document: string;
    created_at: number;
    changed_at: number;
    version: number;
  };
  inbound_order_line: {
    order_key: string;
    line_number: number;
    item_key: string;
    unit: string;
    quantity: string;
    quantity_base: number;
    over_percent: string;
    under_percent: string;
    inventory_status: string;
    owner: string;
    lot: string | null;
    status: string;
    registered_base: Generated<number>;
    received_base: Generated<number>;
    document: string;
    /** The tag that outbound lines point to. */
    cross_dock_source: Generated<string | null>;
  };
  inbound_load: {
    load_number: string;
    warehouse: string;
    status: string;
    source_system: string;
    created_at: number;
    completed_at: number | null;
    completed_by_device: string | null;
    version: number;
    made_by: Generated<string>;
    shipped_at: number | null;
    document: Generated<string>;
  };
  inbound_shipment: { load_number: string; order_key: string; shipment: string };
  inbound_load_line: {
    load_number: string;
    order_key: string;
    line_number: number;
    expected_base: number;
    over_percent: string;
    registered_base: Generated<number>;
    over_overridden: Generated<Flag>;
  };
  advance_notice: {
    load_number: string;
    source_system: string;
    message_id: string;
    document: string;
    created_at: number;
    changed_at: number;
    version: number;
  };
  expected_plate: { license_plate: string; load_number: string; shipment: string; parent: string | null };
  expected_line: {
    license_plate: string;
    load_number: string;
    position: number;
    order_key: string;
    line_number: number;
    item_key: string;
    unit: string;
    quantity: string;
    quantity_base: number;
    lot: string | null;
    expiry_date: string | null;
    serials: string | null;
    inventory_status: string | null;
    registered_base: Generated<number>;
  };
  registration: {
    /** `<command id>.<n>`: the key also finds the registrations of a command, `id >= '<command>.' and id < '<command>/'`. */
    id: string;
    command_id: string;
    load_number: string;
    order_key: string;
    line_number: number;
    item_key: string;
    owner: string;
    lot: string | null;
    serial: string | null;
    inventory_status: string;
    license_plate: string;
    location: string;
    quantity_base: number;
    entry_id: string;
    status: string;
    document_number: string | null;
    occurred_at: number;
    expected_line: number | null;
  };
}
