import type { Kysely } from 'kysely';
import { createIndex, createTables } from './create-tables.ts';

/**
 * Printers and what they print. `print_address`: where printers may be, kept by administrators. `printer`: what is set up,
 * its document as JSON. `printer_state`: how it is doing, and which node prints on it until when. `print_job`: `labels` as
 * JSON is what stands on them, whatever becomes of the goods meanwhile; its number is the id of the command.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    ['print_address', 'host text not null, port bigint not null, note text, primary key (host, port)', 'clustered'],
    [
      'printer',
      `warehouse text not null, code text not null, printer text not null, version bigint not null,
       primary key (warehouse, code)`,
      'clustered',
    ],
    [
      'printer_state',
      `warehouse text not null, code text not null, leased_by text, leased_until bigint not null, failures bigint not null,
       next_at bigint not null, last_success_at bigint, last_error_at bigint, last_error text,
       primary key (warehouse, code)`,
      'clustered',
    ],
    [
      'print_job',
      `job text primary key, warehouse text not null, printer text not null, kind text not null, subjects text not null,
       labels text not null, label_count bigint not null, copies bigint not null, language text not null,
       is_copy bigint not null, may_have_printed bigint not null, copy_of text, status text not null, attempts bigint not null,
       problem text, asked_by text not null, asked_at bigint not null, ended_at bigint`,
    ],
    [
      'printed_subject',
      'kind text not null, subject text not null, job text not null, primary key (kind, subject)',
      'clustered',
    ],
  ]);
  await createIndex(
    db,
    'print_job_open',
    'print_job',
    'warehouse, printer, asked_at',
    "status in ('waiting', 'sending')",
  );
  await createIndex(db, 'print_job_asked', 'print_job', 'warehouse, asked_at');
}
