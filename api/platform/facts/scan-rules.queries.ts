import { defaultScanRules, type OwnCode, type ScanRules } from '#shared/ledger/scan-rules.ts';
import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

const rulesRow = statement<{ warehouse: string }>()((k, p) =>
  k.selectFrom('scan_rules').select('rules').where('warehouse', '=', p('warehouse')),
);

/** The document that an administrator wrote on reading the codes of a warehouse; null for none. */
export async function scanRulesDocument(read: Runner, warehouse: string): Promise<unknown> {
  const row = await read.one(rulesRow, { warehouse });
  return row ? JSON.parse(row.rules) : null;
}

/** How the codes of a warehouse are read. */
export async function scanRulesOf(read: Runner, warehouse: string): Promise<ScanRules> {
  const kept = (await scanRulesDocument(read, warehouse)) as KeptRules | null;
  return kept === null ? defaultScanRules : { ...kept, codes: kept.codes.filter(({ isActive }) => isActive) };
}

interface KeptRules extends ScanRules {
  readonly codes: readonly (OwnCode & { readonly isActive: boolean })[];
}
