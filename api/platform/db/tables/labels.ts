import type { Flag } from './flag.ts';

/** Printers and what they print. Columns: the migrations. */
export interface LabelsTables {
  print_address: { host: string; port: number; note: string | null };
  printer: { warehouse: string; code: string; printer: string; version: number };
  printer_state: {
    warehouse: string;
    code: string;
    /** The node that prints on it; null: none does. */
    leased_by: string | null;
    leased_until: number;
    /** One after the other, since the last success. */
    failures: number;
    /** Nothing is tried before. */
    next_at: number;
    last_success_at: number | null;
    last_error_at: number | null;
    /** JSON: a problem. */
    last_error: string | null;
  };
  print_job: {
    job: string;
    warehouse: string;
    printer: string;
    kind: string;
    /** JSON. */
    subjects: string;
    /** JSON: what stands on each label. */
    labels: string;
    label_count: number;
    copies: number;
    language: string;
    is_copy: Flag;
    /** A connection broke, or a server, while it was being sent. */
    may_have_printed: Flag;
    copy_of: string | null;
    status: string;
    attempts: number;
    problem: string | null;
    asked_by: string;
    asked_at: number;
    ended_at: number | null;
  };
  /** Plates and cartons (`unit`) of which a label was asked for, with the newest job. */
  printed_subject: { kind: string; subject: string; job: string };
}
