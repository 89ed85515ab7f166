import type { Runner } from '../db/connection.ts';
import { checkBalances } from './check-balances.ts';
import { Check, type Finding } from './findings.ts';
import { addFlat } from './quick-sums.ts';
import { Sums } from './rebuilt.ts';
import { walkCarefully } from './walk-published.ts';
import { walkQuickly } from './walk-quickly.ts';

/**
 * Proves the ledger alone: every link of the chain is made again from its entry, and every balance is what the entries add
 * up to. What feeds, orders and documents say of it is left to `verifyBooks`. As there, `url` lets several threads do it.
 */
export async function verifyLedger(read: Runner, url: string | null = null, perThread?: number): Promise<Finding[]> {
  const parts = await walkQuickly(read, url, { isLedgerOnly: true, ...(perThread !== undefined && { perThread }) });
  if (parts === null) {
    const { stock, checks } = await walkCarefully(read);
    return [...checks.slice(0, 2), await checkBalances(read, stock)].map((check) => check.finding);
  }
  const [chain, entries] = [new Check('hash chain', 'links'), new Check('ledger entries', 'entries')];
  for (const part of parts) {
    chain.rows += part.links;
    entries.rows += part.entries;
  }
  const stock = new Sums();
  addFlat(parts, stock, { quantity: new Sums(), unreported: new Sums(), registered: new Sums() });
  return [chain, entries, await checkBalances(read, stock)].map((check) => check.finding);
}
