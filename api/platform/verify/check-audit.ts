import { auditText, chainStart, nextLink } from '../chain.ts';
import type { Runner } from '../db/connection.ts';
import { Check } from './findings.ts';
import { batches } from './in-batches.ts';
import { auditsAfter, headRow } from './published.queries.ts';

/** The links of audit rows to each other are made again, from the first to the last, which the head names. */
export async function checkAudit(read: Runner): Promise<Check> {
  const check = new Check('audit', 'rows');
  let link = chainStart;
  for await (const rows of batches(read, auditsAfter, { position: 0 }, ({ position }) => ({ position }))) {
    for (const { link: stored, ...row } of rows) {
      const columns = { ...row, before: row.before_json, after: row.after_json, commandId: row.command_id };
      check.rows += 1;
      check.same(`audit ${row.id}`, 'its link to the row before', stored, nextLink(link, auditText(columns)));
      link = stored;
    }
  }
  check.same('the last row', 'its link', link, (await read.one(headRow, {}))?.audit_hash);
  return check;
}
