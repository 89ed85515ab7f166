import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** Entries, balances, and the documents that tell of them. Columns are documented in the migrations. */
export interface LedgerTables {
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
    channel: string | null;
    unit: string | null;
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
    posted_at: number | null;
    posting_problem: string | null;
    posting_checked_at: number | null;
    reversal: string | null;
  };
  /** Which shipment a receipt tells of, and through which channel its quantities went. */
  shipment_document: {
    document_number: string;
    kind: string;
    load_number: string;
    order_key: string;
    channel: string;
  };
  coverage: { id: string; kind: string; state: string; document_number: string | null; channel: Generated<string> };
}
