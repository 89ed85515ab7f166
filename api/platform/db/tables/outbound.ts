import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** Outbound orders, what is promised to them, shipments on loads, waves, pick lines and cartons. Columns: the migrations. */
export interface OutboundTables {
  outbound_order: {
    order_key: string;
    source_system: string;
    order_number: string;
    warehouse: string;
    order_type: string;
    status: string;
    priority: number;
    ship_complete: Flag;
    /** JSON: a list of codes; `[]` for none. */
    hold_codes: string;
    cutoff_at: number | null;
    ship_by: number | null;
    /** Who gets it: orders with the same text may share a shipment. */
    consignee: string;
    carrier: string;
    message_id: string | null;
    document: string;
    created_at: number;
    changed_at: number;
    version: number;
    /** What it is called inside the warehouse; null: as its source system calls it. */
    own_number: string | null;
  };
  outbound_order_line: {
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
    serial: string | null;
    sellable_days: number | null;
    /** JSON: numbers of items that may stand in. */
    substitutes: string;
    status: string;
    /** Held by the order itself; what shipments and work hold counts in `released_base`. */
    reserved_base: Generated<number>;
    /** On shipments that are not cancelled, what was picked and shipped of it included. */
    released_base: Generated<number>;
    picked_base: Generated<number>;
    shipped_base: Generated<number>;
    cancelled_base: Generated<number>;
    backorder_reason: string | null;
    /** The day, `YYYY-MM-DD`, on which what is backordered is expected to be there. */
    expected_on: string | null;
    document: string;
    /** Why `cancelled_base` was cancelled; null where an ERP said so, or nothing is. */
    cancel_reason: Generated<string | null>;
    /** The tag of inbound lines whose goods are meant for it, how much of them (null: all), and how much came so. */
    cross_dock_source: Generated<string | null>;
    cross_dock_base: Generated<number | null>;
    cross_docked_base: Generated<number>;
    /** It is not released by itself before goods come behind this position of the feeds; null: as soon as there are any. */
    waits_from: Generated<number | null>;
  };
  outbound_load: {
    load_number: string;
    warehouse: string;
    status: string;
    carrier: string;
    door: string | null;
    made_by: string;
    created_at: number;
    departs_at: number | null;
    shipped_at: number | null;
    version: number;
    document: string;
  };
  outbound_shipment: {
    shipment: string;
    load_number: string;
    warehouse: string;
    source_system: string;
    /** '' for none. */
    wave: string;
    status: string;
    consignee: string;
    carrier: string;
    staging: string | null;
    created_at: number;
    confirmed_at: number | null;
    version: number;
  };
  outbound_shipment_line: {
    shipment: string;
    order_key: string;
    line_number: number;
    quantity_base: number;
    picked_base: Generated<number>;
    shipped_base: Generated<number>;
    status: string;
  };
  closed_with_shipment: {
    shipment: string;
    order_key: string;
    line_number: number;
    rest_base: number;
    ordered_base: number;
    promised_base: number;
    reason: string;
    reason_before: string | null;
    reopens: number;
  };
  reservation: {
    id: string;
    warehouse: string;
    location: string;
    item_key: string;
    owner: string;
    lot: string;
    serial: string;
    inventory_status: string;
    license_plate: string;
    quantity_base: number;
    /** '' where no order holds it, as for replenishment. */
    order_key: string;
    line_number: number;
    shipment: string | null;
    work: string | null;
    work_line: number | null;
    /** `order`, `shipment`, `work`, `picked`, `shipped`: see `shared/ledger/reservation.ts`. */
    state: string;
    /** The packing slip that tells of it, and the entry that shipped it. */
    document_number: string | null;
    entry_id: string | null;
    reserved_at: number;
    /** The replenishment that brings the goods to where they are picked; null: they are there. */
    brought_by: string | null;
  };
  wave: {
    wave: string;
    warehouse: string;
    name: string;
    status: string;
    template: string | null;
    made_by: string;
    created_at: number;
    processed_at: number | null;
    released_at: number | null;
    ended_at: number | null;
    version: number;
    document: string;
  };
  wave_order: {
    wave: string;
    order_key: string;
    status: string;
    shortages: string;
    /**
     * Of a wave that is filled part by part; null: it was filled at once, or not yet. Below zero: of a cancelled wave
     * whose orders are taken back part by part.
     */
    part: Generated<number | null>;
  };
  wave_template: { warehouse: string; code: string; position: number; template: string; version: number };
  work_line: {
    work: string;
    line: number;
    status: string;
    location: string;
    license_plate: string;
    item_key: string;
    owner: string;
    lot: string;
    serial: string;
    inventory_status: string;
    quantity_base: number;
    picked_base: Generated<number>;
    /** The unit people are told the quantity in. */
    unit: string;
    walk_sequence: number;
    shipment: string | null;
    order_key: string | null;
    order_line: number | null;
    /** The replenishment work that has to bring the goods first. */
    blocked_by: string | null;
    reason: string | null;
  };
  carton: {
    carton: string;
    shipment: string;
    carton_type: string;
    status: string;
    location: string;
    weight_grams: number | null;
    tracking_number: string | null;
    command_id: string;
    opened_by: string;
    opened_at: number;
    closed_at: number | null;
    version: number;
  };
}
