import type { Generated } from 'kysely';

/** 0 or 1: neither database driver binds booleans alike. */
export type Flag = number;

/** The tables as Kysely sees them. Columns are documented in the migrations. */
export interface Database {
  setting: { name: string; value: string };
  counter: { name: string; value: number };
  person: {
    badge: string;
    name: string;
    language: string;
    pin_hash: string | null;
    password_hash: string | null;
    roles: string;
    failed_attempts: number;
    locked_until: number | null;
    version: number;
  };
  device: {
    id: string;
    enrolled_at: number;
    last_sequence: number;
    last_contact_at: number;
    waiting_commands: number;
    revoked_at: number | null;
    sscc_from: number | null;
    sscc_to: number | null;
  };
  session: {
    id: string;
    token_hash: string;
    badge: string;
    device: string;
    created_at: number;
    expires_at: number;
    ended_at: number | null;
    revoked_at: number | null;
  };
  api_key: {
    id: string;
    hash: string;
    name: string;
    source_system: string | null;
    scopes: string;
    created_at: number;
    expires_at: number | null;
    revoked_at: number | null;
  };
  warehouse: { code: string; name: string; time_zone: string; version: number };
  location: {
    warehouse: string;
    code: string;
    type: string;
    zone: string;
    walk_sequence: number;
    check_digit: string;
    capacity_plates: number | null;
    mixed_items: Flag;
    mixed_lots: Flag;
    fixed_item: string | null;
    active: Flag;
    version: number;
  };
  source_system: {
    code: string;
    name: string;
    settings: string;
    warehouses: string;
    owners: string;
    version: number;
  };
  item: {
    item_key: string;
    source_system: string;
    number: string;
    description: string;
    base_unit: string;
    decimals: number;
    lot_tracked: Flag;
    serial_tracked: Flag;
    expiry_tracked: Flag;
    shelf_life_days: number | null;
    unit_cost: string | null;
    abc_class: string | null;
    status: string;
    document: string;
    version: number;
    changed_at: number;
  };
  item_unit: { item_key: string; unit: string; numerator: number; denominator: number };
  item_barcode: { code: string; item_key: string; unit: string; quantity: string };
  lot: { item_key: string; lot: string; expiry_date: string | null };
  party: { source_system: string; account: string; kind: string; document: string; changed_at: number };
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
  };
  inbound_shipment: { load_number: string; order_key: string; shipment: string };
  inbound_load_line: {
    load_number: string;
    order_key: string;
    line_number: number;
    expected_base: number;
    over_percent: string;
    registered_base: Generated<number>;
  };
  license_plate: {
    number: string;
    warehouse: string;
    parent: string | null;
    command_id: string | null;
    created_at: number;
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
  };
  work: {
    id: string;
    type: string;
    warehouse: string;
    status: string;
    license_plate: string | null;
    item_key: string | null;
    from_location: string;
    to_location: string | null;
    quantity_base: number;
    command_id: string;
    created_at: number;
    closed_at: number | null;
    version: number;
  };
  command: {
    id: string;
    type: string;
    version: number;
    device: string;
    sequence: number | null;
    warehouse: string;
    operator: string;
    session: string | null;
    occurred_at: number;
    received_at: number;
    caused_by: string | null;
    content_hash: string;
    body: string;
    outcome: string;
    result: string | null;
    problem: string | null;
  };
  exception_case: {
    id: string;
    kind: string;
    warehouse: string;
    command_id: string;
    status: string;
    problem: string;
    opened_at: number;
    resolved_at: number | null;
    resolved_by: string | null;
    action: string | null;
    reason: string | null;
    result: string | null;
  };
  idempotency_key: {
    holder: string;
    key: string;
    request_hash: string;
    status: number;
    body: string;
    content_type: string;
    created_at: number;
  };
  ledger_entry: {
    /** `<command id>:<n>`: the key also finds the entries of a command, `id >= '<command>:' and id < '<command>;'`. */
    id: string;
    command_id: string;
    warehouse: string;
    item_key: string;
    owner: string;
    lot: string | null;
    serial: string | null;
    quantity_base: number;
    from_location: string;
    from_plate: string | null;
    from_status: string;
    to_location: string;
    to_plate: string | null;
    to_status: string;
    reason: string;
    reason_code: string | null;
    corrects: string | null;
    coverage: string | null;
    operator: string;
    device: string;
    occurred_at: number;
    recorded_at: number;
  };
  balance: {
    warehouse: string;
    location: string;
    item_key: string;
    owner: string;
    lot: string;
    serial: string;
    inventory_status: string;
    license_plate: string;
    quantity_base: number;
    reserved_base: Generated<number>;
  };
  document: {
    kind: string;
    number: string;
    version: number;
    active: Flag;
    supersedes: number | null;
    posting_status: string;
    source_system: string;
    warehouse: string;
    body: string;
    made_at: number;
    command_id: string;
    acknowledged_at: number | null;
    acknowledgement: string | null;
  };
  coverage: { id: string; kind: string; state: string; document_number: string | null };
  outbox: { id: Generated<number>; at: number; row_json: string };
  feed_head: { id: number; position: number; chain_hash: string; last_at: number };
  feed_entry: {
    position: number;
    feed: string;
    source_system: string;
    warehouse: string;
    subject: string;
    version: number;
    at: number;
    body: string;
  };
  inventory_delta: {
    position: number;
    source_system: string;
    warehouse: string;
    item_key: string;
    warehouse_level: Flag;
    at: number;
    location: string;
    owner: string;
    lot: string;
    inventory_status: string;
    quantity_base: number;
    /** Null for a move inside the warehouse, which changes nothing there. */
    on_hand_after: string | null;
    location_on_hand_after: string;
    coverage: string | null;
    body: string;
  };
  published_balance: {
    /** Empty for the whole warehouse. */
    location: string;
    warehouse: string;
    item_key: string;
    owner: string;
    lot: string;
    inventory_status: string;
    quantity_base: number;
  };
  thing_change: { kind: string; thing_key: string; warehouse: string; position: number; deleted: Flag };
  chain: { position: number; kind: string; subject: string; hash: string };
  audit: {
    id: string;
    at: number;
    actor: string;
    action: string;
    subject: string;
    before_json: string | null;
    after_json: string | null;
    command_id: string | null;
  };
}
