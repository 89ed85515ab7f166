import type { Generated } from 'kysely';

/** Plates, work, commands, and what a person has to decide. Columns are documented in the migrations. */
export interface FloorTables {
  license_plate: {
    number: string;
    warehouse: string;
    parent: string | null;
    command_id: string | null;
    created_at: number;
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
    claimed_by: string | null;
    claimed_at: number | null;
    planned_location: string | null;
    /** Of pick work: whom it is for, where it ranks, and its place on a trolley. */
    order_key: Generated<string | null>;
    shipment: Generated<string | null>;
    wave: Generated<string | null>;
    priority: Generated<number | null>;
    zone: Generated<string | null>;
    walk_sequence: Generated<number | null>;
    trolley_position: Generated<string | null>;
    /** The plate or tote that it is picked onto; null: none yet. */
    target_plate: Generated<string | null>;
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
    class: Generated<string | null>;
    responsible: Generated<string | null>;
    /** JSON: `DiscrepancyDetails`. */
    details: Generated<string | null>;
  };
  photo: {
    id: string;
    warehouse: string;
    content_type: string;
    size_bytes: number;
    sha256: string;
    uploaded_by: string;
    device: string;
    uploaded_at: number;
  };
  photo_part: { photo: string; sha256: string; part: number; content: Uint8Array };
  idempotency_key: {
    holder: string;
    key: string;
    request_hash: string;
    status: number;
    body: string;
    content_type: string;
    created_at: number;
  };
}
