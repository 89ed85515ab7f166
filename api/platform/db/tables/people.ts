import type { Generated } from 'kysely';

/** People, devices, sessions and keys. Columns are documented in the migrations. */
export interface PeopleTables {
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
    limits: Generated<string>;
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
    sscc_prefix: string | null;
    enrolled_by: string | null;
    scanner: Generated<string | null>;
  };
  device_enrolment: {
    code_hash: string;
    made_by: string;
    made_at: number;
    expires_at: number;
    device: string | null;
    used_at: number | null;
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
    last_used_at: number | null;
  };
}
