/** Codes that nothing had when they were scanned. Columns: the migrations. */
export interface UnknownCodesTables {
  unknown_code: {
    code: string;
    /** `open`, `bound`, `dismissed`. */
    status: string;
    /** JSON: why it looks misread; null where it does not. */
    suspicion: string | null;
    times: number;
    first_seen_at: number;
    last_seen_at: number;
    /** What it was bound to. */
    item_key: string | null;
    unit: string | null;
    quantity: string | null;
    decided_by: string | null;
    decided_at: number | null;
    reason: string | null;
    version: number;
  };
  /** The id is that of the command that reported it. Lists are JSON. */
  unknown_code_sighting: {
    id: string;
    code: string;
    warehouse: string;
    scanned: string;
    symbology: string | null;
    flow: string | null;
    step: string | null;
    location: string | null;
    order_number: string | null;
    work: string | null;
    license_plate: string | null;
    note: string | null;
    photos: string;
    scans_before: string;
    scans_after: string;
    seen_by: string;
    device: string;
    seen_at: number;
  };
}
