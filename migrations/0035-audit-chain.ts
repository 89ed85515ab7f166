import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { addColumns } from './create-tables.ts';

/**
 * Audit rows are linked to each other too, besides the chain that they share with the ledger: whoever reads nothing but
 * the audit log sees that none is missing. `audit.link`: over the link of the audit row before and the row's own text.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [
    ['audit', `link text not null default ''`],
    ['feed_head', `audit_hash text not null default '${start}'`],
  ]);
  let last = start;
  for (let after = 0; ; ) {
    const { rows } = await sql<Row>`select h.position, a.id, a.at, a.actor, a.action, a.subject, a.before_json,
        a.after_json, a.command_id
      from chain h join audit a on a.id = h.subject where h.kind = 'audit' and h.position > ${after}
      order by h.position limit ${rowsAtOnce}`.execute(db);
    for (const row of rows) {
      last = hash('sha256', `${last}\n${textOf(row)}`);
      await sql`update audit set link = ${last} where id = ${row.id}`.execute(db);
      after = Number(row.position);
    }
    if (rows.length < rowsAtOnce) break;
  }
  await sql`update feed_head set audit_hash = ${last}`.execute(db);
}

const start = '0'.repeat(64);
const rowsAtOnce = 500;

/** Whole numbers of 64 bits are text to one driver and numbers to the other. */
interface Row {
  readonly position: number | string;
  readonly id: string;
  readonly at: number | string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before_json: string | null;
  readonly after_json: string | null;
  readonly command_id: string | null;
}

function textOf({ id, at, actor, action, subject, before_json, after_json, command_id }: Row): string {
  return JSON.stringify([id, Number(at), actor, action, subject, before_json, after_json, command_id]);
}
