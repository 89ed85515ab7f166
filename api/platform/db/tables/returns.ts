/** Goods that came back, and which may. Columns: the migrations. */
export interface ReturnsTables {
  customer_return: {
    registration: string;
    command_id: string;
    warehouse: string;
    source_system: string;
    /** What the goods had gone out with; null: not known. */
    shipment: string | null;
    order_key: string | null;
    order_line: number | null;
    disposition: string;
    /** What the source system calls it. */
    disposition_code: string;
    condition: string | null;
    /** JSON: a list of ids. */
    photos: string;
    returned_by: string;
    returned_at: number;
  };
  /** `policies`: JSON, see `shared/returns/policy.ts`. */
  return_policies: { source_system: string; policies: string; version: number };
}
